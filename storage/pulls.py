"""Leads that wait to be asked for, and how many somebody has had by asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, exists, func, select

from leads.figures.asking import Asking
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


def asking(store: Store, start: datetime, end: datetime) -> dict[str, Asking]:
    """Counts, of the leads handed over from `start` on and before `end`, for whom they waited, and who asked."""
    handed = (leads.c.office == store.office, leads.c.handed_at >= start, leads.c.handed_at < end)
    counts = (*handed, leads.c.state != State.WITHDRAWN, offers.c.step == Step.PULL)
    query = select(leads.c.id, offers.c.people, offers.c.claimed_by)
    waited, had = set[tuple[int, str]](), set[tuple[int, str]]()
    for lead, people, by in store.execute(query.join(offers, offers.c.lead == leads.c.id).where(*counts)):
        waited |= {(lead, who) for who in (*people, by) if who}
        had |= {(lead, by)} if by else set()
    of, times = Counter(who for _, who in waited), Counter(who for _, who in had)
    return {who: Asking(times[who], of[who]) for who in of}


def has_pulled(store: Store, who: str, lead: int) -> bool:
    """Tells whether they have had this very lead by asking."""
    theirs = (offers.c.lead == lead, offers.c.step == Step.PULL, offers.c.claimed_by == who)
    return store.scalar(select(offers.c.id).where(*theirs).limit(1)) is not None
