"""The same client from several people at the same moment: however it falls, nobody is asked about one client twice."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from leads.lead import State
from storage.tables.leads import leads
from tests.faults.whole_bot import stored
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.uniting import looks_who_is_the_same
from tests.stories.words import CLAIM, CORRECT, HAND_OVER, PHONE, YES_ONE

ROUNDS = 100 if os.environ.get("FAULTS") == "all" else 4
VERA = {"name": "Вера", "telegram_id": 102, "roles": ["secretary"]}
NOBODYS = (State.WAITING, State.OFFERED)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Nothing stands in for the threads of SQLite here: it works as in the running program."""
    text = varied(OFFICE, people={"vera": VERA}, ack_timeout="12h", step_timeout="12h", offers_at_once=9)
    async with office(tmp_path, text) as desk:
        yield desk


def phone(number: int, line: int = 0) -> str:
    return f"8 (843) 2{line}1-{number // 100:02}-{number % 100:02}"


def at_once(desk: Desk, number: int, *taps: tuple[Person, tuple[int, str]]) -> None:
    """Each round another one is the first."""
    for person, (message, data) in taps if number % 2 else reversed(taps):
        desk.telegram.tap(person.id, message, data=data)


async def asked_about(desk: Desk) -> int:
    """How many leads nobody has; each is of another client, or it was made apart."""
    async with desk.database.reading() as store:
        stored.check_one_offer(stored.read(store))
        return len(store.scalars(select(leads.c.id).where(leads.c.state.in_(NOBODYS))).all())


async def test_two_secretaries_hand_the_same_client_over(desk: Desk) -> None:
    vera = desk.person(102)
    for number in range(ROUNDS):
        for person in (desk.anna, vera):
            await person.sends(f"Рустам {phone(number)}, окна")
        both = [(person, person.data(HAND_OVER)) for person in (desk.anna, vera)]
        at_once(desk, number, *both)
        await desk.settle()
        assert await asked_about(desk) == number + 1
    assert sum("Добавлено" in one.text for p in (desk.anna, vera) for one in p.messages()) == ROUNDS
    await desk.verifies()


async def test_a_lead_is_corrected_to_a_number_while_that_is_handed_over(desk: Desk) -> None:
    vera = desk.person(102)
    for number in range(ROUNDS):
        await desk.lead(f"Виктор {phone(number, 1)}, дверь")
        await desk.anna.taps(CORRECT)
        await desk.anna.taps(PHONE)
        await vera.sends(f"Рустам {phone(number)}, окна")
        message, data = vera.data(HAND_OVER)
        if number % 2:
            desk.telegram.send_text(desk.anna.id, phone(number))
            desk.telegram.tap(vera.id, message, data=data)
        else:
            desk.telegram.tap(vera.id, message, data=data)
            desk.telegram.send_text(desk.anna.id, phone(number))
        await desk.settle()
        assert await asked_about(desk) == number + 1
    await desk.verifies()


async def test_two_are_joined_while_one_of_them_comes_again(desk: Desk) -> None:
    vera = desk.person(102)
    for number in range(ROUNDS):
        first, second = f"Виктор {phone(number, 1)}", f"Палыч {phone(number, 2)}"
        await desk.lead(first)
        newest = len([row for row in (await desk.stored())["leads"] if row[2]])
        await desk.petrov.taps(CLAIM) if desk.petrov.has(CLAIM) else await desk.sidorova.taps(CLAIM)
        await vera.sends(second)
        await desk.lead(f"{second}, балкон")
        await looks_who_is_the_same(desk, newest)
        await desk.smirnov.sends(f"№{newest + 1}")
        await desk.smirnov.taps(f"(№{newest + 1}", on=f"№{newest} ·")
        at_once(desk, number, (desk.smirnov, desk.smirnov.data(YES_ONE)), (vera, vera.data(HAND_OVER)))
        await desk.settle()
        await asked_about(desk)
        assert len([row for row in (await desk.stored())["leads"] if row[2]]) == newest + 1, "no lead more"
    await desk.verifies()
