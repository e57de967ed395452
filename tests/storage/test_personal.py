"""A client's data in the database: found, erased, scrubbed out of the files; and no column is forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Text, insert, select

from contacts.spellings import Number, Spellings
from leads.client import Client
from leads.erasure import Cause
from leads.office import Office
from storage import drafts, outdated, personal
from storage.columns import Exact, Json
from storage.database import Database
from storage.drafts import Acquaintance
from storage.tables import clients, leads, metadata
from tests.storage.small_office import NOW

PHONE, OTHER = "+79601234567", "+78432007777"
RUSTAM = Spellings([Number("9601234567", "7")])
OURS = {"offices", "people", "segments", "members", "records", "shifts", "swaps", "rosters", "invitations"}
OURS |= {"offers", "ledger", "summaries", "draws", "troubles"}  # tables of the office's own doings
LEAD = {
    "state",
    "segment",
    "owner",
    "picked",
    "picked_by",
    "path",
    "holder",
    "outcome",
    "lost_reason",
    "progress",
}
LEAD |= {"due_kind", "secretary", "source", "language", "erased", "marks"}
LEAD |= {"taken_by", "imported"}  # the key of a line that nothing can be read out of: docs/privacy.md
CARD = {"kind", "subject", "person", "stale", "message_ids"}


def test_every_column_that_could_hold_a_client_is_known_to_the_erasure() -> None:
    """A new column of text: what it holds of a client `storage.personal` erases; if it holds none, it is named here."""
    known = {
        "leads": LEAD | personal.OF_A_CLIENT.keys(),
        "clients": {"phone", "owner"},
        "cards": CARD | {"payload"},
        "set_aside": {"error", "body"},
    }
    for table in metadata.sorted_tables:
        if table.name not in OURS:
            texts = {c.name for c in table.c if isinstance(c.type, Text | Json | Exact)}
            assert texts <= known.get(table.name, set()), f"{table.name}: who erases it?"


async def call(
    database: Database, phone: str | None, text: str, at: datetime = NOW, state: str = "draft"
) -> int:
    async with database.writing() as conn:
        phones = (*([phone] if phone else []), "+79000000001", "+79000000002")
        client = Client(phone=phone, phones=phones, text=text, source_chat=1, source_messages=(7,))
        lead = drafts.add(conn, client, "rest", Acquaintance(), "olga", at)
        conn.execute(leads.update().where(leads.c.id == lead).values(state=state))
        return lead


async def test_an_erased_lead_stays_and_a_draft_does_not(database: Database, office: Office) -> None:
    closed = await call(database, PHONE, "окна", state="closed")
    second = await call(database, OTHER, "сосед 8 960 123-45-67", state="held")
    draft = await call(database, PHONE, "балкон")
    others = await call(database, OTHER, "8 843 200-77-77")
    async with database.writing() as conn:
        assert personal.of_phone(conn, PHONE) == {closed, draft}
        assert personal.that_mention(conn, RUSTAM.are_in) == {second}
        personal.erase_leads(conn, [closed, second, draft], Cause.WISH)
        assert personal.remnants(conn) == []
        assert set(conn.scalars(select(leads.c.id))) == {closed, second, others}
        assert personal.lead_rows(conn, [closed, second]) == [], "once"
        conn.execute(leads.update().where(leads.c.id == second).values(album="7", number=5))
        assert personal.remnants(conn) == [5]


async def test_texts_are_read_to_the_last_page(
    database: Database, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(personal, "PAGE", 2)
    found = [await call(database, None, text) for text in ("а", "8 960 1234567", "б", "в", "+79601234567")]
    async with database.reading() as conn:
        assert personal.that_mention(conn, RUSTAM.are_in) == {found[1], found[4]}


async def test_only_who_has_not_been_heard_of_since_is_outdated(database: Database, office: Office) -> None:
    long_ago, cutoff = NOW - timedelta(days=400), NOW - timedelta(days=365)
    for phone, at, state in (
        ("+79600000001", long_ago, "closed"),
        ("+79600000002", long_ago, "held"),
        ("+79600000003", long_ago, "closed"),
        ("+79600000003", NOW, "closed"),
        ("+79600000004", long_ago, "draft"),
        ("+79600000005", long_ago, "closed"),
    ):
        await call(database, phone, "", at, state)
    async with database.writing() as conn:
        for n, at in ((5, NOW), (6, long_ago), (7, NOW)):
            row = {"office": 1, "phone": f"+7960000000{n}", "owner": "petrov", "last_at": at}
            conn.execute(insert(clients).values(row))
        old = ["+79600000001", "+79600000004", "+79600000006"]
        assert outdated.phones(conn, cutoff, "", 10) == old
        assert outdated.phones(conn, cutoff, old[0], 1) == old[1:2], "the next ones"
        assert not outdated.is_client_old(conn, "+79600000005", [], cutoff)


async def test_a_database_is_scrubbed_while_others_use_it(database: Database, office: Office) -> None:
    assert await database.scrub(rebuild=True) and await database.scrub(rebuild=False)
    await call(database, PHONE, "окна")
