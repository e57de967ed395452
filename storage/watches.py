"""What the clock is to look at later: that a leave begins, that somebody has cared for a client who came again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import bindparam, delete, select

from storage.database import upsert
from storage.mapper import Mapper
from storage.store import Store
from storage.tables.watches import watches


class WatchKind(StrEnum):
    LEAVE = "leave"  # of a person: it begins
    DRAFT = "draft"  # of a lead: it was written down, and not handed over yet
    UNCLAIMED = "unclaimed"  # of a lead: nobody has it
    REPEAT = "repeat"  # of a lead: its client came again while whoever has it was away
    CALL = "call"  # of a request: somebody has called, and nobody has answered or called back yet
    DAY = "day"  # of a person: another day allows as many leads as this one did


@dataclass(frozen=True, slots=True)
class Watch:
    kind: WatchKind
    subject: str  # a person's id, the row of a lead
    since: datetime  # when it was set
    due_at: datetime


_WATCH: Final = Mapper(Watch)


def watch(store: Store, kind: WatchKind, subject: str, since: datetime, due_at: datetime) -> None:
    """Looks then; instead of when it was to be looked at this before."""
    values = {"since": since, "due_at": due_at}
    row = upsert(store, watches).values(office=store.office, kind=kind, subject=subject, **values)
    store.execute(row.on_conflict_do_update(index_elements=["office", "kind", "subject"], set_=values))


def forget(store: Store, kind: WatchKind, subject: str) -> bool:
    """Does not look any more. Returns whether it was to be looked at."""
    here = (watches.c.office == store.office, watches.c.kind == kind, watches.c.subject == subject)
    return store.execute(delete(watches).where(*here)).rowcount > 0


def of_kind(store: Store, kind: WatchKind) -> Sequence[Watch]:
    """Returns all of this kind that are still to be looked at."""
    here = (watches.c.office == store.office, watches.c.kind == kind)
    return [_WATCH.read(row) for row in store.execute(select(watches).where(*here))]


def due(store: Store, now: datetime) -> Sequence[Watch]:
    """Returns what is to be looked at now, the longest overdue first."""
    return [_WATCH.read(row) for row in store.execute(_DUE, {"of": store.office, "now": now})]


_DUE = (
    select(watches)
    .where(watches.c.office == bindparam("of"), watches.c.due_at <= bindparam("now"))
    .order_by(watches.c.due_at, watches.c.kind, watches.c.subject)
)
