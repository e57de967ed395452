"""When a copy of the database was last made, and the ledger last verified: one row each, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from storage.database import engine_of, upsert
from storage.mapper import Mapper
from storage.store import Store
from storage.tables.upkeep import upkeep


class UpkeepKind(StrEnum):
    BACKUP = "backup"
    VERIFICATION = "verification"
    PAST_LEADS = "past_leads"  # brought in from the chat: of the last file, which columns were named by hand


@dataclass(frozen=True, slots=True)
class Upkeep:
    """`at`: when it was last done, None: never yet; `asked_at`: since when it is being done, and by whose wish."""

    kind: UpkeepKind
    at: datetime | None
    facts: Mapping[str, Any]
    asked_at: datetime | None
    asked_by: str | None


_UPKEEP: Final = Mapper(Upkeep)


def find(store: Store, kind: UpkeepKind) -> Upkeep | None:
    """None where nobody has ever asked for it."""
    here = (upkeep.c.office == store.office, upkeep.c.kind == kind)
    row = store.execute(select(upkeep).where(*here)).one_or_none()
    return _UPKEEP.read(row) if row else None


def ask(store: Store, kind: UpkeepKind, now: datetime, who: str | None) -> None:
    """Notes that it is being done; what came of it before stays until then."""
    asked = {"asked_at": now, "asked_by": who}
    row = upsert(store, upkeep).values(office=store.office, kind=kind, facts={}, **asked)
    store.execute(row.on_conflict_do_update(index_elements=["office", "kind"], set_=asked))


def done(store: Store, kind: UpkeepKind, now: datetime, facts: Mapping[str, Any]) -> None:
    """Notes what has come of it."""
    values = {"at": now, "facts": dict(facts), "asked_at": None, "asked_by": None}
    row = upsert(store, upkeep).values(office=store.office, kind=kind, **values)
    store.execute(row.on_conflict_do_update(index_elements=["office", "kind"], set_=values))


def note_backup(address: str, now: datetime, facts: Mapping[str, Any]) -> bool:
    """Notes a copy in the database that was copied. False where that cannot be: the copy is good all the same."""
    engine = engine_of(address, poolclass=NullPool)
    try:
        with engine.connect() as conn:
            done(Store(conn), UpkeepKind.BACKUP, now, facts)
            conn.commit()
    except DBAPIError:  # an older schema, or somebody writes for longer than one waits
        return False
    return True
