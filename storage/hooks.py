"""How the addresses that hear of leads are doing. What each hears of is part of the set-up (`leads.hooks`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import delete, insert, select, update

from storage import secrets
from storage.mapper import Mapper
from storage.secrets import SecretOf
from storage.store import Store
from storage.tables.hooks import deliveries, hooks


class Off(StrEnum):
    """Says why nothing is sent there."""

    HAND = "hand"  # the administrator has switched it off
    GONE = "gone"  # it has answered that it is there no more (410)


@dataclass(frozen=True, slots=True)
class HookRow:
    """How one is doing. Times are UTC.

    `failing_since`: when the first try failed after which none has arrived; None: the last one arrived, or there was
    none. `told_at`: when the administrator was told of that. `not_before`: it has asked to be left alone until then.
    """

    id: int
    url: str
    off: Off | None = None
    off_at: datetime | None = None
    failing_since: datetime | None = None
    told_at: datetime | None = None
    not_before: datetime | None = None


_ROW: Final = Mapper(HookRow)
_WELL: Final[dict[str, Any]] = {"failing_since": None, "told_at": None, "not_before": None}


def follow(store: Store, urls: Collection[str]) -> None:
    """Makes these be the addresses that there are: of one that is gone nothing is kept, nor its secret."""
    known = {row.url: row.id for row in everyone(store)}
    for url in (url for url in urls if url not in known):
        store.execute(insert(hooks).values(office=store.office, url=url))
    gone = [url for url in known if url not in urls]
    for url in gone:
        store.execute(delete(deliveries).where(deliveries.c.hook == known[url]))
        store.execute(delete(hooks).where(hooks.c.id == known[url]))
        secrets.drop(store, SecretOf.HOOK, url)


def everyone(store: Store) -> Sequence[HookRow]:
    rows = store.execute(select(hooks).where(hooks.c.office == store.office).order_by(hooks.c.id))
    return [_ROW.read(row) for row in rows]


def find(store: Store, id: int) -> HookRow | None:
    row = store.execute(select(hooks).where(hooks.c.office == store.office, hooks.c.id == id)).first()
    return _ROW.read(row) if row else None


def at(store: Store, url: str) -> HookRow | None:
    row = store.execute(select(hooks).where(hooks.c.office == store.office, hooks.c.url == url)).first()
    return _ROW.read(row) if row else None


def arrived(store: Store, hook: HookRow) -> None:
    """A letter has arrived there: whatever was wrong is over."""
    if hook.failing_since or hook.told_at or hook.not_before:
        _put(store, hook.id, _WELL)


def failed(store: Store, hook: HookRow, now: datetime, not_before: datetime | None) -> HookRow:
    """A letter has not arrived there; returns how it is doing now."""
    later = max(filter(None, (not_before, hook.not_before)), default=None)
    _put(store, hook.id, {"failing_since": hook.failing_since or now, "not_before": later})
    return find(store, hook.id) or hook


def told(store: Store, id: int, now: datetime) -> None:
    """The administrator was told that it fails."""
    _put(store, id, {"told_at": now})


def switch_off(store: Store, id: int, why: Off, now: datetime) -> None:
    """Nothing is sent there from now on."""
    _put(store, id, {"off": why, "off_at": now, **_WELL})


def switch_on(store: Store, id: int) -> None:
    _put(store, id, {"off": None, "off_at": None, **_WELL})


def _put(store: Store, id: int, values: dict[str, Any]) -> None:
    store.execute(update(hooks).where(hooks.c.office == store.office, hooks.c.id == id).values(values))
