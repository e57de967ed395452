"""Somebody has another account: the old chat shows nothing of his work, the new one all of it, and it is told."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.offices import DUTY, LOTTERY, OFFICE, WITH_ADMIN, varied
from tests.stories.desk import Desk, office
from tests.stories.duties import seeks
from tests.stories.links import replaces
from tests.stories.people import Person
from tests.stories.test_people import menu
from tests.stories.words import ASSIGN, BAD_LEAD, CLAIM, HAND_OVER, NOT_BAD, SALE, TAKE_SHIFT

OTHER = 700  # the new account, of whoever it is
PHONE = "200-00-00"
TOLD = "Пётр Петров теперь в другом аккаунте"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        desk.stranger(OTHER, "Новый телефон")
        yield desk


async def by_link(desk: Desk, who: str = "petrov") -> Person:
    """He moves by a link; returns the new chat."""
    await desk.person(OTHER).starts(await replaces(desk.person(501), who))
    return desk.person(OTHER)


async def by_file(desk: Desk, who: str = "petrov", text: str = WITH_ADMIN) -> Person:
    """He moves by the office file, and presses Start some day."""
    desk.telegram.chats[OTHER].started = True
    await desk.set_up(varied(text, people={who: {"telegram_id": OTHER}}))
    return desk.person(OTHER)


Moves = Callable[[Desk], Awaitable[Person]]
WAYS = pytest.mark.parametrize("moves", [by_link, by_file])


def is_empty(person: Person) -> bool:
    """Nothing to tap, no client, no file."""
    no_buttons = not any(message.buttons for message in person.messages())
    return (
        no_buttons and person.files() == [] and not any(words in person.chat() for words in ("200-00", "№"))
    )


@WAYS
async def test_the_old_chat_loses_phone_voice_and_buttons_and_the_new_one_has_them(
    desk: Desk, moves: Moves
) -> None:
    await desk.anna.sends_voice()
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/me")
    assert PHONE in desk.petrov.chat() and desk.petrov.files() == ["voice"]
    new = await moves(desk)
    assert is_empty(desk.petrov), desk.petrov.chat()
    assert "Пётр Петров теперь в боте с другого аккаунта" in desk.petrov.card().text
    assert PHONE in new.card("№2").text and new.files() == ["voice"]
    await new.taps(SALE, on="№2")
    await new.sends("120000")
    assert "Продажа: 120" in new.card("№2 ·").text and "Продажа" in desk.anna.card("№2").text
    assert menu(desk, new)[0] == "mine"


@WAYS
async def test_an_open_offer_comes_into_the_new_chat_with_the_time_that_is_left(
    desk: Desk, moves: Moves
) -> None:
    await desk.lead()
    message, claim = desk.petrov.data(CLAIM)
    await desk.passes(minutes=3)
    new = await moves(desk)
    assert not desk.petrov.has(CLAIM)
    assert await desk.petrov.taps_data(message, claim) != ""
    assert not desk.petrov.sees(PHONE)
    assert "Ответьте до 10:05" in new.card("№1").text
    await new.taps(CLAIM)
    assert PHONE in new.card("№1").text


@WAYS
async def test_administrators_and_heads_are_told_once_and_nobody_else(desk: Desk, moves: Moves) -> None:
    await moves(desk)
    for person in (desk.person(501), desk.smirnov):
        assert [TOLD in m.text for m in person.messages()].count(True) == 1
        assert "700" not in person.card(TOLD).text and "201" not in person.card(TOLD).text
    for person in (desk.anna, desk.sidorova, desk.orlova, desk.person(OTHER)):
        assert not person.sees(TOLD)


async def test_without_administrator_and_head_the_director_is_told(tmp_path: Path) -> None:
    directed = varied(OFFICE, people={"smirnov": {"roles": ["secretary"]}})
    async with office(tmp_path, directed) as desk:
        desk.stranger(OTHER)
        await by_file(desk, text=directed)
        assert desk.orlova.sees(TOLD) and not desk.smirnov.sees(TOLD)


async def test_an_administrator_of_the_settings_is_told(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN, admins=[900]) as desk:
        boss, _ = desk.stranger(900, "Босс"), desk.stranger(OTHER)
        await boss.starts()
        await by_link(desk)
        assert boss.sees(TOLD)


async def test_the_head_who_is_moved_is_not_the_only_one_who_knows(desk: Desk) -> None:
    """Whoever gets hold of a link for the head is the head, so the old chat and the administrator must know."""
    await desk.lead()
    await desk.passes(minutes=30)
    assert PHONE in desk.smirnov.card("№1").text
    new = await by_link(desk, "smirnov")
    assert is_empty(desk.smirnov)
    assert "Если переехали не вы" in desk.smirnov.card().text
    assert desk.person(501).sees("Сергей Смирнов теперь в другом аккаунте")
    assert PHONE in new.card("№1").text and new.has(ASSIGN)


@WAYS
async def test_what_only_a_hand_can_settle_moves_with_the_head(desk: Desk, moves: Moves) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    new = await (by_file(desk, "smirnov") if moves is by_file else by_link(desk, "smirnov"))
    assert new.has(NOT_BAD) and not desk.smirnov.has(NOT_BAD)


async def test_the_secretarys_drafts_and_open_leads_move_with_her(desk: Desk) -> None:
    await desk.lead()
    await desk.anna.sends("Черновик 8 (843) 200-55-55")
    new = await by_file(desk, "anna")
    assert new.sees("200-55-55") and new.sees("№1")
    assert not any(m.buttons for m in desk.anna.messages())
    assert not any(words in m.text for m in desk.anna.messages() for words in ("200-55-55", PHONE))
    await new.taps(HAND_OVER)
    assert new.sees("№2")


async def test_open_swaps_and_draws_move_along(tmp_path: Path) -> None:
    async with office(tmp_path, DUTY) as desk:
        desk.stranger(OTHER)
        await seeks(desk.petrov, "вт 24.11")
        new = await by_file(desk, "ivanov", DUTY)
        assert new.has(TAKE_SHIFT) and not desk.ivanov.has(TAKE_SHIFT)
    async with office(tmp_path, LOTTERY) as desk:
        await desk.settle()
        desk.stranger(OTHER)
        new = await by_file(desk, "petrov", LOTTERY)
        assert new.has("7") and not desk.petrov.has("7")


async def test_a_report_and_an_excel_file_do_not_stay_in_the_old_chat(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.smirnov.sends("/report")
    await desk.smirnov.taps("Excel")
    assert "document" in desk.smirnov.files()
    await by_file(desk, "smirnov")
    assert is_empty(desk.smirnov), desk.smirnov.chat()


async def test_two_who_change_places_each_see_their_own(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    await desk.sidorova.taps(CLAIM)
    swapped = varied(WITH_ADMIN, people={"petrov": {"telegram_id": 202}, "sidorova": {"telegram_id": 201}})
    await desk.set_up(swapped)
    assert "200-00-00" in desk.sidorova.chat() and "200-00-01" not in desk.sidorova.chat()
    assert "200-00-01" in desk.petrov.chat() and "200-00-00" not in desk.petrov.chat()
    assert "в этом чате работает Ольга Сидорова" in desk.petrov.chat()


async def test_whose_account_is_given_to_another_is_missed_by_the_head(desk: Desk) -> None:
    taken = varied(WITH_ADMIN, people={"petrov": {"telegram_id": None}, "kim": {"telegram_id": 201}})
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.set_up(taken)
    assert not desk.petrov.sees(PHONE)
    assert desk.smirnov.sees("Пётр Петров теперь без аккаунта")


async def test_an_account_that_had_blocked_the_bot_says_nothing_of_the_new_one(desk: Desk) -> None:
    desk.telegram.block(201)
    await desk.lead()
    await desk.passes(minutes=1)
    new = await by_file(desk)
    await desk.lead()
    assert new.has(CLAIM), "he can be reached again"
    desk.telegram.unblock(201)
    await desk.petrov.starts()
    assert is_empty(desk.petrov)


async def test_a_chat_that_was_blocked_while_he_moved_is_emptied_when_it_comes_back(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    desk.telegram.block(201)
    await by_file(desk)
    desk.telegram.unblock(201)
    await desk.petrov.starts()
    assert desk.petrov.sees("по приглашению") and is_empty(desk.petrov)


async def test_a_first_account_finds_the_leads_that_wait_and_moves_nobody(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.set_up(varied(WITH_ADMIN, people={"petrov": {"telegram_id": None}}))
    assert PHONE in desk.petrov.chat(), "the file that leaves an account out takes none away"


async def test_start_in_the_same_account_moves_nothing(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    before = [m.message_id for m in desk.petrov.messages()]
    await desk.petrov.starts()
    await desk.set_up(WITH_ADMIN)
    assert [m.message_id for m in desk.petrov.messages()][: len(before)] == before
    assert not desk.smirnov.sees("теперь в другом аккаунте")
