"""A claim is not a call: whoever marks nothing is reminded, and then the head hears of it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.tables.leads import leads
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import ASSIGN, CALL_BACK, CLAIM, NO_ANSWER

REMINDED = "Позвоните клиенту"
OVERDUE = "звонка всё нет"


@pytest.fixture
async def held(desk: Desk) -> Desk:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    return desk


def newest(person: Person) -> str:
    return person.messages()[-1].text


async def test_the_holder_is_reminded_after_half_an_hour_and_the_head_hears_after_an_hour(held: Desk) -> None:
    await held.petrov.sends("/help")
    await held.passes(minutes=29)
    assert not held.petrov.sees(REMINDED)
    await held.passes(minutes=1)
    assert REMINDED in newest(held.petrov) and not held.smirnov.sees("№1")
    await held.restarts()
    await held.passes(minutes=30)
    assert OVERDUE in newest(held.smirnov)
    await held.smirnov.taps(ASSIGN)
    await held.smirnov.taps("Ольга Сидорова")
    await held.passes(minutes=30)
    assert REMINDED in newest(held.sidorova), "whoever has it now has their own time"
    await held.verifies()


async def test_any_mark_is_a_first_contact(held: Desk) -> None:
    await held.passes(minutes=20)
    await held.petrov.taps(NO_ANSWER, on="№1")
    assert not held.petrov.sees(REMINDED)
    await held.passes(hours=2)
    assert not held.smirnov.sees("№1")
    async with held.database.reading() as store:
        row = store.execute(select(leads.c.contacted_by, leads.c.contacted_after)).one()
    assert row.contacted_by == "petrov" and 20 * 60 <= row.contacted_after < 21 * 60
    await held.verifies()


async def test_a_promised_call_is_waited_for(held: Desk) -> None:
    await held.petrov.taps(CALL_BACK, on="№1")
    await held.petrov.sends("сегодня в 15")
    await held.passes(hours=4)
    assert not held.petrov.sees(REMINDED) and not held.smirnov.sees("№1")
    await held.passes(hours=1)
    assert held.petrov.sees("Пора перезвонить")


async def test_only_working_time_counts(desk: Desk) -> None:
    await desk.passes(hours=7, minutes=40)
    await desk.lead()
    await desk.petrov.taps(CLAIM)  # at 17:40
    await desk.passes(hours=15, minutes=29)
    assert not desk.petrov.sees(REMINDED)
    await desk.passes(minutes=1)  # at 09:10
    assert REMINDED in newest(desk.petrov)


async def test_whoever_has_gone_is_not_waited_for(held: Desk) -> None:
    await held.petrov.sends("/off")
    await held.passes(minutes=30)
    assert OVERDUE in newest(held.smirnov)


async def test_an_office_may_watch_nobody(desk: Desk) -> None:
    await desk.set_up(varied(OFFICE, first_contact="off"))
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.passes(hours=5)
    assert not desk.petrov.sees(REMINDED) and not desk.smirnov.sees("№1")
