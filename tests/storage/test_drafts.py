"""Drafts, and what the office knows of a client's phone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Connection, update

from leads.client import Client
from leads.office import Office
from leads.scene import State
from storage import clients, drafts
from storage.clients import Acquaintance
from storage.database import Database
from storage.tables import leads
from tests.storage.small_office import NOW, PHONE

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


def _draft(conn: Connection, client: Client = CLIENT) -> int:
    return drafts.add(conn, client, "rest", clients.acquaintance(conn, client.phone), "olga", NOW)


def _client(conn: Connection, lead: int) -> int:
    return int(drafts.stored(conn, lead).lead.client)


def _hold(conn: Connection, lead: int, number: int, holder: str | None) -> None:
    state = State.HELD if holder else State.OFFERED
    row = {"number": number, "state": state, "holder": holder}
    conn.execute(update(leads).where(leads.c.id == lead).values(row))


async def test_a_client_comes_back_as_the_secretary_wrote_him(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        lead, bare = _draft(conn), _draft(conn, Client())
        assert drafts.client_of(conn, lead) == CLIENT
        assert drafts.client_of(conn, bare) == Client()
        assert drafts.secretary_of(conn, lead) == "olga"


async def test_an_album_is_one_lead_of_the_secretary_who_sent_it(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        lead = _draft(conn)
        assert drafts.of_album(conn, "13000000001", "olga") == lead
        assert drafts.of_album(conn, "13000000001", "petrov") is None
        more = replace(CLIENT, attachments={"photo": 3}, source_messages=(5, 6, 7))
        drafts.rewrite(conn, lead, more, "kazan", Acquaintance())
        assert drafts.client_of(conn, lead) == more


async def test_only_a_draft_is_thrown_away(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        gone, handed = _draft(conn), _draft(conn)
        _hold(conn, handed, 1, "petrov")
        for lead in (gone, handed):
            drafts.discard(conn, lead)
        assert drafts.secretary_of(conn, gone) is None
        assert drafts.client_of(conn, handed) == CLIENT


async def test_a_phone_that_nobody_knows_is_a_strangers(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        client = _client(conn, _draft(conn))
        met = Acquaintance(client=client)
        assert clients.acquaintance(conn, PHONE) == met, "a draft is not a lead yet"
        assert clients.acquaintance(conn, "+79600000000") == Acquaintance()
        assert clients.acquaintance(conn, None) == Acquaintance()


async def test_whoever_took_a_clients_lead_is_his_manager_from_now_on(
    database: Database, office: Office
) -> None:
    async with database.writing() as conn:
        client = _client(conn, _draft(conn))
        for owner in ("petrov", "ivanov"):
            clients.remember_owner(conn, client, owner, NOW)
            met = Acquaintance(known=True, owner=owner, client=client)
            assert clients.acquaintance(conn, PHONE) == met
        clients.remember_owner(conn, None, "petrov", NOW)
        assert clients.acquaintance(conn, None) == Acquaintance(), "without a phone nobody is known"


@pytest.mark.parametrize("holder", [None, "sidorova"])
async def test_an_open_lead_of_the_same_client_is_a_duplicate(
    database: Database, office: Office, holder: str | None
) -> None:
    async with database.writing() as conn:
        first, second = _draft(conn), _draft(conn)
        client = _client(conn, first)
        clients.remember_owner(conn, client, "petrov", NOW)
        _hold(conn, first, 7, holder)
        met = clients.acquaintance(conn, PHONE, second)
        assert met == Acquaintance(True, holder or "petrov", 7, holder, client)
        assert drafts.stored(conn, second).met == met, "read with the lead it is the same"
        itself = clients.acquaintance(conn, PHONE, first)
        assert itself.duplicate_of is None, "a lead is not its own duplicate"


async def test_a_closed_lead_is_no_duplicate(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        first = _draft(conn)
        _hold(conn, first, 7, "petrov")
        conn.execute(update(leads).where(leads.c.id == first).values(state=State.CLOSED))
        assert clients.acquaintance(conn, PHONE) == Acquaintance(client=_client(conn, first))
