"""What is asked all the time is answered from an index, however many leads there are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection

from leads.scene import State
from storage import cards, cases, drafts, due, ledger, scenes
from storage.database import Database
from tests.storage.small_office import NOW, PHONE

Query = Callable[[AsyncConnection], Awaitable[Any]]
FREQUENT: dict[str, Query] = {
    "ix_cards_due": cards.due,
    "ix_cards_subject": lambda conn: cards.touch(conn, "lead", "1"),
    "ix_leads_due (office=? AND due_at<?)": lambda conn: due.due_leads(conn, NOW),
    "ix_leads_due (office=?)": due.next_deadline,
    "ix_leads_phone (office=? AND phone=?)": lambda conn: drafts.acquaintance(conn, PHONE),
    "ix_leads_album (office=? AND album=?)": lambda conn: drafts.of_album(conn, "7", "olga"),
    "ix_leads_handed (office=? AND handed_at>? AND handed_at<?)": lambda conn: cases.handed_between(
        conn, NOW, NOW
    ),
    "ix_leads_state (office=? AND state=?)": lambda conn: cases.in_states(conn, [State.HELD]),
    "ix_offers_lead (lead=?)": lambda conn: due.is_undelivered(conn, 1),
    "ix_offers_sole (office=? AND sole>?)": scenes.read_workers,
    "ix_ledger_lead (office=? AND lead=?)": lambda conn: ledger.of_lead(conn, 1),
}


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_frequent_queries_use_their_indexes(database: Database) -> None:
    for index, query in FREQUENT.items():
        plan = await _plan(database, query)
        assert index in plan, f"{index} is not in\n{plan}"


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize("query", [cards.due, lambda conn: due.due_leads(conn, NOW)], ids=["cards", "leads"])
async def test_what_is_due_comes_sorted_from_the_index(database: Database, query: Query) -> None:
    assert "TEMP B-TREE" not in await _plan(database, query)


async def _plan(database: Database, query: Query) -> str:
    """How SQLite answers each statement of this query."""
    asked: list[tuple[str, Any]] = []
    async with database.write() as conn:
        _listen(conn, asked)
        await query(conn)
    async with database.read() as conn:
        plans = [await conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values) for sql, values in asked]
        return "\n".join(row.detail for plan in plans for row in plan)


def _listen(conn: AsyncConnection, asked: list[tuple[str, Any]]) -> None:
    @event.listens_for(conn.sync_connection, "before_cursor_execute")
    def _note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        asked.append((statement, parameters))
