"""Managers with hours of their own: nobody is asked out of theirs, and everybody can see why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.offices import OFFICE, varied
from tests.stories.desk import office
from tests.stories.words import CLAIM

LUNCH = {"mon-fri": ["09:00-13:00", "14:00-18:00"]}
EVENINGS = {"mon-fri": "12:00-21:00"}
ONE_TEAM = varied(OFFICE, segments={"tatarstan": {"members": ["petrov", "sidorova"]}})


def hours(**people: Mapping[str, Any]) -> str:
    return varied(ONE_TEAM, people={who: {"hours": own} for who, own in people.items()})


def moscow(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=UTC) - timedelta(hours=3)


async def test_whoever_is_not_in_their_hours_is_passed_over_and_everybody_is_told_why(tmp_path: Path) -> None:
    async with office(tmp_path, hours(petrov=EVENINGS), moscow("23T10:00")) as desk:
        await desk.lead()
        assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
        await desk.petrov.sends("/why 1")
        assert "Это было не ваше рабочее время" in desk.petrov.card("Почему №1").text
        await desk.petrov.sends("/me")
        assert "не ваши часы работы" in desk.petrov.card("Пётр Петров").text
        await desk.petrov.sends("/queue")
        assert "не рабочее время" in desk.petrov.card("Татарстан").text
        await desk.smirnov.sends("/office")
        assert "не рабочее время" in desk.smirnov.card("Окна Казань").text
        await desk.restarts()
        await desk.passes(hours=2)
        await desk.lead()
        assert desk.petrov.card("№2", button=CLAIM)
        await desk.petrov.taps(CLAIM, on="№2")
        assert "the set-up is as entry" in await desk.verifies()


async def test_an_offer_ends_at_lunch_and_a_late_tap_is_told_that_it_cost_nothing(tmp_path: Path) -> None:
    async with office(tmp_path, hours(petrov=LUNCH), moscow("23T12:58")) as desk:
        await desk.lead()
        button = desk.petrov.data(CLAIM)
        await desk.passes(minutes=2)
        assert "Начался обед" in desk.petrov.card("№1").text and desk.sidorova.has(CLAIM)
        assert "ничего не стоит" in await desk.petrov.taps_data(*button)
        await desk.sidorova.taps(CLAIM)
        await desk.passes(hours=1)
        await desk.lead()
        assert desk.petrov.card("№2", button=CLAIM), "he is the first in line still"
        await desk.verifies()


async def test_at_everybodys_lunch_the_secretary_reads_when_the_lead_goes_on(tmp_path: Path) -> None:
    async with office(tmp_path, hours(petrov=LUNCH, sidorova=LUNCH), moscow("23T13:10")) as desk:
        await desk.lead()
        assert "14:00" in desk.anna.card("№1").text
        await desk.restarts()
        await desk.passes(minutes=50)
        assert desk.petrov.has(CLAIM)


async def test_a_rota_counts_days_and_the_evening_is_theirs_when_the_office_is_closed(tmp_path: Path) -> None:
    rota = {"start": date(2026, 11, 23), "on": 2, "off": 2, "hours": "09:00-21:00"}
    two_two = varied(ONE_TEAM, people={"petrov": {"rota": rota}})
    async with office(tmp_path, two_two, moscow("23T19:00")) as desk:
        await desk.lead()
        assert desk.petrov.has(CLAIM)
        await desk.petrov.taps(CLAIM)
        await desk.passes(days=2)  # the 25th, the first day off, in the evening
        await desk.lead()
        assert "Офис закрыт" in desk.anna.card("№2").text
        await desk.passes(hours=14)
        assert desk.sidorova.card("№2", button=CLAIM)


async def test_hours_that_a_file_changes_end_an_offer_that_is_out(tmp_path: Path) -> None:
    async with office(tmp_path, ONE_TEAM, moscow("23T10:00")) as desk:
        await desk.lead()
        assert desk.petrov.has(CLAIM)
        await desk.set_up(hours(petrov=EVENINGS))
        await desk.passes(seconds=2)
        assert not desk.petrov.has(CLAIM) and desk.sidorova.has(CLAIM)
        await desk.verifies()
