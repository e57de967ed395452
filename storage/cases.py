"""Leads with all their offers, for lists, answers and figures. Nothing of the client is read here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from leads.figures.report import Case
from leads.lead import OWNED, Lead, Offer, Outcome, State
from leads.rates import Record
from storage.figures import COUNTS
from storage.rows import lead_from, offer_from
from storage.store import Store
from storage.tables.leads import leads, offers

OPEN = (State.WAITING, State.OFFERED, *OWNED)


def handed_between(store: Store, start: datetime, end: datetime) -> Sequence[Case]:
    """Returns the leads handed over from `start` on and before `end`, but for those that were taken back; by number."""
    here = (leads.c.office == store.office, leads.c.handed_at >= start, leads.c.handed_at < end)
    return _cases(store, *here, COUNTS)


def first_handed(store: Store) -> datetime | None:
    """Tells when the oldest lead that there is was handed over."""
    oldest = select(leads.c.handed_at).where(leads.c.office == store.office, leads.c.handed_at.is_not(None))
    return store.scalar(oldest.order_by(leads.c.handed_at).limit(1))


def handed_since(store: Store, segment: str, since: datetime) -> Sequence[datetime]:
    """Tells when each lead of this segment was handed over that was not taken back."""
    found = store.scalars(
        select(leads.c.handed_at).where(
            leads.c.office == store.office,
            leads.c.handed_at >= since,
            leads.c.segment == segment,
            COUNTS,
        )
    )
    return [at for at in found if at]


def became_since(store: Store, segment: str, since: datetime) -> Sequence[tuple[datetime, str | None]]:
    """Tells of each of these leads when it was handed over, and what came of it, if anything has."""
    mine = (leads.c.office == store.office, leads.c.handed_at >= since, leads.c.segment == segment, COUNTS)
    rows = store.execute(select(leads.c.handed_at, leads.c.outcome).where(*mine))
    return [(row.handed_at, row.outcome) for row in rows]


def in_states(store: Store, states: Collection[State]) -> Sequence[Case]:
    return _cases(store, leads.c.office == store.office, leads.c.state.in_(list(states)))


def held_by(store: Store, who: str) -> Sequence[Case]:
    """Returns the open leads in somebody's hands, in the order of their numbers."""
    return _cases(store, leads.c.office == store.office, leads.c.holder == who, leads.c.state.in_(OWNED))


def segment_of(store: Store, lead: int) -> str | None:
    """Returns the segment of a lead, by its row; None where there is none."""
    return store.scalar(select(leads.c.segment).where(leads.c.office == store.office, leads.c.id == lead))


def sold_between(
    store: Store, start: datetime, end: datetime, segments: Collection[str]
) -> dict[int, tuple[int, str]]:
    """Returns, by number, row and seller of each lead of these segments that was sold in this time.

    Left out are those of a file of past leads, and those that their seller has brought in, by which nobody gains.
    """
    sold = (*_earned(store, start, end, segments), leads.c.outcome == Outcome.WON)
    rows = store.execute(select(leads.c.id, leads.c.number, leads.c.holder).where(*sold))
    return {row.number: (row.id, row.holder) for row in rows}


def closed_between(store: Store, start: datetime, end: datetime, segment: str) -> dict[str, Record]:
    """Returns what everybody has won and lost in this time, of the leads that `sold_between` counts."""
    ended = (Outcome.WON, Outcome.LOST)
    won, lost = (func.count().filter(leads.c.outcome == outcome) for outcome in ended)
    counted = select(leads.c.holder, won.label("won"), lost.label("lost")).group_by(leads.c.holder)
    rows = store.execute(counted.where(*_earned(store, start, end, [segment]), leads.c.outcome.in_(ended)))
    return {row.holder: Record(row.won, row.lost) for row in rows}


def _earned(
    store: Store, start: datetime, end: datetime, segments: Collection[str]
) -> Sequence[ColumnElement[bool]]:
    """Closed in this time by somebody who gains or loses by what became of it."""
    closed = (leads.c.office == store.office, leads.c.closed_at >= start, leads.c.closed_at < end)
    theirs = (leads.c.holder.is_not(None), leads.c.imported.is_(None), leads.c.own.is_(False))
    return (*closed, *theirs, leads.c.segment.in_(sorted(segments)))


def sold(store: Store, rows: Collection[int]) -> Sequence[Lead]:
    """Returns those of these leads that are sold, by number."""
    those = (leads.c.office == store.office, leads.c.id.in_(sorted(rows)), leads.c.outcome == Outcome.WON)
    found = [lead_from(row) for row in store.execute(select(leads).where(*those))]
    return sorted(found, key=lambda lead: lead.number or 0)


def open_leads(store: Store) -> Sequence[tuple[int, str | None]]:
    """Returns number and holder, None where nobody has it, of every lead that is not closed;
    in the order of numbers.
    """
    query = select(leads.c.number, leads.c.holder).where(
        leads.c.office == store.office, leads.c.state.in_(OPEN)
    )
    return sorted((row.number, row.holder) for row in store.execute(query))


def drafts(store: Store) -> int:
    """Counts what was written down and not handed over."""
    mine = (leads.c.office == store.office, leads.c.state == State.DRAFT)
    return store.scalar(select(func.count()).select_from(leads).where(*mine)) or 0


def open_beside(store: Store, lead: int) -> Sequence[str | None]:
    """Returns who holds the other open leads of the same client; None for one that nobody has."""
    client = select(leads.c.client).where(leads.c.id == lead).scalar_subquery()
    others = (leads.c.client == client, leads.c.id != lead, leads.c.state.in_(OPEN))
    return list(store.scalars(select(leads.c.holder).where(*others)))


def id_of(store: Store, number: int) -> int | None:
    """Returns the row of the lead with this number."""
    return store.scalar(select(leads.c.id).where(leads.c.office == store.office, leads.c.number == number))


def _cases(store: Store, *where: Any) -> Sequence[Case]:
    # sorted here: asked for the order, SQLite would walk through every number there is
    found = sorted(store.execute(select(leads).where(*where)), key=lambda lead: lead.number or 0)
    chosen = select(leads.c.id).where(*where)
    of_lead: dict[int, list[Offer]] = {}
    for row in store.execute(select(offers).where(offers.c.lead.in_(chosen)).order_by(offers.c.id)):
        of_lead.setdefault(row.lead, []).append(offer_from(row))
    return [(lead_from(row), of_lead.get(row.id, [])) for row in found]
