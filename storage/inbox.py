"""Updates that were handled, so that handling one twice changes nothing, and those that could not be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import bindparam, delete, func, select, text
from sqlalchemy import update as sql_update

from storage.database import upsert
from storage.store import Store
from storage.tables.chats import set_aside, updates

KEPT = timedelta(days=2)  # Telegram keeps an unconfirmed update for a day


@dataclass(frozen=True, slots=True)
class Kept:
    """An update that could not be handled, and the type of the error when that was last tried."""

    update: int
    at: datetime
    error: str
    body: Mapping[str, Any]


class UnreadableError(Exception):
    """Nothing of a message or a tap can be read."""


def first_time(store: Store, now: datetime, *heard: int) -> bool:
    """Notes that these updates and taps are handled in this transaction; False if any was handled before."""
    ids = {f"id_{place}": one for place, one in enumerate(heard)}
    done = store.execute(_noting(len(heard)), {"heard_at": now, **ids})
    return done.rowcount == len(heard)


@cache
def _noting(many: int) -> Any:
    """Every update asks for it, so it is built once, and in words: SQLAlchemy compiles several rows anew each time."""
    rows = ", ".join(f"(:id_{place}, :heard_at)" for place in range(many))
    words = f"INSERT INTO updates (id, at) VALUES {rows} ON CONFLICT DO NOTHING"  # noqa: S608 - of numbers alone
    return text(words).bindparams(bindparam("heard_at", type_=updates.c.at.type))


def of_tap(id: str) -> int:
    """Makes a number for a tap, beside those of updates: negative, for Telegram's own are positive."""
    return -1 - int.from_bytes(sha256(id.encode()).digest()[:7])


def forget_old(store: Store, now: datetime) -> None:
    """Forgets old updates but those that are set aside: they may still be tried again."""
    kept = select(set_aside.c.id)
    store.execute(delete(updates).where(updates.c.at < now - KEPT, updates.c.id.not_in(kept)))


def put_aside(store: Store, update: int, body: Mapping[str, Any], error: str, now: datetime) -> None:
    """Keeps an update that fails again and again where the administrator can see it."""
    row = upsert(store, set_aside).values(id=update, at=now, error=error, body=dict(body))
    store.execute(row.on_conflict_do_nothing())


def aside(store: Store, most: int) -> Sequence[Kept]:
    """Lists what is set aside, in the order in which it came."""
    rows = store.execute(select(set_aside).order_by(set_aside.c.id).limit(most))
    return [Kept(row.id, row.at, row.error, row.body) for row in rows]


def find_aside(store: Store, update: int) -> Kept | None:
    row = store.execute(select(set_aside).where(set_aside.c.id == update)).one_or_none()
    return Kept(row.id, row.at, row.error, row.body) if row else None


def failed_again(store: Store, update: int, error: str, now: datetime) -> None:
    here = set_aside.c.id == update
    store.execute(sql_update(set_aside).where(here).values(error=error, at=now))


def take_out(store: Store, update: int) -> bool:
    """Lets it go, and tells whether it was there."""
    return store.execute(delete(set_aside).where(set_aside.c.id == update)).rowcount == 1


def count_aside(store: Store) -> int:
    return store.scalar(select(func.count()).select_from(set_aside)) or 0
