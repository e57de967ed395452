"""What is due, in which order, and once only; and leads with their offers, for lists and figures."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from leads.office import Office
from leads.scene import Due, Result, State, Step
from storage import cases, drafts, due
from storage.database import Database
from storage.drafts import Acquaintance, Client
from storage.offices import lock
from storage.tables import leads, offers
from tests.storage.small_office import NOW

MINUTE = timedelta(minutes=1)


async def _lead(conn: AsyncConnection, number: int, at: datetime | None = None, **values: Any) -> int:
    lead = await drafts.add(conn, Client(), "rest", Acquaintance(), "olga", NOW)
    row = {"number": number, "handed_at": NOW, "state": State.WAITING, "due_at": at, "due_kind": Due.STEP}
    await conn.execute(update(leads).where(leads.c.id == lead).values(row | values))
    return lead


async def _offer(conn: AsyncConnection, lead: int, **values: Any) -> None:
    row = {
        "office": 1,
        "lead": lead,
        "step": Step.OFFER,
        "scheme": "balance",
        "at": NOW,
        "people": ["petrov"],
    }
    row |= {"result": Result.OPEN, "answers": {}, "reasons": {}}
    await conn.execute(insert(offers).values(row | values))


async def test_the_longest_overdue_lead_comes_first_and_the_future_not_at_all(
    database: Database, office: Office
) -> None:
    async with database.write() as conn:
        now_due = await _lead(conn, 1, NOW)
        await _lead(conn, 2, NOW + timedelta(microseconds=1))
        overdue = await _lead(conn, 3, NOW - MINUTE)
        await _lead(conn, 4)
        assert await due.due_leads(conn, NOW) == [overdue, now_due]


async def test_the_next_deadline_is_a_leads_or_the_summarys(database: Database, office: Office) -> None:
    async with database.write() as conn:
        assert await due.next_deadline(conn) is None
        await due.plan_summary(conn, NOW + MINUTE)
        assert await due.next_deadline(conn) == await due.summary_due(conn) == NOW + MINUTE
        await _lead(conn, 1, NOW)
        await _lead(conn, 2)
        assert await due.next_deadline(conn) == NOW


async def test_leads_wait_for_their_owner_or_for_anybody_in_the_order_of_their_numbers(
    database: Database, office: Office
) -> None:
    async with database.write() as conn:
        second = await _lead(conn, 2, NOW, owner="petrov", due_kind=Due.OWNER)
        first = await _lead(conn, 1, NOW, owner="petrov", due_kind=Due.OWNER)
        await _lead(conn, 3, NOW, owner="ivanov", due_kind=Due.OWNER)
        await _lead(conn, 4, NOW, owner="petrov", due_kind=Due.ACK)
        fifth = await _lead(conn, 5, NOW, owner="ivanov", due_kind=Due.RETRY)
        assert await due.waiting_for(conn, "petrov") == [first, second, fifth]


async def test_an_offer_is_undelivered_until_somebody_has_it(database: Database, office: Office) -> None:
    async with database.write() as conn:
        lead, other = await _lead(conn, 1, state=State.OFFERED), await _lead(conn, 2)
        assert not await due.is_undelivered(conn, lead)
        await _offer(conn, lead, result=Result.LAPSED)
        assert not await due.is_undelivered(conn, lead)
        await _offer(conn, lead)
        assert await due.is_undelivered(conn, lead)
        assert not await due.is_undelivered(conn, other)
        await conn.execute(update(offers).values(delivered_at=NOW))
        assert not await due.is_undelivered(conn, lead)
        assert await due.offered_to_anybody(conn) == [lead]


async def test_one_summary_a_day_however_many_begin_it(database: Database, office: Office) -> None:
    async def begin() -> bool:
        async with database.write() as conn:
            await lock(conn)
            return await due.begin_summary(conn, "2026-11-23", NOW)

    assert sorted(await asyncio.gather(*(begin() for _ in range(5)))) == [False] * 4 + [True]
    async with database.write() as conn:
        assert not await due.begin_summary(conn, "2026-11-23", NOW)
        assert await due.begin_summary(conn, "2026-11-24", NOW)


async def test_a_periods_leads_come_with_their_offers_its_end_left_out(
    database: Database, office: Office
) -> None:
    async with database.write() as conn:
        second = await _lead(conn, 2)
        first = await _lead(conn, 1, state=State.HELD, holder="petrov")
        await _lead(conn, 3, handed_at=NOW + MINUTE)
        await _lead(conn, 4, handed_at=NOW - timedelta(microseconds=1))
        for result in (Result.DECLINED, Result.CLAIMED):
            await _offer(conn, first, result=result)
        found = await cases.handed_between(conn, NOW, NOW + MINUTE)
        assert [(lead.id, [o.result for o in offers]) for lead, offers in found] == [
            (first, [Result.DECLINED, Result.CLAIMED]),
            (second, []),
        ]
        assert [lead.id for lead, _ in await cases.in_states(conn, {State.HELD, State.DISPUTED})] == [first]
        assert await cases.id_of(conn, 2) == second
        assert await cases.id_of(conn, 99) is None
