"""What is due: leads whose deadline has come, leads that wait for somebody, and the daily summary."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, Text, and_, bindparam, cast, exists, func, or_, select, update

from leads.duty.swaps import SwapState
from leads.lead import Due, Result, State
from storage.database import upsert
from storage.store import Store
from storage.tables.chats import CARD_IS_DUE, cards, summaries
from storage.tables.duty import swaps
from storage.tables.leads import leads, offers
from storage.tables.office import offices
from storage.tables.watches import watches


def due_leads(store: Store, now: datetime) -> Sequence[int]:
    """Rows of the leads whose deadline is past, the longest overdue first."""
    past = (leads.c.office == store.office, leads.c.due_at <= now)
    return list(store.scalars(select(leads.c.id).where(*past).order_by(leads.c.due_at, leads.c.id)))


def with_deadline(store: Store, now: datetime) -> Sequence[int]:
    """Leads whose deadline is still to come."""
    ahead = (leads.c.office == store.office, leads.c.due_at > now)
    return list(store.scalars(select(leads.c.id).where(*ahead).order_by(leads.c.due_at)))


def longest_overdue(store: Store, now: datetime) -> Sequence[tuple[int, datetime]]:
    """Finds the lead whose deadline is past for longest, with that deadline; empty where there is none."""
    past = (leads.c.office == store.office, leads.c.due_at <= now)
    rows = select(leads.c.id, leads.c.due_at).where(*past).order_by(leads.c.due_at).limit(1)
    return [(row.id, row.due_at) for row in store.execute(rows)]


def waiting_for(store: Store, who: str) -> Sequence[int]:
    """Leads that wait for this person to come back, or for anybody at all, in the order of their numbers."""
    waiting = (leads.c.office == store.office, leads.c.state == State.WAITING)
    for_him = and_(leads.c.owner == who, leads.c.due_kind == Due.OWNER)
    for_anybody = leads.c.due_kind.in_([Due.RETRY, Due.RINGING])
    return _by_number(store, *waiting, or_(for_him, for_anybody))


def waiting_for_answers(store: Store) -> Sequence[Row[Any]]:
    """Leads that wait until somebody has answered other offers, the oldest first: row, segment, owner and pick."""
    return sorted(store.execute(_FOR_ANSWERS, {"of": store.office}), key=lambda row: row.number)


_FOR_ANSWERS = select(leads.c.number, leads.c.id, leads.c.segment, leads.c.owner, leads.c.picked).where(
    leads.c.office == bindparam("of"), leads.c.state == State.WAITING, leads.c.due_kind == Due.RINGING
)


def offered_to_anybody(store: Store) -> Sequence[int]:
    """Leads with a live offer."""
    return _by_number(store, leads.c.office == store.office, leads.c.state == State.OFFERED)


def soon_said(store: Store, to: Collection[str], until: datetime) -> Sequence[int]:
    """Returns the leads that wait on a step of the ladder for just these people, and are due until then."""
    waits = (leads.c.state == State.OFFERED, leads.c.due_kind.in_([Due.REPEAT, Due.STEP]))
    live = and_(offers.c.lead == leads.c.id, offers.c.result == Result.OPEN)
    query = select(leads.c.id, offers.c.people).join(offers, live)
    rows = store.execute(query.where(leads.c.office == store.office, *waits, leads.c.due_at <= until))
    return [row.id for row in rows if set(row.people) == set(to)]


def disputed(store: Store) -> Sequence[int]:
    """Leads that are said to be bad, and wait for somebody to settle that."""
    return _by_number(store, leads.c.office == store.office, leads.c.state == State.DISPUTED)


def by_the_clock(store: Store) -> Sequence[int]:
    """Leads that wait for somebody's answer, or for the office to open."""
    opening = and_(leads.c.state == State.WAITING, leads.c.due_kind.in_([Due.OPENING, Due.RINGING]))
    return _by_number(store, leads.c.office == store.office, or_(leads.c.state == State.OFFERED, opening))


def offered_in_cards(store: Store, shown: Collection[int]) -> Sequence[int]:
    """Finds those of these cards that are about a lead with a live offer."""
    of_lead = cast(leads.c.id, Text) == cards.c.subject
    live = leads.c.state == State.OFFERED
    return list(store.scalars(select(cards.c.id).join(leads, of_lead).where(cards.c.id.in_(shown), live)))


def is_undelivered(store: Store, lead: int) -> bool:
    """Tells whether this lead has a live offer that has reached nobody yet."""
    live = (offers.c.lead == lead, offers.c.result == Result.OPEN, offers.c.delivered_at.is_(None))
    return store.scalar(select(offers.c.id).where(*live).limit(1)) is not None


@dataclass(frozen=True, slots=True)
class Moments:
    """The earliest of each kind (UTC); None where nothing is planned."""

    lead: datetime | None
    swap: datetime | None  # an open one, whose duty is over then
    summary: datetime | None
    watch: datetime | None  # something else that is to be looked at
    has_cards: bool  # something is still to be sent or removed


def moments(store: Store) -> Moments:
    """Tells when something is due, in one statement: it is asked every second."""
    row = store.execute(_MOMENTS, {"of": store.office}).one()
    return Moments(row[0], row[1], row[2], row[3], has_cards=bool(row[4]))


_of: BindParameter[int] = bindparam("of")
_lead = select(func.min(leads.c.due_at)).where(leads.c.office == _of)
_swap = select(func.min(swaps.c.ends_at)).where(swaps.c.office == _of, swaps.c.state == SwapState.OPEN)
_summary = select(offices.c.summary_due).where(offices.c.id == _of)
_watch = select(func.min(watches.c.due_at)).where(watches.c.office == _of)
_cards = exists(select(cards.c.id).where(CARD_IS_DUE))
_MOMENTS = select(*(one.scalar_subquery() for one in (_lead, _swap, _summary, _watch)), _cards)


def next_deadline(store: Store) -> datetime | None:
    """Returns the earliest moment (UTC) at which something is due; None where nothing is."""
    found = moments(store)
    return min((at for at in (found.lead, found.swap, found.summary, found.watch) if at), default=None)


def summary_due(store: Store) -> datetime | None:
    return store.scalar(select(offices.c.summary_due).where(offices.c.id == store.office))


def plan_summary(store: Store, at: datetime) -> None:
    store.execute(update(offices).where(offices.c.id == store.office).values(summary_due=at))


def begin_summary(store: Store, day: str, now: datetime) -> bool:
    """Tells whether this day's summary is still to be made; from now on it is not."""
    row = upsert(store, summaries).values(office=store.office, day=day, at=now).on_conflict_do_nothing()
    return store.execute(row).rowcount == 1


def _by_number(store: Store, *where: Any) -> Sequence[int]:
    """Few leads out of many. Sorted here: asked for the order, SQLite would walk through every number there is."""
    rows = store.execute(select(leads.c.number, leads.c.id).where(*where))
    return [lead for _, lead in sorted((number, lead) for number, lead in rows)]
