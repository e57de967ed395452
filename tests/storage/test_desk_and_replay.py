"""The same events give the same decisions: through the desk and its database, and through a replay in memory.

Two things differ and are not compared. An `on` in recorded events is always a check-in; in the chat `/on` of somebody
who is present by the office's hours is none. And a replay draws the lots of a week when the week begins, the desk on
the Friday before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import pytest
from aiosqlite import core
from hypothesis import HealthCheck, given, settings
from sqlalchemy import delete

from bot.clock import VirtualClock
from bot.replay.decisions import TOLD, decision, decisions
from bot.replay.engine import Replay
from bot.replay.events import Event
from leads.floor import open_floor
from leads.ledger import canonical
from leads.presence import Worker
from leads.rates import Record
from leads.scene import HANDED, Entry, Lead
from leads.turns import Standing
from storage import cases, ledger, offices, scenes
from storage.database import Database
from storage.tables import metadata
from tests.storage.played_desk import WEEK, PlayedDesk
from tests.storage.random_past import MORNING, Past, Switched, pasts
from tests.storage.small_office import no_holidays
from tests.stories.one_thread import OneThread

OF_ONE_SIDE = frozenset({"off", "reminded", "draw_announced", "draw_opened"})
"""A day of return is told as a day in the chat; reminders and draws are left out of a replay's ledger."""

Facts = dict[str, Any]


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core, "Connection", OneThread)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(past=pasts())
async def test_the_same_events_give_the_same_decisions(database: Database, past: Past) -> None:
    for desk, replay in (await _compare_sides(database, past)).values():
        assert desk == replay


async def _compare_sides(database: Database, past: Past) -> dict[str, tuple[Any, Any]]:
    await _empty(database)
    desk = PlayedDesk(database, past.office, VirtualClock(MORNING - WEEK))
    await desk.play(past.events)
    replay = Replay(open_floor(past.office, no_holidays))
    replay.run(_with_switches(replay, desk.played))
    floor = replay.floor
    floor.log[:] = [
        Entry(e.kind, e.lead, json.loads(canonical(e.body))) for e in floor.log
    ]  # as it is stored
    held = [scene.lead for scene in floor.scenes]
    return {
        "decisions": (await _desk_decisions(desk), list(decisions(replay))),
        "facts": (await _desk_facts(desk), _facts(floor.workers, floor.standings, floor.records, held)),
        "entries": (await _desk_entries(desk), [e for e in floor.log if e.kind not in OF_ONE_SIDE]),
    }


def _with_switches(replay: Replay, recorded: Iterable[Event]) -> Iterator[Event]:
    """The store of a replay can be switched, though no row of a file says so: when its time has come, as any event."""
    for event in recorded:
        if isinstance(event, Switched):
            yield Event(event.at)
            replay.floor.switch(event.segment, event.scheme, event.by)
            replay.floor.set_reserve(event.segment, event.reserve, event.by)
        else:
            yield event


async def _empty(database: Database) -> None:
    async with database.write() as conn:
        for table in reversed(metadata.sorted_tables):
            await conn.execute(delete(table))


async def _desk_decisions(desk: PlayedDesk) -> list[Facts]:
    async with desk.database.read() as conn:
        found = await cases.in_states(conn, HANDED)
        entries = await ledger.everything(conn)
    names = {lead.number: desk.told[lead.id].event.lead for lead, _ in found}
    segments = {lead.number: lead.segment for lead, _ in found}
    offers = {lead.number: iter(offers) for lead, offers in found}
    return [
        decision(
            next(offers[entry.lead]),
            json.loads(entry.body),
            desk.office.timezone,
            lead=names[entry.lead],
            segment=segments[entry.lead],
        )
        for entry in entries
        if entry.kind in TOLD
    ]


async def _desk_facts(desk: PlayedDesk) -> Facts:
    async with desk.database.read() as conn:
        workers = await scenes.read_workers(conn)
        standings = {
            s.id: await offices.read_standings(conn, offices.FIRST, s.id) for s in desk.office.segments
        }
        records = {s.id: await scenes.read_records(conn, s.id) for s in desk.office.segments}
        found = await cases.in_states(conn, HANDED)
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
    async with desk.database.read() as conn:
        entries = await ledger.everything(conn)
    return [Entry(e.kind, e.lead, json.loads(e.body)) for e in entries if e.kind not in OF_ONE_SIDE]
