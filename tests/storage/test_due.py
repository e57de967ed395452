"""What is due, in which order, and once only; and leads with their offers, for lists and figures."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, update

from leads.client import Client
from leads.lead import Due, Result, State, Step
from leads.office import Office
from storage import cases, drafts, due
from storage.clients import Acquaintance
from storage.database import Database
from storage.offices import lock
from storage.store import Store
from storage.tables.leads import leads, offers
from tests.storage.stored_office import NOW

MINUTE = timedelta(minutes=1)


def _lead(store: Store, number: int, at: datetime | None = None, **values: Any) -> int:
    lead = drafts.add(store, Client(), "rest", Acquaintance(), "anna", NOW)
    due = {"due_at": at, "due_kind": Due.STEP} if at else {}
    row = {"number": number, "handed_at": NOW, "state": State.WAITING, **due}
    store.execute(update(leads).where(leads.c.id == lead).values(row | values))
    return lead


def _offer(store: Store, lead: int, **values: Any) -> None:
    row = {
        "office": 1,
        "lead": lead,
        "step": Step.OFFER,
        "scheme": "balance",
        "at": NOW,
        "people": ["petrov"],
    }
    row |= {"result": Result.OPEN, "answers": {}, "reasons": {}}
    store.execute(insert(offers).values(row | values))


async def test_the_longest_overdue_lead_comes_first_and_the_future_not_at_all(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        now_due = _lead(store, 1, NOW)
        _lead(store, 2, NOW + timedelta(microseconds=1))
        overdue = _lead(store, 3, NOW - MINUTE)
        _lead(store, 4)
        assert due.due_leads(store, NOW) == [overdue, now_due]


async def test_the_next_deadline_is_a_leads_or_the_summarys(database: Database, office: Office) -> None:
    async with database.writing() as store:
        assert due.next_deadline(store) is None
        due.plan_summary(store, NOW + MINUTE)
        assert due.next_deadline(store) == due.summary_due(store) == NOW + MINUTE
        _lead(store, 1, NOW)
        _lead(store, 2)
        assert due.next_deadline(store) == NOW


async def test_leads_wait_for_their_owner_or_for_anybody_in_the_order_of_their_numbers(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        second = _lead(store, 2, NOW, owner="petrov", due_kind=Due.OWNER)
        first = _lead(store, 1, NOW, owner="petrov", due_kind=Due.OWNER)
        _lead(store, 3, NOW, owner="ivanov", due_kind=Due.OWNER)
        _lead(store, 4, NOW, owner="petrov", due_kind=Due.ACK)
        fifth = _lead(store, 5, NOW, owner="ivanov", due_kind=Due.RETRY)
        assert due.waiting_for(store, "petrov") == [first, second, fifth]


async def test_an_offer_is_undelivered_until_somebody_has_it(database: Database, office: Office) -> None:
    async with database.writing() as store:
        lead, other = _lead(store, 1, state=State.OFFERED), _lead(store, 2)
        assert not due.is_undelivered(store, lead)
        _offer(store, lead, result=Result.LAPSED)
        assert not due.is_undelivered(store, lead)
        _offer(store, lead)
        assert due.is_undelivered(store, lead)
        assert not due.is_undelivered(store, other)
        store.execute(update(offers).values(delivered_at=NOW))
        assert not due.is_undelivered(store, lead)
        assert due.offered_to_anybody(store) == [lead]


async def test_one_summary_a_day_however_many_begin_it(database: Database, office: Office) -> None:
    async def begin() -> bool:
        async with database.writing() as store:
            lock(store)
            return due.begin_summary(store, "2026-11-23", NOW)

    assert sorted(await asyncio.gather(*(begin() for _ in range(5)))) == [False] * 4 + [True]
    async with database.writing() as store:
        assert not due.begin_summary(store, "2026-11-23", NOW)
        assert due.begin_summary(store, "2026-11-24", NOW)


async def test_a_periods_leads_come_with_their_offers_its_end_left_out(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        second = _lead(store, 2)
        first = _lead(store, 1, state=State.HELD, holder="petrov")
        _lead(store, 3, handed_at=NOW + MINUTE)
        _lead(store, 4, handed_at=NOW - timedelta(microseconds=1))
        for result in (Result.DECLINED, Result.CLAIMED):
            _offer(store, first, result=result)
        found = cases.handed_between(store, NOW, NOW + MINUTE)
        assert [(lead.id, [o.result for o in offers]) for lead, offers in found] == [
            (first, [Result.DECLINED, Result.CLAIMED]),
            (second, []),
        ]
        assert [lead.id for lead, _ in cases.in_states(store, {State.HELD, State.DISPUTED})] == [first]
        assert cases.id_of(store, 2) == second
        assert cases.id_of(store, 99) is None
