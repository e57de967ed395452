"""The same events give the same decisions: through the desk and its database, and through a replay in memory.

Some of it differs by nature and is not compared. An `on` in recorded events is always a check-in; in the chat `/on` of
somebody who is present by the office's hours is none, so the replay is not told of it. A replay draws the lots of a
week when the week begins, the desk on the Friday before it, or a quarter of an hour after a segment came to the
lottery: in these pasts no team changes in between, and no segment comes to the lottery that was not there before. And
a replay reminds nobody of an outcome: that moves no lead.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given

from bot.clock import VirtualClock
from leads.entries.asking import Handed, Offered
from leads.entries.hands import Assigned
from leads.entries.kinds import Entry, read
from leads.entries.people import Off
from leads.floor import open_floor
from leads.lead import HANDED, Lead
from leads.ledger import canonical
from leads.presence import Worker
from leads.proof.audit import opened
from leads.rates import Record
from leads.track import Closing
from leads.turns import Standing
from reports.replay.engine import Replay
from reports.replay.events import Event
from reports.replay.output import decision, decisions
from storage import cases, history, ledger, offices, scenes
from storage.database import Database
from tests.leads.office import no_holidays
from tests.storage.emptied import emptied
from tests.storage.played_desk import WEEK, PlayedDesk
from tests.storage.random_past import MORNING, MOSCOW, Past, Switched, compared, pasts

OF_ONE_SIDE = frozenset({"reminded", "repeated", "draw_announced", "draw_opened", "set_up"})
"""A replay tells nobody anything; the desk says leads that nobody has again, several at once."""

Facts = dict[str, Any]


pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.mark.parametrize("backend", ["sqlite"])
@compared(past_examples=15)
@given(past=pasts())
async def test_the_same_events_give_the_same_decisions(database: Database, past: Past) -> None:
    await _compare(database, past)


@pytest.mark.parametrize("backend", ["postgresql"])
@compared(past_examples=5)
@given(past=pasts())
async def test_so_they_do_on_postgresql(database: Database, past: Past) -> None:
    await _compare(database, past)


async def _compare(database: Database, past: Past) -> None:
    await emptied(database)
    desk = PlayedDesk(database, past.office, VirtualClock(MORNING - WEEK))
    await desk.play(past.events)
    replay = Replay(open_floor(past.office, no_holidays))
    replay.run(_with_switches(replay, desk.played))
    floor = replay.floor
    floor.log[:] = [_as_stored(entry) for entry in floor.log]
    assert await _desk_decisions(desk) == list(decisions(replay))
    held = [scene.lead for scene in floor.scenes]
    assert await _desk_facts(desk) == _facts(floor.workers, floor.standings, floor.records, held)
    assert await _desk_closings(desk) == _some_closings(
        {(segment, c): r for segment, track in floor.tracks.items() for c, r in track.closings.items()}
    )
    assert await _desk_entries(desk) == [entry for entry in floor.log if entry.kind not in OF_ONE_SIDE]


def _as_stored(entry: Entry) -> Entry:
    """As JSON; and in the chat one is away until a day, not until an instant."""
    said = read(entry.kind, json.loads(canonical(entry.body)))
    if isinstance(said, Off) and said.until:
        day = datetime.fromisoformat(said.until).astimezone(MOSCOW).date()
        said = replace(said, until=day.isoformat())
    return Entry(entry.lead, said)


def _with_switches(replay: Replay, recorded: Iterable[Event]) -> Iterator[Event]:
    """The store of a replay can be switched, though no row of a file says so: when its time has come, as any event."""
    for event in recorded:
        if isinstance(event, Switched):
            yield Event(event.at)
            replay.floor.switch(event.segment, event.scheme, event.by)
            replay.floor.set_reserve(event.segment, event.reserve, event.by)
            replay.look_again(event.at)
            yield Event(event.at)  # whoever is asked by the new scheme answers before anything else happens
        else:
            yield event


async def _desk_decisions(desk: PlayedDesk) -> list[Facts]:
    async with desk.database.reading() as store:
        found = cases.in_states(store, HANDED)
        entries = ledger.everything(store)
    names = {lead.number: desk.told[lead.id].event.lead for lead, _ in found}
    segments = {lead.number: lead.segment for lead, _ in found}
    offers = {lead.number: iter(offers) for lead, offers in found}
    return [
        decision(
            next(offers[entry.lead]),
            entry.said,
            desk.office.timezone,
            lead=names[entry.lead],
            segment=segments[entry.lead],
        )
        for entry in map(opened, entries)
        if isinstance(entry.said, Offered | Assigned)
    ]


async def _desk_closings(desk: PlayedDesk) -> Facts:
    async with desk.database.reading() as store:
        return _some_closings(history.all_closings(store))


def _some_closings(found: Mapping[tuple[str, Closing], Record]) -> Facts:
    return {str(key): record for key, record in found.items() if record.closed}


async def _desk_facts(desk: PlayedDesk) -> Facts:
    async with desk.database.reading() as store:
        workers = scenes.read_workers(store)
        standings = {s.id: offices.read_standings(store, s.id) for s in desk.office.segments}
        records = {s.id: offices.read_records(store, s.id) for s in desk.office.segments}
        found = cases.in_states(store, HANDED)
    return _facts(workers, standings, records, [lead for lead, _ in found])


def _facts(
    workers: Mapping[str, Worker],
    standings: Mapping[str, Mapping[str, Standing]],
    records: Mapping[str, Mapping[str, Record]],
    leads: Iterable[Lead],
) -> Facts:
    """What is left in the end: who is where, every balance and place, every closing record, every lead's state."""
    return {
        "workers": {who: asdict(worker) for who, worker in workers.items()},
        "standings": {
            id: {who: asdict(s) for who, s in several.items()} for id, several in standings.items()
        },
        "records": {id: {who: asdict(r) for who, r in several.items()} for id, several in records.items()},
        "leads": [
            (lead.number, lead.state, lead.holder, lead.outcome, lead.amount, lead.rung) for lead in leads
        ],
    }


async def _desk_entries(desk: PlayedDesk) -> list[Entry]:
    async with desk.database.reading() as store:
        entries = ledger.everything(store)
    return [_uncounted(opened(e)) for e in entries if e.kind not in OF_ONE_SIDE]


def _uncounted(entry: Entry) -> Entry:
    """A replay knows of no draft, and so not how long one lay."""
    said = entry.said
    return Entry(entry.lead, replace(said, waited=None)) if isinstance(said, Handed) else entry
