"""The one place where transactions begin and end.

What happens in a transaction is a plain function of a Store: nothing awaits in it, so nothing comes between its
statements. It runs in a thread (`storage.lanes`), and the loop waits once for the whole of it
(docs/decisions/0019-plain-transactions.md).
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from storage import memo
from storage.ailments import Health
from storage.causes import cause
from storage.lanes import READERS, Lane, Readers, SqliteLane, ThreadLane
from storage.store import Store

BUSY_TIMEOUT = 10  # seconds a writer waits for another process
DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
"""Whichever driver an address names, these are used."""

T = TypeVar("T")
Moment = Callable[[], Awaitable[None]]


@dataclass(slots=True)
class Begun:
    """How many transactions there have been so far, of those that work for the running program."""

    reading: int = 0
    writing: int = 0


class Database:
    """An engine with explicit transactions: `read` sees one snapshot, `write` is alone in changing things.

    SQLite's dialect begins no transaction at a SELECT, which loses updates between a read and a write; so
    every transaction begins explicitly, a writing one with BEGIN IMMEDIATE. On PostgreSQL a writer locks its
    office's row first (`storage.offices.lock`). What ails the database from outside is raised as DatabaseAilsError.

    `moment` is awaited just before and just after each writing transaction: there a test lets the program die.
    """

    def __init__(self, address: str, moment: Moment | None = None) -> None:
        self._moment = moment or _never
        self._engine = engine_of(address, pool_size=READERS + 1)
        self._sqlite = self._engine.dialect.name == "sqlite"
        # PostgreSQL's default looks anew at each statement; SQLite's readers have a snapshot anyway
        snapshot = {} if self._sqlite else {"isolation_level": "REPEATABLE READ"}
        self._readers = Readers([self._lane(snapshot) for _ in range(READERS)])
        self._writer = self._lane({"writes": True})
        self.health = Health(address)
        self.begun = Begun()
        event.listen(self._engine, "after_cursor_execute", memo.forget_after_a_write)
        if self._sqlite:
            event.listen(self._engine, "connect", _prepare_sqlite)
            event.listen(self._engine, "begin", _begin_sqlite)

    async def read(self, case: Callable[[Store], T]) -> T:
        """Calls the case with a store that shows one state of the database, in a thread."""
        self.begun.reading += 1
        with self._watched():
            async with self._readers.one() as lane:
                return await lane.run(partial(_in_transaction, case, None))

    async def write(self, case: Callable[[Store], T], *, when_first: Callable[[], None] | None = None) -> T:
        """Commits when it returns, rolls back on any exception. Writers of one process queue here, not in SQLite.

        The function runs in a thread, once it has begun to its end: cancelled meanwhile, it is committed all the same.
        `when_first` is called before, in the loop's own thread, as soon as no other writer is at work.
        """
        await self._moment()
        self.begun.writing += 1
        with self._watched():
            async with self._writer.held:
                if when_first:
                    when_first()
                found = await self._writer.run(partial(_in_transaction, case, cause()))
        await self._moment()
        return found

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Store]:
        """Reads as `read` does, in the loop's own thread: for commands, which nobody waits beside, and for tests."""
        with self._watched():
            async with self._readers.one() as lane, lane.inline() as conn:
                with _transaction(conn):
                    yield Store(conn)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Store]:
        """Writes as `write` does, in the loop's own thread: for commands, which nobody waits beside, and for tests."""
        await self._moment()
        with self._watched():
            async with self._writer.held, self._writer.inline() as conn:
                with _transaction(conn):
                    yield Store(conn, cause=cause())
        await self._moment()

    async def scrub(self, *, rebuild: bool) -> bool:
        """After this, what was deleted is in the files no more;
        False where somebody who reads an older state keeps it in the WAL.

        SQLite overwrites whatever it deletes (`secure_delete`), but moving rows about may have left copies in unused
        corners of pages: `rebuild` writes the whole file anew. Writers wait meanwhile.
        """
        with self._watched():
            async with self._writer.held:
                return await self._writer.run(partial(_scrub, rebuild))

    async def close(self) -> None:
        """Everything is opened again when it is needed."""
        await self._writer.close()
        await self._readers.close()
        self._engine.dispose()

    def _lane(self, options: dict[str, Any]) -> Lane:
        if self._sqlite:
            return SqliteLane(self._engine, options)
        return ThreadLane(self._engine, options)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        self.health.check()
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:  # the driver's own: where a transaction cannot begin
            if ails := self.health.suffers(error):
                raise ails from error
            raise


@contextmanager
def apart(store: Store) -> Iterator[None]:
    """Sets apart what may fail in a transaction that goes on:
    on PostgreSQL a statement that fails would spoil the rest of it.
    """
    if store.dialect.name == "sqlite":
        yield
        return
    with store.conn.begin_nested():
        yield


@contextmanager
def undone(store: Store) -> Iterator[None]:
    """Lets whoever changes something in it see what comes of it, and puts everything back at the end."""
    marks = set(store.marks)
    nested = store.conn.begin_nested()
    try:
        yield
    finally:
        nested.rollback()
        store.marks.clear()
        store.marks.update(marks)


def _in_transaction(case: Callable[[Store], T], cause: str | None, conn: Connection) -> T:
    with _transaction(conn):
        return case(Store(conn, cause=cause))


@contextmanager
def _transaction(conn: Connection) -> Iterator[None]:
    with conn.begin():
        memo.forget(conn)
        yield


def _scrub(rebuild: bool, conn: Connection) -> bool:
    """In no transaction: neither VACUUM nor a checkpoint may be in one."""
    if conn.dialect.name != "sqlite":
        if rebuild:
            conn.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM")
        return True
    driver: Any = conn.connection.dbapi_connection
    if rebuild:
        driver.execute("VACUUM")
    is_busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy


def upsert(store: Store, table: Table) -> Any:
    """Returns an INSERT that may say what happens on a conflict, in the words of the database at hand."""
    return inserting(store.dialect.name, table)


def inserting(dialect: str, table: Table) -> Any:
    """Does what `upsert` does, for a statement that is built once."""
    return (sqlite if dialect == "sqlite" else postgresql).insert(table)


def engine_of(address: str, **options: Any) -> Engine:
    """Makes an engine whose errors keep a statement's values to themselves: they are people's names and phones,
    and end up in logs.
    """
    url = make_url(address)
    backend = url.get_backend_name()
    url = url.set(drivername=DRIVERS.get(backend, url.drivername))
    if backend != "sqlite":
        counted = {"preserve_rowcount": True}  # of an INSERT that may do nothing, too
        return create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            paramstyle="format",
            execution_options=counted,
            **options,
        )
    # a connection is opened in its own thread, and used by one thread after another, never by two
    connecting = {"isolation_level": None, "timeout": BUSY_TIMEOUT, "check_same_thread": False}
    return create_engine(url, hide_parameters=True, connect_args=connecting, **options)


async def _never() -> None:
    """In the running program no moment is more dangerous than another."""


def _prepare_sqlite(connection: Any, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(conn: Connection) -> None:
    """Begins past SQLAlchemy, whose way to a statement would cost a tenth of an ordinary transaction."""
    driver: Any = conn.connection.dbapi_connection
    driver.execute("BEGIN IMMEDIATE" if conn.get_execution_options().get("writes") else "BEGIN")
