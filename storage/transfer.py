"""A whole office from one database into another: every table, in batches, in one transaction of the target.

Rows are compared by a digest of all their values that does not depend on their order, for no two databases sort alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection as Connection  # noqa: PLC0414 - for whoever holds one open
from sqlalchemy import Table, func, insert, inspect, select, text
from sqlalchemy.pool import NullPool

from storage.columns import UtcDateTime
from storage.database import engine_of
from storage.tables.base import metadata

BATCH: Final = 1000  # rows
OURS: Final = "alembic_version"
ROOM: Final = 1 << 256
_BEGIN: Final = {"sqlite": ("BEGIN", "BEGIN IMMEDIATE"), "postgresql": (None, None)}

Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Content:
    """How many rows a table has, and what stands in them."""

    rows: int
    digest: int


class NotTheSameError(Exception):
    """What has arrived is not what was sent; `table`: where."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


@contextmanager
def reading(address: str) -> Iterator[Connection]:
    """One state of a database, for as long as it is open."""
    with _opened(address, writes=False) as conn:
        yield conn


@contextmanager
def writing(address: str) -> Iterator[Connection]:
    """One transaction: all that is written in it, or nothing."""
    with _opened(address, writes=True) as conn:
        yield conn
        conn.commit()


@contextmanager
def _opened(address: str, *, writes: bool) -> Iterator[Connection]:
    engine = engine_of(address, poolclass=NullPool)
    options = {} if writes or engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with engine.connect().execution_options(**options) as conn:
        begin = _BEGIN[engine.dialect.name][writes]
        if begin:
            conn.exec_driver_sql(begin)
        yield conn


def is_empty(conn: Connection) -> bool:
    """Tells whether there is nothing of anybody's in a database: no table, or ours without a row."""
    there = set(inspect(conn).get_table_names()) - {OURS}
    if not there <= {table.name for table in metadata.sorted_tables}:
        return False
    return not any(count(conn, table) for table in metadata.sorted_tables if table.name in there)


def total(conn: Connection) -> int:
    """Counts the rows of all tables."""
    return sum(count(conn, table) for table in metadata.sorted_tables)


def count(conn: Connection, table: Table) -> int:
    return conn.scalar(select(func.count()).select_from(table)) or 0


def copy(source: Connection, target: Connection, told: Told) -> dict[str, Content]:
    """Writes every row there, tables first that others refer to. Returns what was read, by table.

    `told` hears of every few rows.
    """
    found = {}
    for table in metadata.sorted_tables:
        found[table.name] = _content(table, _written(source, target, table, told))
    _go_on(target, _last_numbers(source))
    return found


def check(conn: Connection, sent: dict[str, Content], told: Told) -> None:
    """Reads all of it again. Raises NotTheSameError for the first table that is not what was sent."""
    for table in metadata.sorted_tables:
        if _content(table, _batches(conn, table, told)) != sent[table.name]:
            raise NotTheSameError(table.name)
    if conn.dialect.name == "sqlite" and (loose := conn.exec_driver_sql("PRAGMA foreign_key_check").first()):
        raise NotTheSameError(str(loose[0]))


def has_changed(conn: Connection, sent: dict[str, Content], told: Told = lambda _: None) -> bool:
    """Tells whether a database is another by now than what was sent of it."""
    try:
        check(conn, sent, told)
    except NotTheSameError:
        return True
    return False


def _written(source: Connection, target: Connection, table: Table, told: Told) -> Iterator[Sequence[Any]]:
    statement = insert(table)
    for rows in _batches(source, table, told):
        target.execute(statement, [dict(row._mapping) for row in rows])  # noqa: SLF001 - the public name of it
        yield rows


def _batches(conn: Connection, table: Table, told: Told) -> Iterator[Sequence[Any]]:
    found = conn.execute(select(table), execution_options={"stream_results": True})
    for rows in found.partitions(BATCH):
        yield rows
        told(len(rows))


def _content(table: Table, batches: Iterator[Sequence[Any]]) -> Content:
    times = [isinstance(column.type, UtcDateTime) for column in table.columns]
    rows, digest = 0, 0
    for batch in batches:
        rows += len(batch)
        for row in batch:
            plain = [_utc(value) if is_time else value for value, is_time in zip(row, times, strict=True)]
            said = json.dumps(plain, ensure_ascii=False, sort_keys=True, default=str)
            digest = (digest + int.from_bytes(sha256(said.encode()).digest(), "big")) % ROOM
    return Content(rows, digest)


def _utc(value: datetime | None) -> str | None:
    return value.astimezone(UTC).isoformat() if value else None


def _last_numbers(conn: Connection) -> dict[str, int]:
    """The last number that each table has given a row of its own, also to one that is gone: none is given twice."""
    numbers = {table.name: _newest(conn, table) for table in metadata.sorted_tables if "id" in table.c}
    if conn.dialect.name == "sqlite":
        for name, last in conn.execute(text("SELECT name, seq FROM sqlite_sequence")):
            numbers[name] = max(last, numbers.get(name, 0))
        return numbers
    for name, newest in list(numbers.items()):
        if sequence := _sequence(conn, name):
            last, is_called = conn.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608
            numbers[name] = max(newest, last if is_called else 0)
    return numbers


def _newest(conn: Connection, table: Table) -> int:
    found = conn.scalar(select(func.max(table.c.id)))
    return found if isinstance(found, int) else 0


def _go_on(conn: Connection, numbers: dict[str, int]) -> None:
    """The next row gets the number after the last one."""
    for name, last in ((name, last) for name, last in numbers.items() if last):
        if conn.dialect.name != "sqlite":
            if _sequence(conn, name):
                where = {"table": name, "last": last}
                conn.execute(text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)"), where)
        elif metadata.tables[name].dialect_options["sqlite"]["autoincrement"]:
            conn.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), {"table": name})
            row = {"table": name, "last": last}
            conn.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :last)"), row)


def _sequence(conn: Connection, table: str) -> str | None:
    found: str | None = conn.scalar(text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": table})
    return found
