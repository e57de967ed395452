"""What was changed of the set-up: kept beside the ledger, which seals it, for people to look up and to take back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Text, func, insert, select, type_coerce

from storage.mapper import Mapper
from storage.store import Store
from storage.tables.changes import changes
from storage.tables.office import offices

Difference = Mapping[str, Any]
"""One difference of two set-ups, as plain JSON: `path`, `before`, `after`, `name`, `whole`."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What one transaction has changed. `person`: None for an office file, and whoever came by a link."""

    id: int
    at: datetime
    person: str | None
    differences: Sequence[Difference]


_CHANGE: Final = Mapper(ChangeRow)


def keep(
    store: Store,
    at: datetime,
    person: str | None,
    differences: Sequence[Difference],
) -> None:
    """Keeps what this transaction has changed, once it is sealed."""
    entry = store.scalar(select(offices.c.set_up_entry).where(offices.c.id == store.office))
    row = {"at": at, "person": person, "differences": list(differences)}
    store.execute(insert(changes).values(office=store.office, entry=entry, **row))


def count(store: Store) -> int:
    return store.scalar(select(func.count()).where(changes.c.office == store.office)) or 0


def newest(store: Store, most: int, skipped: int = 0) -> Sequence[ChangeRow]:
    """Lists them from the newest to the oldest."""
    here = changes.c.office == store.office
    query = select(changes).where(here).order_by(changes.c.id.desc()).limit(most).offset(skipped)
    return [_CHANGE.read(row) for row in store.execute(query)]


def about(store: Store, path: Sequence[str]) -> Iterator[ChangeRow]:
    """Returns those in which this of the set-up came or went as a whole, or is named, from the newest to the oldest."""
    named = type_coerce(changes.c.differences, Text).contains(
        json.dumps(list(path), ensure_ascii=False), autoescape=True
    )
    query = select(changes).where(changes.c.office == store.office, named).order_by(changes.c.id.desc())
    return (_CHANGE.read(row) for row in store.execute(query))


def find(store: Store, id: int) -> ChangeRow | None:
    row = store.execute(select(changes).where(changes.c.office == store.office, changes.c.id == id)).first()
    return _CHANGE.read(row) if row else None
