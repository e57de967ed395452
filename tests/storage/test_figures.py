"""Every figure of a report, against a plain computation from the ledger: random pasts, lived through the real desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.figures.part import Part
from leads.figures.report import ManagerFigures, Report, fold
from storage import cases, figures, ledger
from storage.database import Database
from tests.storage import naive_figures as naive
from tests.storage.played_desk import ALL, lived
from tests.storage.random_past import MORNING, MOSCOW, Past, compared, pasts

HOURS = st.integers(0, 100)


pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.mark.parametrize("backend", ["sqlite"])
@compared(past_examples=10)
@given(past=pasts(), from_hour=HOURS, hours=HOURS)
async def test_every_figure_is_that_of_the_ledger(
    database: Database, past: Past, from_hour: int, hours: int
) -> None:
    await _compare(database, past, from_hour, hours)


@pytest.mark.parametrize("backend", ["postgresql"])
@compared(past_examples=3)
@given(past=pasts(), from_hour=HOURS, hours=HOURS)
async def test_so_it_is_on_postgresql(database: Database, past: Past, from_hour: int, hours: int) -> None:
    await _compare(database, past, from_hour, hours)


async def _compare(database: Database, past: Past, from_hour: int, hours: int) -> None:
    await lived(database, past)
    await _compare_period(database, *ALL)
    start = MORNING + timedelta(hours=from_hour)
    await _compare_period(database, start, start + timedelta(hours=hours))


async def _compare_period(database: Database, start: datetime, end: datetime) -> None:
    async with database.reading() as store:
        found = figures.report(store, start, end)
        clock = figures.by_the_clock(store, start, end, MOSCOW)
        one_by_one = fold(cases.handed_between(store, start, end), MOSCOW)
        entries = ledger.everything(store)
    found.hours, found.weekdays = clock.hours, clock.weekdays
    assert found == one_by_one
    chosen = {n: story for n, story in naive.stories(entries).items() if start <= story.at < end}
    assert _parts(found) == naive.parts(list(chosen.values()), MOSCOW)
    assert {who: _manager(m) for who, m in found.managers.items() if _had_to_do(m)} == naive.managers(
        list(chosen.values())
    )
    owed = {who: m.due - m.received for who, m in found.managers.items() if m.gained or m.received}
    assert owed == pytest.approx(_all(owed, naive.turns(entries, set(chosen))), abs=1e-9)


def _all(owed: dict[str, float], balances: dict[str, Any]) -> dict[str, float]:
    """Whoever is level is in no list of what is owed."""
    return {who: float(balances.get(who, 0)) for who in owed.keys() | balances.keys()}


def _had_to_do(figures: ManagerFigures) -> bool:
    """Shares of turns alone do not make somebody one who was asked."""
    return bool(figures.offered or figures.sales.handed or figures.times.seconds)


def _parts(report: Report) -> dict[str, Any]:
    known = {True: report.known, False: report.unknown}
    by: dict[str, dict[Any, Part]] = {
        "segment": report.segments,
        "source": report.sources,
        "known": {key: part for key, part in known.items() if part.handed},
        "hour": report.hours,
        "weekday": report.weekdays,
    }
    found = {key: {value: _part(part) for value, part in parts.items()} for key, parts in by.items() if parts}
    return {"total": _part(report.total), **{key: parts for key, parts in found.items() if parts}}


def _part(part: Part) -> dict[str, Any]:
    counted = {name: getattr(part, name) for name in Part.__slots__ if name != "times"}
    rates = {"conversion": part.conversion, "median": part.times.median, "p90": part.times.p90}
    return counted | rates


def _manager(figures: ManagerFigures) -> dict[str, Any]:
    counted = {name: getattr(figures, name) for name in ("offered", "declined", "lapsed")}
    return counted | {"median": figures.times.median, "sales": _part(figures.sales)}
