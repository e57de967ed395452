"""The ledger: entries are only added, each sealed to the one before; any change of any column is found."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, insert, select, update

from leads.entries.kinds import Entry, Said
from leads.ledger import GENESIS, BrokenChainError, check_chain
from leads.office import Office
from leads.proof.audit import Broken
from storage import ledger
from storage.database import Database
from storage.office_codec import office_settings
from storage.offices import lock
from storage.tables.leads import ledger as rows
from storage.tables.office import offices
from tests.golden.samples import an_entry, typed
from tests.storage.stored_office import NOW

ENTRIES = [
    an_entry("handed", 1, segment="tatarstan", path=["offer"]),
    an_entry("offered", 1, offered=["petrov"], out={}, figures={"petrov": 10**22}),
    an_entry("joined", who="ivanov"),
]
FORGED: dict[str, Any] = {
    "seq": 10,
    "at": NOW + timedelta(microseconds=1),
    "kind": "claimed",
    "lead": 2,
    "body": '{"offered":["sidorova"]}',
    "seal": "f" * 64,
}


@pytest.fixture
async def office(database: Database) -> Office:
    """An office without a team: nothing has been decided yet."""
    office = Office("Окна Казань", ZoneInfo("Europe/Moscow"))
    async with database.writing() as store:
        store.execute(insert(offices).values(id=1, name=office.name, settings=office_settings(office)))
    return office


async def _write(database: Database) -> str:
    """Three entries in two transactions; returns the head."""
    at = NOW + timedelta(microseconds=123)
    async with database.writing() as store:
        ledger.append(store, ENTRIES[:2], at)
    async with database.writing() as store:
        ledger.append(store, ENTRIES[2:], at + timedelta(seconds=1))
        ledger.append(store, [], at)
        head = ledger.head(store)
    assert head
    return head.seal


async def test_whoever_follows_the_ledger_reads_only_what_is_new(database: Database, office: Office) -> None:
    await _write(database)
    async with database.reading() as store:
        entries = list(ledger.everything(store))
        assert list(ledger.after(store, 0, 2)) == entries[:2]
        assert list(ledger.after(store, 2, 2)) == entries[2:4]
        assert list(ledger.after(store, entries[-1].seq, 2)) == []


async def test_what_is_appended_is_chained_and_the_chain_holds(database: Database, office: Office) -> None:
    head = await _write(database)
    async with database.reading() as store:
        entries = ledger.everything(store)
        assert [(e.seq, e.kind, e.lead) for e in entries] == [
            (1, "handed", 1),
            (2, "offered", 1),
            (3, "joined", None),
        ]
        assert ledger.of_lead(store, 1) == entries[:2]
    assert check_chain(entries) == head


async def test_an_empty_ledger_holds(database: Database, office: Office) -> None:
    async with database.reading() as store:
        assert ledger.head(store) is None
        assert check_chain(ledger.everything(store)) == GENESIS


@pytest.mark.parametrize("column", FORGED)
async def test_a_forged_column_of_any_row_is_found(database: Database, office: Office, column: str) -> None:
    await _write(database)
    for seq in (1, 2, 3):
        async with database.writing() as store:
            kept = store.execute(select(rows).where(rows.c.seq == seq)).one()
            forge = update(rows).where(rows.c.seq == seq).values({column: FORGED[column]})
            store.execute(forge)
            with pytest.raises(BrokenChainError):
                check_chain(ledger.everything(store))
            forged_seq = FORGED["seq"] if column == "seq" else seq
            store.execute(update(rows).where(rows.c.seq == forged_seq).values(kept._asdict()))
            assert check_chain(ledger.everything(store)), "put right, it holds again"


async def test_a_missing_entry_is_found(database: Database, office: Office) -> None:
    head = await _write(database)
    for seq in (1, 2):
        async with database.writing() as store:
            store.execute(delete(rows).where(rows.c.seq == seq))
            with pytest.raises(BrokenChainError, match=f"entry {1}: is missing"):
                check_chain(ledger.everything(store))
    async with database.writing() as store:
        store.execute(delete(rows))
        assert check_chain(ledger.everything(store)) != head, "the end is vouched for by the head alone"


async def test_writers_at_once_make_one_chain(database: Database, office: Office) -> None:
    async def note(number: int) -> None:
        async with database.writing() as store:
            lock(store)
            ledger.append(store, [an_entry("claimed", number)], NOW)

    await asyncio.gather(*(note(number) for number in range(1, 11)))
    async with database.reading() as store:
        entries = ledger.everything(store)
    assert check_chain(entries)
    assert {entry.lead for entry in entries} == set(range(1, 11))


async def test_whoever_cuts_off_the_end_leaves_a_gap_that_no_later_entry_closes(
    database: Database, office: Office
) -> None:
    await _write(database)
    async with database.writing() as store:
        store.execute(delete(rows).where(rows.c.seq == 3))
        assert ledger.append(store, [an_entry("on", who="petrov")], NOW) == 4
        with pytest.raises(BrokenChainError, match="entry 3: is missing"):
            check_chain(ledger.everything(store))


@pytest.mark.parametrize(
    "said",
    [
        typed("unreachable", why="he said he is fed up"),
        typed("lost_reason", reason="дорого"),
        typed("explained", reason="ground-until-the-seal-fits"),
        typed("clock_put_back", reason="nonce-1234567"),
        typed("on", who="Пётр Петров"),
        typed("offered", out={"petrov": "+7 916 123-45-67"}),
        typed("offered", figures={"a b": 1}),
        typed("imported", source="Авито / Яндекс"),
        typed("amount", amount=10**41),
    ],
    ids=lambda said: said.kind,
)
async def test_what_somebody_has_typed_is_written_into_no_entry(
    database: Database, office: Office, said: Said
) -> None:
    async with database.writing() as store:
        with pytest.raises(Broken):
            ledger.append(store, [Entry(1, said)], NOW)
        assert ledger.head(store) is None
