"""Habits counted by the database are those of the leads one by one; random pasts, lived through the real desk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import given

from leads.figures.habits import Habits, Kind
from leads.figures.report import Case
from leads.lead import Outcome
from storage import cases, figures, ledger
from storage.database import Database
from tests.storage.played_desk import ALL, lived
from tests.storage.random_past import MORNING, Past, compared, pasts

OLD = MORNING + timedelta(hours=30)


pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.mark.parametrize("backend", ["sqlite"])
@compared(past_examples=6)
@given(past=pasts())
async def test_they_are_those_of_the_leads_one_by_one(database: Database, past: Past) -> None:
    await _compare(database, past)


@pytest.mark.parametrize("backend", ["postgresql"])
@compared(past_examples=2)
@given(past=pasts())
async def test_so_they_are_on_postgresql(database: Database, past: Past) -> None:
    await _compare(database, past)


async def _compare(database: Database, past: Past) -> None:
    await lived(database, past)
    async with database.reading() as store:
        counted, closed = figures.habits(store, *ALL, OLD), figures.closings(store, *ALL)
        told = cases.handed_between(store, *ALL)
        entries = ledger.everything(store)
    numbers = {lead.number for lead, _ in told}
    gone = [json.loads(row.body)["who"] for row in entries if row.kind == "returned" and row.lead in numbers]
    assert counted == _one_by_one(told, gone, OLD)
    assert closed == _closed(told)


def _one_by_one(told: Sequence[Case], gone: list[str], old: datetime) -> Habits:
    found = Habits()
    for lead, offers in told:
        for offer in offers:
            found.count_offer(offer)
        found.count_lead(lead, is_old=lead.held_at is not None and lead.held_at < old)
    for who in gone:
        found.count_returned(who)
    return found


def _closed(told: Sequence[Case]) -> dict[Kind, tuple[int, int]]:
    found: dict[Kind, tuple[int, int]] = {}
    for lead, _ in told:
        if lead.outcome in {Outcome.WON, Outcome.LOST} and not lead.own:
            kind = lead.segment, lead.source or "", lead.known
            won, lost = found.get(kind, (0, 0))
            is_won = lead.outcome is Outcome.WON
            found[kind] = (won + is_won, lost + (not is_won))
    return found
