"""The accounts follow the ledger: page by page, from whichever entry they have read last, on either database."""

from __future__ import annotations

import asyncio
import logging

import pytest
from sqlalchemy import update

from desk import accounts
from desk.accounts import Bookkeeper
from leads.entries.kinds import Entry
from leads.ledger import Sealed
from leads.office import Office
from leads.proof.statement import Accounts
from leads.shares import LEAD
from storage import ledger
from storage.database import Database
from storage.tables.leads import ledger as rows
from tests.golden.samples import an_entry
from tests.storage.stored_office import NOW


def lead(number: int) -> list[Entry]:
    """A lead that is handed over and offered to Petrov."""
    turn = {"payer": "petrov", "shares": {"petrov": 1000, "sidorova": 1000}}
    return [an_entry("handed", number, segment="new"), an_entry("offered", number, turn=turn)]


TEAM = [an_entry("member_joined", segment="new", who=who) for who in ("petrov", "sidorova")]


async def write(database: Database, *entries: Entry) -> None:
    async with database.writing() as store:
        ledger.append(store, entries, NOW)


async def read(keeper: Bookkeeper, database: Database) -> Accounts | None:
    async with database.reading() as store:
        return keeper.accounts(store)


async def test_only_new_entries_are_read_and_all_of_them(
    database: Database, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "PAGE", 3)
    keeper = Bookkeeper()
    await write(database, *TEAM)
    for number in range(1, 6):
        await write(database, *lead(number))
        found = await read(keeper, database)
        assert found and found.balance("new", "petrov") == -number * LEAD // 2
    assert await read(keeper, database) is found


async def test_past_leads_are_passed_over_unread_however_many_they_are(
    database: Database, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper, written, write_down = Bookkeeper(), list[str](), Accounts.write

    def watched(self: Accounts, entry: Sealed) -> None:
        written.append(entry.kind)
        write_down(self, entry)

    monkeypatch.setattr(Accounts, "write", watched)
    past = [an_entry("imported", number, segment="new") for number in range(2, 9)]
    await write(database, *TEAM, *lead(1), *past)
    found = await read(keeper, database)
    assert found and found.balance("new", "petrov") == -LEAD // 2
    async with database.reading() as store:
        assert found.last == ledger.head(store)
    await write(database, *past, *lead(9))
    assert await read(keeper, database) is found and found.balance("new", "petrov") == -LEAD
    assert "imported" not in written


async def test_whoever_asks_at_the_same_time_waits_for_the_one_reading(
    database: Database, office: Office
) -> None:
    keeper = Bookkeeper()
    await write(database, *TEAM, *lead(1))
    found = await asyncio.gather(*(read(keeper, database) for _ in range(4)))
    assert all(each and each.balance("new", "sidorova") == LEAD // 2 for each in found)


async def test_another_history_is_read_from_its_beginning(database: Database, office: Office) -> None:
    keeper = Bookkeeper()
    await write(database, *TEAM, *lead(1))
    await read(keeper, database)
    async with database.writing() as store:
        store.execute(update(rows).where(rows.c.kind == "offered").values(kind="waiting"))
    found = await read(keeper, database)
    assert found and found.balance("new", "petrov") == 0


async def test_from_the_first_entry_that_does_not_hold_there_are_no_accounts(
    database: Database, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = Bookkeeper()
    await write(database, *TEAM, *lead(1)[1:])
    with caplog.at_level(logging.WARNING):
        assert await read(keeper, database) is None
        assert await read(keeper, database) is None
    assert [r.getMessage().partition(": ")[2] for r in caplog.records] == ["lead 1 has not been handed over"]
