"""Leads that wait to be asked for, and how many somebody has had by asking."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, exists, func, select

from leads.lead import Result, State, Step
from storage.store import Store
from storage.tables.leads import leads, offers


class Lying(NamedTuple):
    """A lead that waits to be asked for: its row, and its segment."""

    id: int
    segment: str


def lying(store: Store, segments: Collection[str], who: str | None = None) -> Sequence[Lying]:
    """Returns those of these segments, the oldest first; `who`: without those that they have had already."""
    live = and_(offers.c.lead == leads.c.id, offers.c.result == Result.OPEN, offers.c.step == Step.PULL)
    query = select(leads.c.number, leads.c.id, leads.c.segment).join(offers, live)
    here = [leads.c.office == store.office, leads.c.state == State.OFFERED]
    here.append(leads.c.segment.in_(sorted(segments)))
    if who:
        had = offers.alias()
        here.append(~exists(select(had.c.id).where(had.c.lead == leads.c.id, had.c.claimed_by == who)))
    rows = sorted(store.execute(query.where(*here)), key=lambda row: row.number)
    return [Lying(row.id, row.segment) for row in rows]


def pulled(store: Store, who: str, since: datetime) -> int:
    """Counts the leads that somebody has had by asking, from then on."""
    theirs = (offers.c.office == store.office, offers.c.step == Step.PULL, offers.c.claimed_by == who)
    return store.scalar(select(func.count()).where(*theirs, offers.c.closed_at >= since)) or 0


def has_pulled(store: Store, who: str, lead: int) -> bool:
    """Tells whether they have had this very lead by asking."""
    theirs = (offers.c.lead == lead, offers.c.step == Step.PULL, offers.c.claimed_by == who)
    return store.scalar(select(offers.c.id).where(*theirs).limit(1)) is not None
