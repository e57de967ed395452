"""Leads as lists show them: one page of those that are meant, each with its client and live offer, in one statement."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, and_, case, cast, func, or_, select

from leads.entries.asking import ClockPutBack, Repeated
from leads.entries.hands import CameDue, Reminded
from leads.lead import OWNED, Lead, Result, State, Step
from storage.rows import lead_from
from storage.store import Store
from storage.tables.clients import IS_FIRST, clients, touches
from storage.tables.leads import leads, ledger, offers

STIRS_NOTHING: Final = (Reminded.kind, Repeated.kind, ClockPutBack.kind, CameDue.kind)
"""Entries after which a lead stands where it stood."""

OPEN: Final = (State.WAITING, State.OFFERED, *OWNED)


@dataclass(frozen=True, slots=True)
class Meant:
    """Says which leads are meant: each part that is said leaves some out. `ids`: rows."""

    states: Collection[State] = OPEN
    holder: str | None = None
    secretary: str | None = None
    either: str | None = None  # who has it, or took it in
    headed: Collection[str] = ()  # beside these, all of these segments
    segment: str | None = None
    among: Collection[str] | None = None  # of these segments alone
    ids: Collection[int] | None = None
    still_since: datetime | None = None  # nothing has happened to them from then on
    fresh_since: datetime | None = None  # taken in from then on, or not handed over yet


@dataclass(frozen=True, slots=True)
class Listed:
    """One lead of a list. `asked`: who may claim it now; `moved_at`: when something last happened to it."""

    lead: Lead
    secretary: str | None
    taken_in_at: datetime
    name: str | None
    phone: str | None
    asked: tuple[str, ...]
    moved_at: datetime


def page(store: Store, meant: Meant, order: Sequence[Any], first: int, most: int) -> Sequence[Listed]:
    """Returns `most` of them, from the one at the place `first` on."""
    found = _ROWS.where(*_conditions(store, meant)).order_by(*order).offset(first).limit(most)
    return [_listed(row) for row in store.execute(found)]


def count(store: Store, meant: Meant) -> int:
    return store.scalar(select(func.count()).select_from(leads).where(*_conditions(store, meant))) or 0


def rows_of(store: Store, meant: Meant) -> Sequence[int]:
    """Returns no more of them than their rows."""
    return list(store.scalars(select(leads.c.id).where(*_conditions(store, meant))))


def _conditions(store: Store, meant: Meant) -> list[ColumnElement[bool]]:
    found = [leads.c.office == store.office, leads.c.state.in_(sorted(meant.states))]
    named = {"holder": meant.holder, "secretary": meant.secretary, "segment": meant.segment}
    found += [leads.c[column] == value for column, value in named.items() if value is not None]
    if meant.either is not None:
        found.append(of_somebody(meant.either, meant.headed))
    if meant.among is not None:
        found.append(leads.c.segment.in_(sorted(meant.among)))
    if meant.ids is not None:
        found.append(leads.c.id.in_(sorted(meant.ids)))
    if meant.still_since is not None:
        found.append(meant.still_since > _MOVED)
    if meant.fresh_since is not None:
        found.append(or_(leads.c.created_at >= meant.fresh_since, leads.c.state == State.DRAFT))
    return found


def of_somebody(who: str, headed: Collection[str]) -> ColumnElement[bool]:
    """Returns the condition that somebody has a lead, took it in, or heads its segment."""
    own = (leads.c.holder == who, leads.c.secretary == who)
    return or_(*own, leads.c.segment.in_(sorted(headed))) if headed else or_(*own)


_LAST: Final = (
    select(func.max(ledger.c.at))
    .where(
        ledger.c.office == leads.c.office,
        ledger.c.lead == leads.c.number,
        ledger.c.kind.not_in(STIRS_NOTHING),
    )
    .correlate(leads)
    .scalar_subquery()
)
_MOVED: Final = func.coalesce(_LAST, leads.c.created_at, type_=leads.c.created_at.type)
_ROWS: Final = (
    select(
        leads,
        touches.c.name.label("said_name"),
        touches.c.phone.label("said_phone"),
        clients.c.name.label("known_name"),
        offers.c.people.label("asked"),
        offers.c.answers.label("answers"),
        offers.c.step.label("asked_by"),
        _MOVED.label("moved_at"),
    )
    .select_from(leads)
    .outerjoin(touches, and_(touches.c.lead == leads.c.id, IS_FIRST))
    .outerjoin(clients, clients.c.id == leads.c.client)
    .outerjoin(offers, and_(offers.c.lead == leads.c.id, offers.c.result == Result.OPEN))
)

NOBODYS_FIRST: Final = (
    case((leads.c.state == State.DRAFT, 0), (leads.c.state.in_(OWNED), 2), else_=1),
    cast(leads.c.number, Integer),  # not the column: SQLite would walk through every number there is
    leads.c.created_at,
)
NEWEST_FIRST: Final = (case((leads.c.state == State.DRAFT, 0), else_=1), leads.c.id.desc())


def _listed(row: Any) -> Listed:
    is_shown = row.asked_by != Step.PULL  # what waits to be asked for is nobody's to answer
    asked = [who for who in row.asked or () if is_shown and who not in row.answers]
    return Listed(
        lead_from(row),
        row.secretary,
        row.created_at,
        row.said_name or row.known_name,
        row.said_phone,
        tuple(asked),
        row.moved_at,
    )
