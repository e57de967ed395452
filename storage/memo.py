"""What a transaction has read already is not asked for again, until one of the tables it came from is written to."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table

from storage.store import Store

T = TypeVar("T")

_READ: Final = "read"  # in `Connection.info`
_CHANGES_NOTHING: Final = ("SELECT", "SAVEPOINT", "RELEASE")  # going back to a savepoint does
_WRITES: Final = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)")

Kept = dict[Hashable, tuple[frozenset[str], Any]]


def once(store: Store, key: Hashable, tables: frozenset[str], read: Callable[[], T]) -> T:
    """Returns what `read` gives, called at most once as long as nothing is written to these tables.

    Nobody may change what it gives.
    """
    kept: Kept = store.conn.info.setdefault(_READ, {})
    if key not in kept:
        kept[key] = (tables, read())
    found: T = kept[key][1]
    return found


def keep(store: Store, key: Hashable, tables: frozenset[str], value: object) -> None:
    """Keeps it as if `once` had read it just now: what was written is known without being read."""
    store.conn.info.setdefault(_READ, {})[key] = (tables, value)


def of(*tables: Table) -> frozenset[str]:
    """Returns their names, for `once` and `keep`."""
    return frozenset(table.name for table in tables)


def forget(conn: Connection) -> None:
    """Forgets everything, when a transaction begins."""
    conn.info.pop(_READ, None)


def forget_after_a_write(conn: Connection, _: Any, statement: str, *__: Any) -> None:
    """Listens to `after_cursor_execute` of the engine."""
    if statement.startswith(_CHANGES_NOTHING):
        return
    kept: Kept | None = conn.info.get(_READ)
    if not kept:
        return
    if written := _WRITES.match(statement):
        stale = [key for key, (tables, _) in kept.items() if written[1] in tables]
        for key in stale:
            del kept[key]
    else:
        kept.clear()
