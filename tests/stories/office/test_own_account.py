"""Somebody moves to another account: a link from the old chat is opened in the new one, and confirmed in the old."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.links import replaces
from tests.stories.people import Person
from tests.stories.words import CLAIM, SALE

MOVE, YES, NO, PHONE = "Другой аккаунт", "Да, это я", "Нет, не я", "200-00-00"
OTHER = 700


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        desk.stranger(OTHER, "Новый телефон")
        yield desk


async def makes_link(person: Person) -> str:
    await person.sends("/help")
    await person.taps(MOVE)
    found = re.search(r"\?start=([\w-]+)", person.card("Откройте эту ссылку").text)
    assert found
    return found.group(1)


async def opens(desk: Desk) -> Person:
    """Petrov, who has a lead, makes a link, and opens it in his other account."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.person(OTHER).starts(await makes_link(desk.petrov))
    return desk.person(OTHER)


async def test_after_yes_in_the_old_chat_the_leads_are_in_the_new_one(desk: Desk) -> None:
    new = await opens(desk)
    assert new.sees("ответьте на вопрос в прежнем чате") and not new.sees(PHONE)
    assert "Новый телефон" in desk.petrov.card("Это вы?").text and PHONE in desk.petrov.chat()
    await desk.petrov.taps(YES)
    assert not any(m.buttons for m in desk.petrov.messages()) and PHONE not in desk.petrov.chat()
    assert "теперь в боте с другого аккаунта" in desk.petrov.chat()
    assert PHONE in new.card("№1").text
    await new.taps(SALE, on="№1")
    for person in (desk.person(501), desk.smirnov):
        assert person.sees("Пётр Петров теперь в другом аккаунте")
    await desk.verifies()


async def test_after_no_nothing_moves_and_the_link_is_good_for_nothing(desk: Desk) -> None:
    link = await makes_link(desk.petrov)
    thief = desk.person(OTHER)
    await thief.starts(link)
    await desk.petrov.taps(NO)
    assert desk.petrov.sees("Переезда не будет") and thief.sees("не подтвердил переезд")
    await thief.starts(link)
    assert thief.sees("Эта ссылка уже использована или устарела") and not desk.petrov.has(YES)
    await desk.lead()
    assert desk.petrov.has(CLAIM) and not thief.has(CLAIM)
    await desk.verifies()


async def test_an_answer_that_comes_twice_or_too_late_does_nothing(desk: Desk) -> None:
    new = await opens(desk)
    yes = desk.petrov.data(YES)
    await desk.passes(hours=2)
    await desk.petrov.taps_data(*yes)
    assert PHONE in desk.petrov.chat() and not new.sees(PHONE), "the link has expired"
    await desk.petrov.starts()
    assert PHONE in desk.petrov.chat()


async def test_the_administrator_moves_whoever_has_lost_the_old_account(desk: Desk) -> None:
    await opens(desk)
    await desk.person(OTHER).starts(await replaces(desk.person(501), "petrov"))
    assert PHONE in desk.person(OTHER).card("№1").text and PHONE not in desk.petrov.chat()
    await desk.verifies()


async def test_the_account_of_somebody_of_the_office_takes_nobody_s_place(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.sidorova.starts(await makes_link(desk.petrov))
    assert not desk.petrov.has(YES) and desk.sidorova.sees("Пётр Петров")
