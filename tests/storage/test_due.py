"""What is due, in which order, and once only; and leads with their offers, for lists and figures."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, update

from leads.client import Client
from leads.office import Office
from leads.scene import Due, Result, State, Step
from storage import cases, drafts, due
from storage.clients import Acquaintance
from storage.database import Database
from storage.offices import lock
from storage.tables import leads, offers
from tests.storage.small_office import NOW

MINUTE = timedelta(minutes=1)


def _lead(conn: Connection, number: int, at: datetime | None = None, **values: Any) -> int:
    lead = drafts.add(conn, Client(), "rest", Acquaintance(), "olga", NOW)
    due = {"due_at": at, "due_kind": Due.STEP} if at else {}
    row = {"number": number, "handed_at": NOW, "state": State.WAITING, **due}
    conn.execute(update(leads).where(leads.c.id == lead).values(row | values))
    return lead


def _offer(conn: Connection, lead: int, **values: Any) -> None:
    row = {
        "office": 1,
        "lead": lead,
        "step": Step.OFFER,
        "scheme": "balance",
        "at": NOW,
        "people": ["petrov"],
    }
    row |= {"result": Result.OPEN, "answers": {}, "reasons": {}}
    conn.execute(insert(offers).values(row | values))


async def test_the_longest_overdue_lead_comes_first_and_the_future_not_at_all(
    database: Database, office: Office
) -> None:
    async with database.writing() as conn:
        now_due = _lead(conn, 1, NOW)
        _lead(conn, 2, NOW + timedelta(microseconds=1))
        overdue = _lead(conn, 3, NOW - MINUTE)
        _lead(conn, 4)
        assert due.due_leads(conn, NOW) == [overdue, now_due]


async def test_the_next_deadline_is_a_leads_or_the_summarys(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        assert due.next_deadline(conn) is None
        due.plan_summary(conn, NOW + MINUTE)
        assert due.next_deadline(conn) == due.summary_due(conn) == NOW + MINUTE
        _lead(conn, 1, NOW)
        _lead(conn, 2)
        assert due.next_deadline(conn) == NOW


async def test_leads_wait_for_their_owner_or_for_anybody_in_the_order_of_their_numbers(
    database: Database, office: Office
) -> None:
    async with database.writing() as conn:
        second = _lead(conn, 2, NOW, owner="petrov", due_kind=Due.OWNER)
        first = _lead(conn, 1, NOW, owner="petrov", due_kind=Due.OWNER)
        _lead(conn, 3, NOW, owner="ivanov", due_kind=Due.OWNER)
        _lead(conn, 4, NOW, owner="petrov", due_kind=Due.ACK)
        fifth = _lead(conn, 5, NOW, owner="ivanov", due_kind=Due.RETRY)
        assert due.waiting_for(conn, "petrov") == [first, second, fifth]


async def test_an_offer_is_undelivered_until_somebody_has_it(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        lead, other = _lead(conn, 1, state=State.OFFERED), _lead(conn, 2)
        assert not due.is_undelivered(conn, lead)
        _offer(conn, lead, result=Result.LAPSED)
        assert not due.is_undelivered(conn, lead)
        _offer(conn, lead)
        assert due.is_undelivered(conn, lead)
        assert not due.is_undelivered(conn, other)
        conn.execute(update(offers).values(delivered_at=NOW))
        assert not due.is_undelivered(conn, lead)
        assert due.offered_to_anybody(conn) == [lead]


async def test_one_summary_a_day_however_many_begin_it(database: Database, office: Office) -> None:
    async def begin() -> bool:
        async with database.writing() as conn:
            lock(conn)
            return due.begin_summary(conn, "2026-11-23", NOW)

    assert sorted(await asyncio.gather(*(begin() for _ in range(5)))) == [False] * 4 + [True]
    async with database.writing() as conn:
        assert not due.begin_summary(conn, "2026-11-23", NOW)
        assert due.begin_summary(conn, "2026-11-24", NOW)


async def test_a_periods_leads_come_with_their_offers_its_end_left_out(
    database: Database, office: Office
) -> None:
    async with database.writing() as conn:
        second = _lead(conn, 2)
        first = _lead(conn, 1, state=State.HELD, holder="petrov")
        _lead(conn, 3, handed_at=NOW + MINUTE)
        _lead(conn, 4, handed_at=NOW - timedelta(microseconds=1))
        for result in (Result.DECLINED, Result.CLAIMED):
            _offer(conn, first, result=result)
        found = cases.handed_between(conn, NOW, NOW + MINUTE)
        assert [(lead.id, [o.result for o in offers]) for lead, offers in found] == [
            (first, [Result.DECLINED, Result.CLAIMED]),
            (second, []),
        ]
        assert [lead.id for lead, _ in cases.in_states(conn, {State.HELD, State.DISPUTED})] == [first]
        assert cases.id_of(conn, 2) == second
        assert cases.id_of(conn, 99) is None
