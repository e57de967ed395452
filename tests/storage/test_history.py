"""The office's own history, replayed: under the same schemes it is what it was, from the office's first day on.

The real desk lives a random past in its database; what is read from there, and nothing else, is played again. Everybody
who was asked in fact is asked again, so nothing has to be assumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.clock import VirtualClock
from leads.lead import Lead, Offer
from leads.rates import Record
from leads.schemes import SCHEMES
from leads.track import Closing, Sort
from reports.replay import events
from reports.replay.engine import Replay
from reports.replay.events import Answer, Event
from reports.replay.runs import AS_SET_UP
from reports.whatif.past import Past, read_past
from reports.whatif.trying import FACT, replayed, try_schemes
from storage.database import Database
from storage.history import all_closings, closed_of
from storage.offices import read_office
from storage.tables.leads import leads
from tests.leads.office import no_holidays
from tests.storage import random_past
from tests.storage.emptied import emptied
from tests.storage.played_desk import WEEK, PlayedDesk
from tests.storage.random_past import MORNING, Switched, compared, pasts

LATER = MORNING + timedelta(days=30)


pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.mark.parametrize("backend", ["sqlite"])
@compared(past_examples=12)
@given(past=pasts())
async def test_a_history_replayed_under_its_own_schemes_is_what_it_was(
    database: Database, past: random_past.Past
) -> None:
    await _compare(database, past)


@pytest.mark.parametrize("backend", ["postgresql"])
@compared(past_examples=4)
@given(past=pasts())
async def test_so_it_is_on_postgresql(database: Database, past: random_past.Past) -> None:
    await _compare(database, past)


@pytest.mark.parametrize("backend", ["sqlite"])
@compared(past_examples=6)
@given(past=pasts(), days=st.integers(0, 3), most=st.sampled_from([1, 3, 100]))
async def test_from_whatever_day_on_every_lead_goes_its_way_under_every_scheme(
    database: Database, past: random_past.Past, days: int, most: int
) -> None:
    await _live(database, past)
    async with database.reading() as store:
        start = MORNING + timedelta(days=days, hours=2)
        history = read_past(store, read_office(store), no_holidays, start, LATER, most)
        assert closed_of(store, LATER) == _closed(all_closings(store)), "what the shares go by, week by week"
    found = try_schemes(history, tuple(SCHEMES))
    assert [one.name for one in found] == [FACT, AS_SET_UP, *SCHEMES]
    numbers = sorted(lead.number or 0 for lead, _ in history.cases)
    for one in found:
        assert one.report.total.handed == len(numbers), one.name
        assert sum(one.leads.values()) <= len(numbers), one.name
    assert try_schemes(history, tuple(SCHEMES)) == found, "the same past is told the same way"
    everything = await _numbers_since(database, start)
    assert numbers == everything[-len(numbers) :] if numbers else not everything
    assert history.is_cut is (0 < len(numbers) < len(everything))


def _closed(closings: Mapping[tuple[str, Closing], Record]) -> dict[str, dict[Sort, Record]]:
    found: dict[str, dict[Sort, Record]] = {}
    for (segment, closing), record in closings.items():
        if record.closed:
            here, pair = found.setdefault(segment, {}), closing.sort
            before = here.get(pair, Record())
            here[pair] = Record(before.won + record.won, before.lost + record.lost)
    return found


async def _numbers_since(database: Database, start: datetime) -> list[int]:
    handed = select(leads.c.number).where(leads.c.handed_at >= start).order_by(leads.c.number)
    async with database.reading() as store:
        return list(store.scalars(handed))


async def _compare(database: Database, past: random_past.Past) -> None:
    history, latest = await _lived(database, past)
    replay = replayed(AS_SET_UP, history, _until(latest, history.events))
    assert _ways(replay) == {str(lead.number): _way(lead, offers) for lead, offers in history.cases}


def _until(latest: datetime, recorded: Sequence[Event]) -> list[Event]:
    """Without what came of it afterwards, when neither side plays what never ends: no time must pass for that.

    What happened last may have left no trace, but time went on until then.
    """
    afterwards = [event for event in recorded if event.at > latest]
    assert all(isinstance(event, events.WasThere) for event in afterwards)
    return [*recorded[: len(recorded) - len(afterwards)], Event(latest)]


async def _lived(database: Database, past: random_past.Past) -> tuple[Past, datetime]:
    """What the database tells of a past that the desk has lived, and when the last thing happened in it."""
    latest = await _live(database, past)
    async with database.reading() as store:
        office = read_office(store)
        return read_past(store, office, no_holidays, MORNING - WEEK, LATER), latest


async def _live(database: Database, past: random_past.Past) -> datetime:
    await emptied(database)
    desk = PlayedDesk(database, past.office, VirtualClock(MORNING - WEEK))
    recorded = list(_never_at_once(past.events))
    await desk.play(recorded)
    return max((event.at for event in recorded), default=MORNING)


def _never_at_once(recorded: tuple[Event, ...]) -> Iterator[Event]:
    """No two things at the same instant, which a ledger puts in an order of its own; and no scheme is switched."""
    parts = count(1)
    for n, event in enumerate(recorded):
        if isinstance(event, Switched):
            continue
        moved = replace(event, at=event.at + n * timedelta(seconds=1.37))
        if isinstance(moved, events.HandedOver):
            answers = {who: _apart(answer, next(parts)) for who, answer in moved.answers.items()}
            moved = replace(moved, answers=answers)
        yield moved


def _apart(answer: Answer, part: int) -> Answer:
    return replace(answer, after=answer.after + part * timedelta(milliseconds=11)) if answer.after else answer


def _ways(replay: Replay) -> dict[str, Any]:
    return {name: _way(case.scene.lead, case.scene.offers) for name, case in replay.cases.items()}


def _way(lead: Lead, offers: Sequence[Offer]) -> Any:
    """Who was offered a lead, in which step, what came of it, and who holds it in the end."""
    steps = [(o.step, o.scheme, o.people, o.result, o.claimed_by, o.fair) for o in offers]
    return lead.segment, lead.known, lead.state, lead.holder, steps
