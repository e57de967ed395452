"""The words under the chat: nobody types commands, and what a client writes is never taken for one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, HAND_OVER


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path) as desk:
        for person in (desk.anna, desk.petrov, desk.smirnov, desk.orlova):
            await person.starts()
        yield desk


async def test_whoever_comes_finds_their_words_below_the_chat(desk: Desk) -> None:
    assert desk.petrov.below() == ["Мои лиды", "Пауза", "Очередь"]
    assert desk.smirnov.below() == ["Лиды", "Найти", "Отчёт", "Офис"]
    assert desk.orlova.below() == ["Отчёт", "Лиды", "Найти"]
    assert desk.petrov.sees("Вы на месте, лиды придут сюда сами")


async def test_a_word_does_what_its_command_does(desk: Desk) -> None:
    await desk.petrov.presses("Очередь")
    assert "Кто следующий" in desk.petrov.messages()[-1].text
    await desk.smirnov.presses("Офис")
    assert "Окна Казань" in desk.smirnov.messages()[-1].text
    await desk.orlova.sends("отчет")
    assert desk.orlova.messages()[-1].buttons


async def test_the_keyboard_shows_what_can_be_done_now(desk: Desk) -> None:
    await desk.petrov.presses("Пауза")
    assert desk.petrov.below() == ["Мои лиды", "На месте", "Очередь"]
    await desk.restarts()
    await desk.lead()
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
    await desk.petrov.presses("На месте")
    assert desk.petrov.below() == ["Мои лиды", "Пауза", "Очередь"]
    await desk.petrov.sends("На месте")  # by hand, and once too often
    assert desk.petrov.below() == ["Мои лиды", "Пауза", "Очередь"]


async def test_a_leave_that_is_still_ahead_changes_nothing_yet(desk: Desk) -> None:
    await desk.petrov.sends("/off с 3 по 10 декабря")
    assert "Пауза" in desk.petrov.below()
    await desk.petrov.sends("/off завтра")
    assert "На месте" in desk.petrov.below()


async def test_who_is_paused_by_silence_can_come_back_with_one_tap(desk: Desk) -> None:
    await desk.sidorova.sends("/off")
    for _ in range(2):
        await desk.lead()
        await desk.passes(minutes=6)
    assert desk.petrov.sees("вы на паузе")
    await desk.petrov.presses("На месте")
    assert "Пауза" in desk.petrov.below()


async def test_the_words_follow_the_language_and_both_are_understood(desk: Desk) -> None:
    await desk.petrov.taps("English")
    assert desk.petrov.below() == ["My leads", "Pause", "Queue"]
    await desk.petrov.sends("Пауза")
    assert desk.petrov.below() == ["My leads", "At work", "Queue"]


async def test_a_word_that_is_not_for_this_role_is_a_text_like_any_other(desk: Desk) -> None:
    await desk.anna.sends("Отчёт")
    assert desk.anna.has(HAND_OVER)


async def test_what_a_client_writes_is_a_draft_whatever_words_are_in_it(desk: Desk) -> None:
    both = varied(OFFICE, people={"anna": {"roles": ["secretary", "manager"]}})
    await desk.set_up(both)
    await desk.anna.starts()
    await desk.anna.sends("Очередь на замер большая? 8 843 200-33-33")
    assert desk.anna.has(HAND_OVER)
    before = len((await desk.stored())["leads"])
    await desk.anna.forwards("Очередь", from_name="Марат")
    assert len((await desk.stored())["leads"]) == before + 1
    await desk.anna.sends("Очередь")
    assert len((await desk.stored())["leads"]) == before + 1


async def test_a_word_of_a_stranger_opens_nothing(desk: Desk) -> None:
    stranger = desk.stranger(999)
    await stranger.sends("Лиды")
    assert len(stranger.messages()) == 1 and "по приглашению" in stranger.messages()[0].text
    assert stranger.below() == []


async def test_a_message_that_has_brought_the_keyboard_is_never_edited(desk: Desk) -> None:
    """Telegram would refuse."""
    await desk.petrov.presses("Пауза")
    await desk.set_up(varied(OFFICE, people={"petrov": {"roles": ["manager", "head"]}}))
    await desk.lead()
    await desk.petrov.starts()
    assert desk.petrov.below() == ["Мои лиды", "На месте", "Очередь", "Лиды", "Найти", "Отчёт", "Офис"]
    assert not any(m.edited and not m.buttons for m in desk.petrov.messages())
