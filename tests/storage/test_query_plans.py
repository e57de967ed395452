"""What is asked all the time is answered from an index, however many leads there are."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from leads.lead import OWNED, State
from leads.sought import Sought, read_sought
from storage import (
    cards,
    cases,
    clients,
    drafts,
    draws,
    due,
    figures,
    inbox,
    ledger,
    listing,
    memo,
    people,
    scenes,
    sending,
    terms,
    touches,
)
from storage.database import Database
from storage.kinds import CardKind, Change
from storage.listing import NEWEST_FIRST, NOBODYS_FIRST, Meant
from storage.store import Store
from tests.storage.stored_office import NOW, PHONE

UTC = ZoneInfo("UTC")
Query = Callable[[Store], Any]


def sought(text: str) -> Sought:
    found = read_sought(text)
    assert found
    return found


FREQUENT: dict[str, Query] = {
    "cards that are due": sending.due,
    "cards of a lead": lambda store: cards.changed(store, Change.HANDS, 1),
    "cards of an office": lambda store: cards.changed(store, Change.OFFICE),
    "an answer that is not sent yet": lambda store: cards.place(store, 201, CardKind.ME, "me:1", {}),
    "cards on which somebody chooses": lambda store: cards.touch_lists(store, "tatarstan"),
    "the figures of a segment": lambda store: figures.report(store, NOW, NOW, "tatarstan"),
    "the figures of a day": lambda store: figures.report(store, NOW, NOW),
    "the hours of a day": lambda store: figures.by_the_clock(store, NOW, NOW, UTC),
    "the days of a month": lambda store: figures.by_day(store, NOW, NOW, UTC),
    "the first lead that came in": cases.first_handed,
    "leads that are due": lambda store: due.due_leads(store, NOW),
    "the next deadline": due.next_deadline,
    "leads that wait for somebody": lambda store: due.waiting_for(store, "petrov"),
    "offered leads": due.offered_to_anybody,
    "whether an offer is delivered": lambda store: due.is_undelivered(store, 1),
    "a client and his open leads": lambda store: clients.acquaintance(store, PHONE),
    "a lead with all that was said": lambda store: drafts.stored_or_none(store, 1),
    "what a client is called": lambda store: clients.names_of(store, 1),
    "the lead of an album": lambda store: touches.of_album(store, "7", "anna"),
    "what came later": lambda store: touches.later(store, 7),
    "leads that somebody may write on": lambda store: drafts.to_write_on(store, "petrov", 8),
    "the lead that a message shows": lambda store: cards.lead_shown_by(store, 201, 7),
    "the other drafts of a client": lambda store: drafts.beside(store, 7),
    "a lead that is looked for by a name": lambda store: terms.leads_of(
        store, sought("Закирову 1122"), None, 9
    ),
    "a lead that is looked for by digits": lambda store: terms.leads_of(store, sought("1122"), "petrov", 9),
    "the list of open leads": lambda store: listing.page(store, Meant(), NOBODYS_FIRST, 8, 8),
    "how many leads are open": lambda store: listing.count(store, Meant(segment="tatarstan")),
    "one's own leads": lambda store: listing.page(store, Meant(OWNED, holder="petrov"), NEWEST_FIRST, 0, 8),
    "leads of a period": lambda store: cases.handed_between(store, NOW, NOW),
    "held leads": lambda store: cases.in_states(store, [State.HELD, State.DISPUTED]),
    "why a lead went where": lambda store: ledger.of_lead(store, 1),
    "the end of the ledger": ledger.head,
    "who writes": lambda store: people.by_chat(store, 201),
    "whether an update is new": lambda store: inbox.first_time(store, NOW, 1),
}
GROWING = {"leads", "offers", "ledger", "cards", "clients", "contacts", "touches", "terms", "updates"}
WHOLE_OFFICE = re.compile(r"\(office=\?\)$")


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_no_frequent_query_walks_through_all_that_ever_was(database: Database) -> None:
    met = set()
    for name, query in FREQUENT.items():
        for step in (await _plan(database, query)).splitlines():
            verb, table, *_ = step.split()
            met.add(table)
            if table in GROWING and "ix_leads_due" not in step and "ix_cards_due" not in step:
                assert verb == "SEARCH", f"{name}: {step}"
                assert not WHOLE_OFFICE.search(step) or name == "the end of the ledger", f"{name}: {step}"
    assert met >= GROWING - {"updates"}, (
        "each is asked, but for what is only written, and still in these words"
    )


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize(
    ("query", "index"),
    [
        (sending.due, "ix_cards_due"),
        (lambda store: due.due_leads(store, NOW), "ix_leads_due (office=? AND due_at<?)"),
        (due.next_deadline, "ix_leads_due"),
        (
            lambda store: draws.from_week(store, "tatarstan", NOW.date()),
            "(office=? AND segment=? AND monday>?)",
        ),
        (due.next_deadline, "ix_swaps_state (office=? AND state=?)"),
        (scenes.read_workers, "ix_leads_state (office=? AND state=?)"),
        (scenes.read_workers, "ix_offers_sole (office=? AND sole>?)"),
    ],
    ids=["cards", "leads", "deadline", "draws", "next swap", "held", "asked"],
)
async def test_what_is_asked_at_every_tick_has_an_index_of_its_own(
    database: Database, query: Query, index: str
) -> None:
    assert index in await _plan(database, query)


@pytest.mark.parametrize("backend", ["sqlite"])
async def test_overdue_leads_come_sorted_from_the_index(database: Database) -> None:
    assert "TEMP B-TREE" not in await _plan(database, lambda store: due.due_leads(store, NOW))


async def _plan(database: Database, query: Query) -> str:
    """How SQLite answers each statement of this query."""
    asked: list[tuple[str, Any]] = []
    async with database.writing() as store:
        _listen(store, asked)
        query(store)
    async with database.reading() as store:
        plans = [store.conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values) for sql, values in asked]
        return "\n".join(row.detail for plan in plans for row in plan)


def _listen(store: Store, asked: list[tuple[str, Any]]) -> None:
    @event.listens_for(store.conn, "before_cursor_execute")
    def _note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        asked.append((statement, parameters))


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize("name", FREQUENT)
async def test_no_frequent_query_is_planned_anew_each_time(database: Database, name: str) -> None:
    """SQLite does so where a value of the query's own stands against the condition of an index of some rows."""
    async with database.writing() as store:
        planned: list[tuple[Any, ...]] = []

        def note(*step: Any) -> int:
            planned.append(step)
            return sqlite3.SQLITE_OK

        driver: Any = store.conn.connection.dbapi_connection
        driver.set_authorizer(note)
        try:
            for _ in range(2):
                planned.clear()
                memo.forget(store.conn)
                FREQUENT[name](store)
        finally:
            driver.set_authorizer(None)
    assert planned == []
