"""The one place where transactions begin and end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Connection, Table, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.ailments import Health

SET_UP_MOVED = "set-up"  # in `Connection.info`: this transaction has changed it, and not sealed it yet
BUSY_TIMEOUT = 10  # seconds a writer waits for another process

Moment = Callable[[], Awaitable[None]]


class Database:
    """An engine with explicit transactions: `read()` sees one snapshot, `write()` is alone in changing things.

    SQLite's dialect begins no transaction at a SELECT, which loses updates between a read and a write; so
    every transaction begins explicitly, a writing one with BEGIN IMMEDIATE. On PostgreSQL a writer locks its
    office's row first (`storage.offices.lock`). What ails the database from outside is raised as DatabaseAilsError.

    `moment` is awaited just before and just after each commit: there a test lets the program die.
    """

    def __init__(self, address: str, moment: Moment | None = None) -> None:
        self._moment = moment or _never
        self._engine: AsyncEngine = create_async_engine(address, **engine_options(address))
        self._sqlite = self._engine.dialect.name == "sqlite"
        # PostgreSQL's default looks anew at each statement; SQLite's readers have a snapshot anyway
        self._snapshot: dict[str, Any] = {} if self._sqlite else {"isolation_level": "REPEATABLE READ"}
        self._writing = asyncio.Lock()
        self.health = Health(address)
        if self._sqlite:
            event.listen(self._engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self._engine.sync_engine, "begin", _begin_sqlite)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        async with self._transaction(self._snapshot) as conn:
            yield conn

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """Commits at the end, rolls back on any exception. Writers of one process queue here, not in SQLite."""
        async with self._writing if self._sqlite else _nothing():
            async with self._transaction({"writes": True}) as conn:
                conn.info.pop(SET_UP_MOVED, None)  # of a transaction that was rolled back
                yield conn
                await self._moment()
            await self._moment()

    @asynccontextmanager
    async def _transaction(self, options: Mapping[str, Any]) -> AsyncIterator[AsyncConnection]:
        self.health.check()
        is_open = False
        try:
            async with self._engine.connect() as conn:
                is_open = True
                await conn.execution_options(**options)
                async with conn.begin():
                    yield conn
        except (DBAPIError, OSError) as error:
            if is_open and isinstance(error, OSError):  # of something else that was done meanwhile
                raise
            if ails := self.health.suffers(error):
                raise ails from error
            raise

    async def scrub(self, *, rebuild: bool) -> bool:
        """What was deleted is in the files no more; False where somebody who reads an older state keeps it in the WAL.

        SQLite overwrites whatever it deletes (`secure_delete`), but moving rows about may have left copies in unused
        corners of pages: `rebuild` writes the whole file anew. Writers wait meanwhile.
        """
        async with self._writing if self._sqlite else _nothing(), self._engine.connect() as conn:
            # SQLite's driver begins nothing by itself
            await conn.execution_options(
                **{"bare": True} if self._sqlite else {"isolation_level": "AUTOCOMMIT"}
            )
            if rebuild:
                await conn.exec_driver_sql("VACUUM")
            if not self._sqlite:
                return True
            truncated = (await conn.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).one()
            return bool(truncated[0] == 0)

    async def close(self) -> None:
        await self._engine.dispose()


def upsert(conn: AsyncConnection, table: Table) -> Any:
    """An INSERT that may say what happens on a conflict, in the words of the database at hand."""
    return (sqlite if conn.dialect.name == "sqlite" else postgresql).insert(table)


async def _never() -> None:
    """In the running program no moment is more dangerous than another."""


@asynccontextmanager
async def _nothing() -> AsyncIterator[None]:
    yield


def engine_options(address: str) -> dict[str, Any]:
    """Errors keep a statement's values to themselves: they are people's names and phones, and end up in logs."""
    if make_url(address).get_backend_name() == "sqlite":
        connecting = {"isolation_level": None, "timeout": BUSY_TIMEOUT}
        return {"hide_parameters": True, "connect_args": connecting}
    return {"hide_parameters": True, "pool_pre_ping": True}


def _prepare_sqlite(connection: Any, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(conn: Connection) -> None:
    options = conn.get_execution_options()
    if not options.get("bare"):  # VACUUM and checkpoints run in no transaction
        conn.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
