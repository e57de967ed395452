"""What a transaction has read already is not asked for again, until something is written in it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from sqlalchemy import Connection

from storage.store import Store

T = TypeVar("T")

_READ: Final = "read"  # in `Connection.info`


def once(store: Store, key: Hashable, read: Callable[[], T]) -> T:
    """What `read` gives, called at most once as long as nothing is written. Nobody may change what it gives."""
    kept: dict[Hashable, T] = store.conn.info.setdefault(_READ, {})
    if key not in kept:
        kept[key] = read()
    return kept[key]


def forget(conn: Connection) -> None:
    """When a transaction begins."""
    conn.info.pop(_READ, None)


def forget_after_a_write(conn: Connection, _: Any, statement: str, *__: Any) -> None:
    """Listens to `after_cursor_execute` of the engine."""
    if not statement.startswith("SELECT"):
        conn.info.pop(_READ, None)
