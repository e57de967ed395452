"""Leads and offers of a period, line by line for a list of all of them: read in batches, however many there are.

The one list in which the client's name and phone stand: whoever writes it asks first who will read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select

from leads.client import TouchKind
from storage.figures import COUNTS
from storage.store import Store
from storage.tables.clients import IS_FIRST, touches
from storage.tables.leads import leads, offers

BATCH = 1000  # lines that are read at once


@dataclass(frozen=True, slots=True)
class LeadLine:
    """The columns of `leads` by their own names, and what its message said; erased, it has neither name nor phone."""

    number: int
    handed_at: datetime
    segment: str
    source: str | None
    known: bool
    client_name: str | None
    phone: str | None
    taken_by: str | None
    taken_after: int | None
    contacted_after: int | None
    holder: str | None
    state: str
    progress: str | None
    outcome: str | None
    amount: int | None  # in hundredths
    lost_reason: str | None
    bad_reason: str | None
    reason_words: str | None  # what people have typed, of all that they were asked why
    closed_at: datetime | None
    client_words: str | None  # of the message that made the lead
    marks: str | None  # every one that was made, oldest first; one that was taken back follows with a minus
    notes: str | None  # what was written down later, and what the client said when they came again


@dataclass(frozen=True, slots=True)
class OfferLine:
    """The columns of `offers` by their own names, with the number and the segment of the lead."""

    at: datetime
    number: int
    segment: str
    scheme: str
    step: str
    people: Sequence[str]
    result: str
    claimed_by: str | None
    closed_at: datetime | None
    chosen_by: str | None
    fair: str | None


_typed = touches.alias("typed")


def _all_of(what: Any, between: str, *kinds: TouchKind) -> Any:
    """Of one lead's touches of these kinds, in one text."""
    of_lead = (_typed.c.lead == leads.c.id, _typed.c.kind.in_(kinds))
    return select(func.aggregate_strings(what, between)).where(*of_lead).correlate(leads).scalar_subquery()


_MARK = case((_typed.c.kind == TouchKind.UNMARK, literal("-") + _typed.c.what), else_=_typed.c.what)
_OF_TOUCH = {
    "client_name": touches.c.name,
    "phone": touches.c.phone,
    "client_words": touches.c.text,
    "reason_words": _all_of(_typed.c.text, " · ", TouchKind.REASON),
    "marks": _all_of(_MARK, " ", TouchKind.MARK, TouchKind.UNMARK),
    "notes": _all_of(func.nullif(_typed.c.text, ""), " · ", TouchKind.NOTE, TouchKind.REPEAT),
}
_LEADS = select(
    *(_OF_TOUCH[name] if name in _OF_TOUCH else leads.c[name] for name in (f.name for f in fields(LeadLine)))
).outerjoin_from(leads, touches, (leads.c.id == touches.c.lead) & IS_FIRST)
_OF_LEAD = frozenset({"number", "segment"})
_OFFERS = select(
    *((leads if field.name in _OF_LEAD else offers).c[field.name] for field in fields(OfferLine))
).join(leads, offers.c.lead == leads.c.id)


def lead_lines(store: Store, start: datetime, end: datetime) -> Iterator[Sequence[LeadLine]]:
    """Lists those handed over from `start` on and before `end`, in the order in which they came."""
    query = _LEADS.where(*_handed(start, end, store.office)).order_by(leads.c.handed_at, leads.c.id)
    for batch in _batches(store, query):
        yield [LeadLine(*row) for row in batch]


def offer_lines(store: Store, start: datetime, end: datetime) -> Iterator[Sequence[OfferLine]]:
    """Lists the offers of these leads, lead by lead, the oldest first."""
    query = _OFFERS.where(*_handed(start, end, store.office))
    for batch in _batches(store, query.order_by(leads.c.handed_at, leads.c.id, offers.c.id)):
        yield [OfferLine(*row) for row in batch]


def count(store: Store, start: datetime, end: datetime) -> tuple[int, int]:
    """Counts leads and offers."""
    of_leads = select(func.count()).select_from(leads).where(*_handed(start, end, store.office))
    of_offers = select(func.count()).select_from(offers).join(leads, offers.c.lead == leads.c.id)
    asked = store.scalar(of_offers.where(*_handed(start, end, store.office)))
    return store.scalar(of_leads) or 0, asked or 0


def _handed(start: datetime, end: datetime, office: int) -> Sequence[ColumnElement[bool]]:
    return leads.c.office == office, leads.c.handed_at >= start, leads.c.handed_at < end, COUNTS


def _batches(store: Store, query: Select[Any]) -> Iterator[Sequence[Any]]:
    with store.conn.execute(query, execution_options={"yield_per": BATCH}) as result:
        yield from result.partitions()
