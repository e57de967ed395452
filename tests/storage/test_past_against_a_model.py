"""Any file, any longer file after it, any file twice: what is stored is what the rows say, and it verifies."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.progress import Progress
from sqlalchemy import select

from bot.commands.verify import verified
from storage.database import Database
from storage.set_up import write_office
from storage.tables.clients import clients as clients_table
from storage.tables.clients import contacts
from storage.tables.leads import leads
from storage.tables.office import records
from tests.files.past.files import imports
from tests.storage import naive_past as naive
from tests.storage.emptied import emptied
from tests.storage.naive_past import KAZAN, MOBILE, Row
from tests.storage.random_past import compared
from tests.storage.stored_office import NOW, stored_office

FIRST = datetime(2026, 10, 1, 7, tzinfo=UTC)
MINUTES = st.sampled_from([0, 0, 1, 5, 90])


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Few values, so that lines are alike, clients come again, and much happens at the same time."""
    at = FIRST + timedelta(minutes=draw(MINUTES))
    manager = draw(st.sampled_from(["", "petrov", "petrov", "ivanov"]))
    claimed_at = at + timedelta(minutes=draw(MINUTES)) if manager and draw(st.booleans()) else None
    outcome = draw(st.sampled_from(["", "won", "won", "lost", "bad"]))
    closed_at = (claimed_at or at) + timedelta(minutes=draw(MINUTES)) if draw(st.booleans()) else None
    return Row(
        at,
        phone=draw(st.sampled_from(["", KAZAN, KAZAN, MOBILE])),
        segment=draw(st.sampled_from(["", "", "tatarstan", "rest"])),
        manager=manager,
        claimed_at=claimed_at,
        outcome=outcome,
        closed_at=closed_at,
        amount=draw(st.sampled_from([None, 0, 12000])) if outcome == "won" else None,
    )


FILES = st.lists(rows(), min_size=1, max_size=8)


pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.mark.parametrize("backend", ["sqlite"])
@compared(past_examples=30)
@given(first=FILES, more=FILES)
async def test_what_is_stored_is_what_the_rows_say(
    database: Database, first: list[Row], more: list[Row]
) -> None:
    await _compare(database, first, more)


@pytest.mark.parametrize("backend", ["postgresql"])
@compared(past_examples=5)
@given(first=FILES, more=FILES)
async def test_so_it_is_on_postgresql(database: Database, first: list[Row], more: list[Row]) -> None:
    await _compare(database, first, more)


async def _compare(database: Database, first: list[Row], more: list[Row]) -> None:
    await emptied(database)
    async with database.writing() as store:
        write_office(store, stored_office(), NOW)
    model = naive.Office()
    for file in (first, [*first, *more], first, [*more, *first]):
        done = await imports(database, NOW, [row.as_csv() for row in file])
        added = model.imports(file)
        assert (done.added, done.there) == (added, len(file) - added)
    await _is_stored(database, model)


async def _is_stored(database: Database, model: naive.Office) -> None:
    async with database.reading() as store:
        theirs = contacts.c.client == leads.c.client
        query = select(leads, contacts.c.value.label("phone")).outerjoin_from(leads, contacts, theirs)
        stored = store.execute(query.order_by(leads.c.number)).mappings()
        for row, lead in zip(stored, model.leads, strict=True):
            assert {name: row[name] for name in lead} == lead
        had = select(contacts.c.value, clients_table.c.owner, clients_table.c.last_at).join(clients_table)
        clients = store.execute(had.where(clients_table.c.last_at.is_not(None)))
        assert {phone: (owner, at) for phone, owner, at in clients} == model.clients
        found: dict[tuple[str, str, str], Any] = {}
        for r in store.execute(select(records)):
            found[r.segment, r.person, "won"] = r.won
            found[r.segment, r.person, "lost"] = r.lost
        assert {key: many for key, many in found.items() if many} == dict(model.records)
        verified(store, Progress(disable=True), NOW)
