"""Whom the office does not know makes no work for it: one polite sentence, then silence."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from screens.buttons.of_lead import Claim
from tests.offices import WITH_ADMIN, varied
from tests.stories.desk import Desk, office
from tests.stories.test_people import invites
from tests.stories.words import CLAIM


def count_transactions(desk: Desk) -> list[int]:
    """Grows by one with each transaction, reading ones too."""
    begun: list[int] = []

    def begins(_: Any) -> None:
        begun.append(1)

    event.listen(desk.database._engine, "begin", begins)
    return begun


async def test_a_stranger_gets_one_polite_sentence(desk: Desk) -> None:
    stranger = desk.stranger(999, language="en")
    await stranger.sends("Hello, I want windows, +7 843 200-00-00")
    (answer,) = stranger.messages()
    assert answer.text.startswith("Hello. This is a company’s bot"), "in his own language"
    assert not answer.buttons
    await stranger.starts()
    await stranger.sends_voice()
    assert len(stranger.messages()) == 1
    desk.clock.advance(timedelta(minutes=10))
    await stranger.sends("Hello?")
    assert len(stranger.messages()) == 2, "after a while he is told again"
    assert not (await desk.stored())["leads"]


async def test_a_flood_of_a_stranger_costs_no_transaction_and_no_message(desk: Desk) -> None:
    stranger = desk.stranger(999)
    await stranger.sends("Здравствуйте")
    for _ in range(3):
        desk.telegram.tap(999, 1, data=Claim(lead=1).pack())
    await desk.settle()
    stored, begun = await desk.stored(), count_transactions(desk)
    for number in range(300):
        desk.telegram.send_text(999, f"Привет {number}")
        desk.telegram.tap(999, 1, data=Claim(lead=number).pack())
    await desk.hears()
    assert begun == []
    await desk.settle()
    assert len(stranger.messages()) == 1 and len(desk.telegram.toasts(999)) == 3
    assert await desk.stored() == stored


async def test_a_crowd_of_strangers_gets_a_few_answers_and_the_office_goes_on(desk: Desk) -> None:
    crowd = [desk.stranger(10_000 + n) for n in range(300)]
    for stranger in crowd:
        desk.telegram.send_text(stranger.id, "Здравствуйте")
    await desk.lead()
    assert desk.petrov.has(CLAIM)
    assert 0 < sum(bool(stranger.messages()) for stranger in crowd) <= 40


async def test_people_of_the_office_are_never_held_up(desk: Desk) -> None:
    """Each of sixty questions is answered: half of them by one card, which comes anew at the end of the chat."""
    for number in range(60):
        desk.telegram.send_text(desk.petrov.id, "/me" if number % 2 else "что?")
        await desk.settle()
    assert len(desk.petrov.messages()) == 31
    assert desk.petrov.messages()[-1].text.startswith("Пётр Петров")


async def test_who_was_greeted_as_a_stranger_comes_in_with_his_link_and_is_heard_at_once(
    tmp_path: Path,
) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        token = await invites(desk, "➕ Менеджер")
        rita = desk.stranger(700, "Рита")
        await rita.sends("Здравствуйте")
        desk.telegram.start(700, token)
        desk.telegram.send_text(700, "/me")
        desk.telegram.send_text(700, "/queue")
        await desk.settle()
        assert rita.sees("Вы здесь: менеджер") and rita.sees("Рита (вы)")


async def test_who_is_put_into_the_office_after_he_was_held_up_is_heard_at_once(desk: Desk) -> None:
    kim = desk.stranger(700)
    for _ in range(5):
        await kim.sends("Есть кто?")
    assert len(kim.messages()) == 1
    await desk.set_up(varied(WITH_ADMIN, people={"kim": {"telegram_id": 700}}))
    await kim.sends("/help")
    assert kim.sees("вот что здесь можно")


async def test_an_administrator_of_the_settings_is_no_stranger_before_his_start(tmp_path: Path) -> None:
    async with office(tmp_path, admins=[777]) as desk:
        boss = desk.stranger(777, "Босс")
        for words in ("привет", "ау", "тут?"):
            await boss.sends(words)
        await boss.starts()
        assert boss.sees("Вы здесь: администратор")


async def test_who_guesses_links_is_not_listened_to_for_long(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        token = await invites(desk, "➕ Администратор")
        thief, begun = desk.stranger(701), count_transactions(desk)
        for guess in range(90):
            desk.telegram.start(701, f"{guess:040x}")
        desk.telegram.start(701, token)
        await desk.hears()
        assert len(begun) <= 5 * 4, "five guesses were looked up"
        await desk.settle()
        assert not thief.sees("Вы здесь"), "not even the right one is heard among them"
        rita = desk.stranger(700, "Рита")
        await rita.starts(token)
        assert rita.sees("Вы здесь: администратор"), "and it is still good for whom it was made"


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_in_groups_and_channels_it_says_nothing(desk: Desk, kind: str) -> None:
    begun = count_transactions(desk)
    group = {"id": -100, "type": kind, "title": "Отдел"}
    for number, sender in enumerate((101, 201, 999)):
        who = {"id": sender, "is_bot": False, "first_name": "Кто-то"}
        said = {"message_id": number + 1, "date": 1795417200, "chat": group, "from": who}
        desk.telegram.updates.put("message", said | {"text": "/start@fairlead_demo_bot 8 (843) 200-00-00"})
        desk.telegram.updates.put("message", said | {"new_chat_members": [who]})
        tap = {"id": f"q{number}", "from": who, "chat_instance": "1", "data": "claim:1"}
        desk.telegram.updates.put("callback_query", tap | {"message": said | {"text": "…"}})
        desk.telegram.updates.put("my_chat_member", {"chat": group, "from": who})
    await desk.hears()
    assert begun == []
    assert not (await desk.stored())["leads"]
