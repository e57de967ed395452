"""What the watchdog has told of and not yet taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, insert, select

from storage.store import Store
from storage.tables.chats import troubles


def known(store: Store) -> Mapping[str, datetime]:
    """Returns each trouble that is going on, and since when."""
    rows = store.execute(select(troubles.c.kind, troubles.c.since).where(troubles.c.office == store.office))
    return {row.kind: row.since for row in rows}


def begin(store: Store, kind: str, now: datetime) -> None:
    store.execute(insert(troubles).values(office=store.office, kind=kind, since=now))


def end(store: Store, kind: str) -> None:
    store.execute(delete(troubles).where(troubles.c.office == store.office, troubles.c.kind == kind))
