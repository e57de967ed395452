"""Everybody taps at once: one has the lead, the others are told who."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.offices import DUTY, LARGE, MANAGERS, varied
from tests.stories.desk import Desk, office
from tests.stories.duties import seeks
from tests.stories.words import CLAIM, SALE, TAKE_SHIFT

CREW = 20
FIRST = min(MANAGERS.values())  # his account; the next one has the next number

pytestmark = pytest.mark.usefixtures("sqlite_threads")


def with_a_crew(**settings: Any) -> str:
    """Twenty managers, who are all asked at once."""
    crew = {"tatarstan": {"members": list(MANAGERS)[:CREW]}}
    return varied(LARGE, offers=0, segments=crew, **settings)


async def test_twenty_managers_tap_at_once_and_one_has_the_lead(tmp_path: Path) -> None:
    async with office(tmp_path, with_a_crew()) as desk:
        await desk.lead()
        crew = [desk.person(FIRST + n) for n in range(CREW)]
        taps = [(person, person.telegram.tap(person.id, person.card().message_id, CLAIM)) for person in crew]
        await desk.settle()
        toasts = [toast for person, query in taps for toast in person.toasts(query)]
        owners = [person for person in crew if person.has(SALE)]
        assert len(owners) == 1 and len(toasts) == CREW
        name = f"Менеджер {owners[0].id - FIRST:02}"
        assert sorted(toasts) == sorted(["Лид ваш", *[f"Лид уже забрали: {name}"] * (CREW - 1)])
        assert sum(person.sees("200-00-00") for person in crew) == 1
        assert not any(person.has(CLAIM) for person in crew)


async def test_the_deadline_and_the_tap_at_the_same_moment_leave_one_owner(desk: Desk) -> None:
    await desk.lead()
    message, claim = desk.petrov.data(CLAIM)
    due = await desk.app.clockwork.next()
    assert due
    desk.clock.advance(due - desk.clock.now())
    desk.telegram.tap(desk.petrov.id, message, data=claim)
    await asyncio.gather(desk.hears(), desk.app.clockwork.tick())
    await desk.settle()
    assert desk.petrov.has(SALE) != desk.sidorova.has(CLAIM)


async def test_two_take_the_same_duty_at_once_and_one_has_it(tmp_path: Path) -> None:
    async with office(tmp_path, DUTY) as desk:
        await seeks(desk.petrov, "вт 24.11")
        both = (desk.ivanov, desk.sidorova)
        taps = [(p, p.telegram.tap(p.id, p.card().message_id, TAKE_SHIFT)) for p in both]
        await desk.settle()
        toasts = [toast for person, query in taps for toast in person.toasts(query)]
        (winner,) = [person for person in both if person.sees("Смена ваша")]
        name = {202: "Ольга Сидорова", 203: "Иван Иванов"}[winner.id]
        assert sorted(toasts) == ["Смена ваша", f"Смену уже взяли: {name}"]
        assert f"Дежурит {name}" in desk.petrov.card("Замена нашлась").text
