"""Drafts, and what the office knows of a client's phone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from leads.client import Client
from leads.lead import State
from leads.office import Office
from storage import clients, drafts, touches
from storage.clients import Acquaintance
from storage.database import Database
from storage.store import Store
from storage.tables.leads import leads
from tests.storage.stored_office import NOW, PHONE

CLIENT = Client(
    name="Алсу",
    phone=PHONE,
    phones=("+78432000000", "+79171234567"),
    region="Татарстан",
    source="site",
    language="tt",
    text="Тәрәзәләр кирәк",
    attachments={"photo": 2},
    source_chat=1000,
    source_messages=(5, 6),
    album="13000000001",
)


def _draft(store: Store, client: Client = CLIENT) -> int:
    return drafts.add(store, client, "rest", clients.acquaintance(store, client.phone), "anna", NOW)


def _client(store: Store, lead: int) -> int:
    return int(drafts.stored(store, lead).lead.client)


def _hold(store: Store, lead: int, number: int, holder: str | None) -> None:
    state = State.HELD if holder else State.OFFERED
    row = {"number": number, "state": state, "holder": holder}
    store.execute(update(leads).where(leads.c.id == lead).values(row))


async def test_a_client_comes_back_as_the_secretary_wrote_him(database: Database, office: Office) -> None:
    async with database.writing() as store:
        lead, bare = _draft(store), _draft(store, Client())
        assert drafts.client_of(store, lead) == CLIENT
        assert drafts.client_of(store, bare) == Client()
        assert drafts.secretary_of(store, lead) == "anna"


async def test_an_album_is_one_lead_of_the_secretary_who_sent_it(database: Database, office: Office) -> None:
    async with database.writing() as store:
        lead = _draft(store)
        begun = touches.of_album(store, "13000000001", "anna")
        assert begun and begun.lead == lead
        assert touches.of_album(store, "13000000001", "petrov") is None
        more = replace(CLIENT, attachments={"photo": 3}, source_messages=(5, 6, 7))
        drafts.rewrite(store, lead, more, "tatarstan", Acquaintance())
        assert drafts.client_of(store, lead) == more


async def test_only_a_draft_is_thrown_away(database: Database, office: Office) -> None:
    async with database.writing() as store:
        gone, handed = _draft(store), _draft(store)
        _hold(store, handed, 1, "petrov")
        for lead in (gone, handed):
            drafts.discard(store, lead)
        assert drafts.secretary_of(store, gone) is None
        assert drafts.client_of(store, handed) == CLIENT


async def test_a_phone_that_nobody_knows_is_a_strangers(database: Database, office: Office) -> None:
    async with database.writing() as store:
        client = _client(store, _draft(store))
        met = Acquaintance(client=client)
        assert clients.acquaintance(store, PHONE) == met, "a draft is not a lead yet"
        assert clients.acquaintance(store, "+79600000000") == Acquaintance()
        assert clients.acquaintance(store, None) == Acquaintance()


async def test_whoever_took_a_clients_lead_is_his_manager_from_now_on(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        client = _client(store, _draft(store))
        for owner in ("petrov", "ivanov"):
            clients.remember_owner(store, client, owner, NOW)
            met = Acquaintance(known=True, owner=owner, client=client)
            assert clients.acquaintance(store, PHONE) == met
        clients.remember_owner(store, None, "petrov", NOW)
        assert clients.acquaintance(store, None) == Acquaintance(), "without a phone nobody is known"


@pytest.mark.parametrize("holder", [None, "sidorova"])
async def test_an_open_lead_of_the_same_client_is_a_duplicate(
    database: Database, office: Office, holder: str | None
) -> None:
    async with database.writing() as store:
        first, second = _draft(store), _draft(store)
        client = _client(store, first)
        clients.remember_owner(store, client, "petrov", NOW)
        _hold(store, first, 7, holder)
        met = clients.acquaintance(store, PHONE, second)
        assert met == Acquaintance(True, holder or "petrov", 7, holder, client, twin=first)
        assert drafts.stored(store, second).met == met, "read with the lead it is the same"
        itself = clients.acquaintance(store, PHONE, first)
        assert itself.duplicate_of is None, "a lead is not its own duplicate"


async def test_a_closed_lead_is_no_duplicate(database: Database, office: Office) -> None:
    async with database.writing() as store:
        first = _draft(store)
        _hold(store, first, 7, "petrov")
        store.execute(update(leads).where(leads.c.id == first).values(state=State.CLOSED))
        assert clients.acquaintance(store, PHONE) == Acquaintance(client=_client(store, first))
