"""Transactions: what is read and written together stays together, on both databases."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import ExitStack
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import NullPool

from leads.office import Office
from storage import lanes
from storage.ailments import DatabaseAilsError
from storage.database import Database, engine_of
from storage.offices import lock, take_number
from storage.store import Store
from storage.tables.clients import clients
from storage.tables.office import people
from tests.storage.stored_office import NOW, PHONE

LAPSES = select(people.c.lapses).where(people.c.id == "petrov")
TWENTY = 20


def _read(conn: Connection | Store) -> int:
    return int(conn.scalar(LAPSES) or 0)


def _write(conn: Connection | Store, lapses: int) -> None:
    conn.execute(update(people).where(people.c.id == "petrov").values(lapses=lapses))


async def test_twenty_at_once_read_add_one_and_write_and_none_is_lost(
    database: Database, office: Office
) -> None:
    async def add_one() -> None:
        async with database.writing() as store:
            lock(store)
            _write(store, _read(store) + 1)

    await asyncio.gather(*(add_one() for _ in range(TWENTY)))
    async with database.reading() as store:
        assert _read(store) == TWENTY


ANOTHER_WRITER = {
    "sqlite": "BEGIN IMMEDIATE",
    "postgresql": "SELECT version FROM offices FOR UPDATE NOWAIT",
}


async def test_while_somebody_writes_no_other_process_can_begin_to(
    address: str, database: Database, office: Office
) -> None:
    """Whoever has only read so far holds the others up already: what was read decides what is written."""
    impatient = engine_of(address, poolclass=NullPool)
    event.listen(impatient, "connect", _does_not_wait)
    async with database.writing() as store:
        lock(store)
        with impatient.connect() as conn, pytest.raises(OperationalError):
            conn.exec_driver_sql(ANOTHER_WRITER[impatient.dialect.name])
    with impatient.connect() as conn:
        conn.exec_driver_sql(ANOTHER_WRITER[impatient.dialect.name])


def _does_not_wait(connection: Any, _: Any) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA busy_timeout = 0")


async def test_the_plain_dialect_would_lose_all_of_them_but_one(
    address: str, database: Database, office: Office
) -> None:
    plain = create_engine(engine_of(address).url, poolclass=NullPool)
    with ExitStack() as several:
        conns = [several.enter_context(plain.connect()) for _ in range(TWENTY)]
        for conn, lapses in [(conn, _read(conn)) for conn in conns]:
            _write(conn, lapses + 1)
            conn.commit()
    async with database.reading() as store:
        assert _read(store) == 1


async def test_an_exception_leaves_nothing_of_its_transaction(database: Database, office: Office) -> None:
    with pytest.raises(RuntimeError, match="too late"):
        async with database.writing() as store:
            _write(store, 7)
            raise RuntimeError("too late")
    async with database.writing() as store:
        assert _read(store) == 0


async def test_a_cancelled_writer_leaves_nothing_and_lets_the_next_one_in(
    database: Database, office: Office
) -> None:
    has_written = asyncio.Event()

    async def endless() -> None:
        async with database.writing() as store:
            lock(store)
            _write(store, 7)
            has_written.set()
            await asyncio.Event().wait()

    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(endless())
        await has_written.wait()
        task.cancel()
    async with database.writing() as store:
        lock(store)
        assert _read(store) == 0


async def test_a_reader_keeps_its_snapshot_and_does_not_block_a_writer(
    database: Database, office: Office
) -> None:
    async with database.reading() as reader:
        assert _read(reader) == 0
        async with asyncio.timeout(5), database.writing() as writer:
            lock(writer)
            _write(writer, 3)
        assert _read(reader) == 0, "it sees what was there when it began"
    async with database.reading() as reader:
        assert _read(reader) == 3


async def test_a_second_writer_waits_until_the_first_has_committed(
    address: str, database: Database, office: Office
) -> None:
    replica = Database(address)
    story: list[str] = []

    def second(store: Store) -> None:
        lock(store)
        story.append(f"the second sees {_read(store)}")

    async with asyncio.TaskGroup() as tasks, database.writing() as store:
        lock(store)
        tasks.create_task(replica.write(second))
        await _reads_often(replica)
        _write(store, 5)
        story.append("the first writes 5")
    await replica.close()
    assert story == ["the first writes 5", "the second sees 5"]


async def _reads_often(database: Database) -> None:
    """Gives the other writer every chance to come in too early."""
    for _ in range(20):
        async with database.reading() as store:
            _read(store)


async def test_numbers_are_taken_without_gaps_or_doubles(database: Database, office: Office) -> None:
    async def hand_over(fails: bool) -> int:
        async with database.writing() as store:
            lock(store)
            number = take_number(store)
            if fails:
                raise ConnectionResetError
            return number

    taken = await asyncio.gather(*(hand_over(n % 3 == 0) for n in range(TWENTY)), return_exceptions=True)
    numbers = [number for number in taken if isinstance(number, int)]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert len(numbers) == 13


async def test_an_error_keeps_the_values_of_its_statement_to_itself(
    database: Database, office: Office
) -> None:
    with pytest.raises(IntegrityError) as failed:
        async with database.writing() as store:
            row = {"office": 1, "name": PHONE, "owner": "nobody", "last_at": NOW}
            store.execute(insert(clients).values(row))
    assert PHONE not in str(failed.value)


TERMINATED = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")


async def _cut_off(database: Database, address: str) -> None:
    """The writer has a connection, and the server ends it."""
    await database.write(lambda store: _write(store, 1))
    with engine_of(address, poolclass=NullPool).connect() as other:
        other.execute(TERMINATED)


@pytest.mark.parametrize("backend", ["postgresql"])
async def test_a_connection_that_has_rested_is_asked_whether_it_is_still_there(
    database: Database, office: Office, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "RESTED", 0.0)
    await _cut_off(database, address)
    await database.write(lambda store: _write(store, 2))
    assert await database.read(_read) == 2


@pytest.mark.parametrize("backend", ["postgresql"])
async def test_one_that_is_lost_in_between_fails_one_transaction_and_no_more(
    database: Database, office: Office, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "RESTED", 60.0)
    await _cut_off(database, address)
    with pytest.raises(DatabaseAilsError):
        await database.write(lambda store: _write(store, 2))
    await database.write(lambda store: _write(store, 3))
    assert await database.read(_read) == 3


@pytest.mark.parametrize("backend", ["postgresql"])
async def test_transactions_that_follow_each_other_have_the_same_connection(
    database: Database, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "RESTED", 60.0)
    mine = text("SELECT pg_backend_pid()")
    assert len({await database.write(lambda store: store.scalar(mine)) for _ in range(3)}) == 1
    with pytest.raises(ZeroDivisionError):
        await database.write(lambda _: 1 // 0)
    await database.write(lambda store: _write(store, 5))
    assert await database.read(_read) == 5
