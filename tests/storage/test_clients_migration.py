"""What an older version had stored in its leads becomes clients, contacts and touches, and the same again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from random import Random  # noqa: TID251 - with a seed
from typing import Any

from rich.progress import Progress
from sqlalchemy import Connection, MetaData, Table, func, select
from sqlalchemy.pool import NullPool

from bot.commands.verify import verified
from bot.demo.history import SEED, live_through
from bot.demo.office import office_in
from leads.client import Cause, Client
from leads.entries.kinds import Entry
from leads.entries.people import Erased
from leads.segments import KnownBy
from storage import clients, drafts, ledger, personal
from storage.database import Database, engine_of
from storage.migrate import downgrade, migrate
from storage.store import Store
from storage.tables.clients import clients as clients_table
from storage.tables.leads import leads as leads_table
from tests.files.past.files import imports, row
from tests.storage.stored_office import NOW
from tests.stories.careless import careless

BEFORE = "0018"
PHONE, ALONE = "+78432000000", "+79170000000"
RUSTAM = Client(
    "Рустам", PHONE, (PHONE, "+79600000001"), (("short", "8 900 12"),), source="site", text="окна"
)
AGAIN = Client("Рустам Закиров", PHONE, (PHONE,), region="Татарстан", region_by=KnownBy.NUMBER, language="tt")
VOICE = Client(attachments={"voice": 1}, source_chat=1000, source_messages=(5, 6), album="77")

Said = Mapping[int, tuple[Client, clients.Acquaintance]]
Rows = Mapping[str, Sequence[tuple[Any, ...]]]


async def test_nothing_is_lost_on_the_way_up_and_down(empty: str) -> None:
    migrate(empty)
    said, gone = await _past(empty)
    downgrade(empty, BEFORE)
    before = _rows(empty)
    with _opened(empty) as conn:
        _is_as_it_was(conn)
    migrate(empty)
    assert await _said(empty) == said
    with _opened(empty) as conn:
        _is_one_client(Store(conn))
    downgrade(empty, BEFORE)
    assert _rows(empty) == before
    migrate(empty)
    assert await _said(empty) == said
    with _opened(empty) as conn:
        known = set(conn.scalars(select(clients_table.c.id)))
        assert _draft(Store(conn), RUSTAM) > gone, (
            "a draft's row is never another's: its buttons live on in the chat"
        )
        assert clients.add(Store(conn), Client()) not in known


def _is_one_client(store: Store) -> None:
    """Of two leads with one phone: the oldest word counts where several were said."""
    rustam = store.execute(
        select(clients_table).where(clients_table.c.id == clients.acquaintance(store, PHONE).client)
    ).one()
    facts = (rustam.name, rustam.language, rustam.region, rustam.region_by)
    assert facts == ("Рустам", "tt", "Татарстан", "number")
    assert (rustam.owner, clients.acquaintance(store, ALONE).owner) == ("petrov", "sidorova")


def _is_as_it_was(conn: Connection) -> None:
    """The lead holds what its message said, and a client is a phone."""
    columns = "client_name, phone, phones, phones_found, slips, region, region_by, language, text, erased"
    lead = conn.exec_driver_sql(f"SELECT {columns} FROM leads WHERE client_name = 'Рустам'").one()
    slips = '[["short", "8 900 12"]]'
    assert lead == ("Рустам", PHONE, f'["{PHONE}", "+79600000001"]', 2, slips, None, None, None, "окна", None)
    places = "attachments, source_chat, source_messages, album"
    (voice,) = conn.exec_driver_sql(f"SELECT {places} FROM leads WHERE album IS NOT NULL")
    assert tuple(voice) == ('{"voice": 1}', 1000, "[5, 6]", "77")
    erased = conn.exec_driver_sql(
        "SELECT client_name, phone, text, attachments FROM leads WHERE erased = 'wish'"
    )
    assert [tuple(row) for row in erased] == [(None, None, "", "{}")]
    owners = conn.exec_driver_sql("SELECT phone, owner FROM clients").all()
    assert {PHONE: "petrov", ALONE: "sidorova"}.items() <= dict(map(tuple, owners)).items()
    assert sum(phone.startswith("+7960") for phone, _ in owners) == 40, "who was never had is none"
    assert all(phone for phone, _ in owners), "nor is who has no phone"


async def _past(address: str) -> tuple[Said, int]:
    """Three weeks of an office, a file of older leads, a lead of every other kind; the row of a draft that is gone."""
    database = careless(Database(address))
    async with database.writing() as store:
        live_through(store, office_in("ru"), NOW, Random(SEED))
    file = [row(phone=f"8 960 000-00-{n % 40:02}", name=f"Айрат {n}", manager="petrov") for n in range(60)]
    await imports(database, NOW, [*file, row(text="без телефона")])
    async with database.writing() as store:
        first, _, _, erased = (_draft(store, said) for said in (RUSTAM, AGAIN, VOICE, VOICE))
        clients.remember_owner(store, drafts.stored(store, first).lead.client, "petrov", NOW)
        clients.remember_owner(store, clients.add(store, Client(phone=ALONE)), "sidorova", NOW)
        _erase(store, erased)
    await database.close()
    return await _said(address), erased


def _draft(store: Store, said: Client) -> int:
    return drafts.add(store, said, "rest", clients.acquaintance(store, said.phone), "anna", NOW)


def _erase(store: Store, lead: int) -> None:
    """The newest lead of all that were handed over."""
    handed = store.scalar(select(func.max(leads_table.c.number)))
    id = store.scalar(select(leads_table.c.id).where(leads_table.c.number == handed)) or 0
    for each in (id, lead):
        personal.erase_leads(store, personal.lead_rows(store, [each]), Cause.WISH)
    ledger.append(store, [Entry(None, Erased((handed or 0,), Cause.WISH))], NOW)


async def _said(address: str) -> Said:
    """Of every lead what its message says, and who the client is to the office; all of it proved."""
    database = careless(Database(address))
    async with database.reading() as store:
        assert "leads" in verified(store, Progress(disable=True), NOW + timedelta(days=1))
        leads = store.scalars(select(leads_table.c.id)).all()
        found = {id: drafts.stored(store, id) for id in leads}
        said = {id: (drafts.client_from(one), replace(one.met, client=None)) for id, one in found.items()}
        assert any(one.touch is None for one in found.values())
    await database.close()
    return said


def _opened(address: str) -> AbstractContextManager[Connection]:
    return engine_of(address, poolclass=NullPool).begin()


def _rows(address: str) -> Rows:
    with _opened(address) as conn:
        return {name: _all(conn, name) for name in ("leads", "clients", "offers", "ledger")}


def _all(conn: Connection, name: str) -> Sequence[tuple[Any, ...]]:
    """In whatever order the columns stand."""
    table = Table(name, MetaData(), autoload_with=conn, resolve_fks=False)
    columns = sorted(table.columns, key=lambda column: column.name)
    return sorted(map(tuple, conn.execute(select(*columns))), key=repr)
