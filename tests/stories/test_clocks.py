"""Clocks jump, machines sleep, and twice a year the hour changes: every deadline fires once and in time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, REACHED, SALE

ALWAYS = varied(OFFICE, hours="always")
NIGHTS = [
    # the night's Saturday noon, in UTC; how long the night is there
    ("Europe/Berlin", datetime(2027, 3, 27, 11, 0, tzinfo=UTC), 23),
    ("Europe/Berlin", datetime(2026, 10, 24, 10, 0, tzinfo=UTC), 25),
    ("America/Chicago", datetime(2027, 3, 13, 18, 0, tzinfo=UTC), 23),
    ("America/Chicago", datetime(2026, 10, 31, 17, 0, tzinfo=UTC), 25),
]


def corrected(desk: Desk, **by: float) -> None:
    """The computer's clock is put right; the seconds that pass go on as ever."""
    desk.clock._start += timedelta(**by)


async def lapses(desk: Desk) -> int:
    return sum(entry[3] == "lapsed" for entry in (await desk.stored())["ledger"])


async def ticks(desk: Desk, minutes: float) -> None:
    """A look every ten seconds, as if the machine ran on."""
    for _ in range(round(minutes * 6)):
        desk.clock.advance(timedelta(seconds=10))
        await desk.settle()


async def test_a_clock_that_jumps_ahead_fires_once_what_is_due_by_it_and_gives_the_next_his_time(
    desk: Desk,
) -> None:
    await desk.lead()
    corrected(desk, hours=3)
    await desk.settle()
    assert await lapses(desk) == 1
    assert desk.sidorova.has(CLAIM)
    await ticks(desk, 4)
    assert await lapses(desk) == 1, "she has her five minutes"
    await ticks(desk, 1.5)
    assert await lapses(desk) == 2


@pytest.mark.parametrize("restarted", [False, True])
async def test_a_clock_that_is_put_back_by_hours_holds_nothing_up_for_hours(
    desk: Desk, restarted: bool
) -> None:
    corrected(desk, hours=5)
    await desk.lead()
    corrected(desk, hours=-5)
    if restarted:
        await desk.restarts()
    await desk.settle()
    assert await lapses(desk) == 0
    await ticks(desk, 6.5)
    assert await lapses(desk) == 1
    assert desk.sidorova.has(CLAIM)


async def test_whoever_claims_what_was_offered_by_a_wrong_clock_has_it(desk: Desk) -> None:
    corrected(desk, hours=5)
    await desk.lead()
    corrected(desk, hours=-5)
    await desk.settle()
    await desk.petrov.taps(CLAIM)
    assert desk.petrov.has(SALE)


async def test_a_wrong_hour_and_back_again_fires_nothing_twice(desk: Desk) -> None:
    await desk.lead()
    for hours in (9, -9, 9, -9):
        corrected(desk, hours=hours)
        await desk.settle()
    assert desk.orlova.chat().count("Итоги") <= 1
    entries = [entry[3] for entry in (await desk.stored())["ledger"] if entry[4] == 1]
    assert entries.count("lapsed") <= 2
    await ticks(desk, 12)
    await desk.passes(hours=9)
    assert desk.orlova.chat().count("Итоги") == 1


async def test_a_reminder_planned_by_a_wrong_clock_comes_a_day_from_now(desk: Desk) -> None:
    corrected(desk, hours=5)
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REACHED)
    corrected(desk, hours=-5)
    await desk.settle()
    await desk.passes(hours=24, minutes=1)
    assert "Что нового?" in desk.petrov.card("№1").text


@pytest.mark.parametrize("is_counted", [True, False])
async def test_a_machine_that_slept_does_at_once_what_fell_due(desk: Desk, is_counted: bool) -> None:
    """Whether the seconds that pass stand still in the meantime depends on the system."""
    await desk.lead()
    if is_counted:
        desk.clock.advance(timedelta(hours=3))
    else:
        corrected(desk, hours=3)
    await desk.settle()
    assert await lapses(desk) == 1 and desk.sidorova.has(CLAIM)


async def test_a_clock_a_few_seconds_off_changes_no_deadline(desk: Desk) -> None:
    await desk.lead()
    due = await desk.app.clockwork.next()
    corrected(desk, seconds=-2)
    await desk.settle()
    assert await desk.app.clockwork.next() == due


def days_told(desk: Desk) -> list[str]:
    """The evening messages about a day; those of a week or a month come beside them."""
    return [m.text for m in desk.orlova.messages() if re.match(r"(Итоги: )?\d+ [а-я]+(:|\n)", m.text)]


@pytest.mark.parametrize(("zone", "noon", "hours"), NIGHTS)
async def test_over_a_change_of_the_hour_summary_hours_and_leave_go_by_the_wall(
    tmp_path: Path, zone: str, noon: datetime, hours: int
) -> None:
    text = varied(OFFICE, timezone=zone, hours={"mon-fri": "09:00-18:00", "sun": "10:00-15:00"})
    async with office(tmp_path, text, noon) as desk:
        await desk.petrov.sends(f"/off {(noon + timedelta(days=1)).day}.{(noon + timedelta(days=1)).month}")
        await desk.lead()
        assert not desk.sidorova.has(CLAIM), "on Saturday nobody works"
        await desk.passes(hours=6, minutes=30)
        assert len(days_told(desk)) == 1
        opens = noon + timedelta(hours=hours - 2)
        desk.clock.advance(opens - timedelta(seconds=1) - desk.clock.now())
        await desk.settle()
        assert not desk.petrov.has(CLAIM) and not desk.sidorova.has(CLAIM)
        desk.clock.advance(timedelta(seconds=1))
        await desk.settle()
        assert desk.petrov.has(CLAIM), "he is back from midnight on the wall, and first in line"
        evening = noon + timedelta(hours=hours + 6, minutes=30)
        desk.clock.advance(evening - timedelta(seconds=1) - desk.clock.now())
        await desk.settle()
        told = len(days_told(desk))
        desk.clock.advance(timedelta(seconds=1))
        await desk.settle()
        assert len(days_told(desk)) == told + 1, "once a day, at half past six on the wall"


@pytest.mark.parametrize(("zone", "noon", "hours"), NIGHTS)
async def test_an_offer_and_a_reminder_count_real_hours_through_that_night(
    tmp_path: Path, zone: str, noon: datetime, hours: int
) -> None:
    async with office(tmp_path, varied(ALWAYS, timezone=zone), noon) as desk:
        desk.clock.advance(timedelta(hours=hours - 10.6))  # shortly before two or three at night
        await desk.lead()
        await desk.passes(minutes=5)
        assert await lapses(desk) == 1
        await desk.sidorova.taps(CLAIM)
        await desk.passes(hours=23, minutes=59)
        assert "Что нового?" not in desk.sidorova.card("№1").text
        await desk.passes(minutes=2)
        assert "Что нового?" in desk.sidorova.card("№1").text
