"""A client's data in the database: found, erased, scrubbed out of the files; and no column is forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Text, delete, func, select, update

from contacts.spellings import Number, Spellings
from leads.client import Cause, Client
from leads.office import Office
from storage import clients as known_clients
from storage import drafts, personal
from storage.clients import acquaintance
from storage.columns import Exact, Json
from storage.database import Database
from storage.tables.base import metadata
from storage.tables.clients import contacts, touches
from storage.tables.leads import leads
from tests.storage.stored_office import NOW

PHONE, OTHER = "+79601234567", "+78432007777"
RUSTAM = Spellings([Number("9601234567", "7")])
OURS = {
    "offices",
    "people",
    "segments",
    "members",
    "records",
    "closings",
    "shifts",
    "swaps",
    "rosters",
    "invitations",
}
OURS |= {
    "offers",
    "ledger",
    "summaries",
    "draws",
    "troubles",
    "watches",
    "joins",
    "changes",
    "feeds",
    "mailboxes",
    "upkeep",
    "secrets",
    "crm_leads",
    "crms",
    "hooks",
    "deliveries",
}  # tables of the office's own doings
DELETED = {"clients", "contacts", "touches", "terms"}  # row by row
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
LEAD |= {"due_kind", "secretary", "source", "erased", "marks"}
LEAD |= {"contacted_by", "appointment_what", "mark_before", "mark_kept_what", "bad_reason"}
LEAD |= {"taken_by", "imported"}  # the key of a line that nothing can be read out of: docs/privacy.md
REQUEST = {
    "source",
    "kind",
    "key",
    "digest",
    "query",
    "content_type",
    "state",
    "trouble",
    "call",
    "contact",
    "fields",
}
CARD = {"kind", "subject", "person", "stale", "message_ids", "cause"}


def test_every_column_that_could_hold_a_client_is_known_to_the_erasure() -> None:
    """A new column of text: `storage.personal` erases what it holds of a client; if it holds none, it is named here."""
    known = {"leads": LEAD, "cards": CARD | {"payload"}, "set_aside": {"error", "body"}, "requests": REQUEST}
    for table in metadata.sorted_tables:
        if table.name not in OURS | DELETED:
            texts = {c.name for c in table.c if isinstance(c.type, Text | Json | Exact)}
            assert texts == known.get(table.name, set()), f"{table.name}: who erases it?"


async def call(
    database: Database, phone: str | None, text: str, at: datetime = NOW, state: str = "draft"
) -> int:
    async with database.writing() as store:
        phones = (*([phone] if phone else []), "+79000000001", "+79000000002")
        client = Client(phone=phone, phones=phones, text=text, source_chat=1, source_messages=(7,))
        lead = drafts.add(store, client, "rest", acquaintance(store, phone), "anna", at)
        store.execute(leads.update().where(leads.c.id == lead).values(state=state))
        return lead


async def test_an_erased_lead_stays_and_a_draft_does_not(database: Database, office: Office) -> None:
    closed = await call(database, PHONE, "окна", state="closed")
    second = await call(database, OTHER, "сосед 8 960 123-45-67", state="held")
    draft = await call(database, PHONE, "балкон")
    others = await call(database, OTHER, "8 843 200-77-77")
    async with database.writing() as store:
        rustam = personal.clients_with(store, [PHONE])
        assert personal.of_clients(store, rustam) == {closed, draft}
        assert personal.that_mention(store, RUSTAM.are_in) == {second}
        found = personal.lead_rows(store, [closed, second, draft])
        assert [lead.messages for lead in found] == [{(1, 7)}] * 3
        assert personal.erase_leads(store, found, Cause.WISH) == (3, list(rustam))
        assert personal.remnants(store) == []
        assert set(store.scalars(select(leads.c.id))) == {closed, second, others}
        assert set(store.scalars(select(touches.c.lead))) == {others}
        assert list(store.scalars(select(contacts.c.value))) == [OTHER], "somebody else, who has a lead still"
        assert personal.lead_rows(store, [closed, second]) == [], "once"


@pytest.mark.parametrize("what", ["client", "touch"])
async def test_what_is_left_of_an_erased_client_is_named(
    database: Database, office: Office, what: str
) -> None:
    lead = await call(database, PHONE, "окна", state="closed")
    async with database.writing() as store:
        if what == "client":
            store.execute(delete(touches))
        else:
            store.execute(update(leads).values(client=None))
        store.execute(update(leads).where(leads.c.id == lead).values(erased=Cause.WISH, number=5))
        assert personal.remnants(store) == [5]


async def test_a_client_whom_somebody_has_had_is_known_without_a_lead_too(
    database: Database, office: Office
) -> None:
    """The lead is erased for the sake of somebody whom it spoke of."""
    lead = await call(database, OTHER, "сосед 8 960 123-45-67", state="held")
    async with database.writing() as store:
        (client,) = personal.clients_with(store, [OTHER])
        known_clients.remember_owner(store, client, "petrov", NOW)
        assert personal.erase_leads(store, personal.lead_rows(store, [lead]), Cause.WISH) == (1, [])
        assert acquaintance(store, OTHER).owner == "petrov"
        known_clients.erase(store, [client])
        assert not store.scalar(select(func.count()).select_from(contacts))


async def test_texts_are_read_to_the_last_page(
    database: Database, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(personal, "PAGE", 2)
    found = [await call(database, None, text) for text in ("а", "8 960 1234567", "б", "в", "+79601234567")]
    async with database.reading() as store:
        assert personal.that_mention(store, RUSTAM.are_in) == {found[1], found[4]}


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
    async with database.writing() as store:
        for n in (6, 7):
            known_clients.add(store, Client(phone=f"+7960000000{n}"))
        for n, at in ((5, NOW), (6, long_ago), (7, NOW)):
            (client,) = personal.clients_with(store, [f"+7960000000{n}"])
            known_clients.remember_owner(store, client, "petrov", at)
        old = personal.clients_before(store, cutoff, 0, 10)
        phones = [["+79600000001"], ["+79600000004"], ["+79600000006"]]
        assert list(personal.phones_by_client(store, old).values()) == phones
        assert personal.clients_before(store, cutoff, old[0], 1) == old[1:2], "the next ones"
        (had,) = personal.clients_with(store, ["+79600000005"])
        assert not personal.is_client_old(store, had, [], cutoff)


async def test_a_database_is_scrubbed_while_others_use_it(database: Database, office: Office) -> None:
    assert await database.scrub(rebuild=True) and await database.scrub(rebuild=False)
    await call(database, PHONE, "окна")
