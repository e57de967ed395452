"""Duties one by one, as a calendar shows them: whose each is, what it comes from, and what goes beyond the limits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from leads.duty.limits import Excess, Limits, Span, exceeded
from leads.duty.shifts import LONGEST_WEEKLY, dated_window, duties
from leads.office import Office, Origin, Segment, Shift
from leads.wall_clock import week_bounds

NEIGHBOURS: Final = LONGEST_WEEKLY  # so far from a week a duty may stand in the way of another's rest


class Basis(StrEnum):
    """Says what has put somebody on duty."""

    WEEKLY = "weekly"
    DATED = "dated"  # a dated shift of the office file, or of the chat
    ROSTER = "roster"
    SWAP = "swap"


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """One person's duty, from one shift's beginning to its end; instants in UTC."""

    start: datetime
    end: datetime
    who: str
    basis: Basis = Basis.WEEKLY
    instead_of: str | None = None  # who would have it otherwise


@dataclass(frozen=True, slots=True, order=True)
class Beyond:
    """In the week of this Monday somebody has more duty than the office's limits allow."""

    who: str
    monday: date
    what: Excess


def held(
    office: Office, segment: str, start: datetime, until: datetime, people: Collection[str] | None = None
) -> list[Held]:
    """Returns the duties of a segment that begin in [start, until), by their start. `people`: None: everybody's."""
    shifts = office.shifts_of(segment)
    everybody = people or dict.fromkeys([*_members(office, segment), *(shift.who for shift in shifts)])
    return sorted(
        _held(office, shifts, who, duty)
        for who in everybody
        for duty in duties(shifts, office.timezone, who, start - NEIGHBOURS, until)
        if start <= duty[0]
    )


def beyond(office: Office, segment: str, mondays: Iterable[date]) -> frozenset[Beyond]:
    """Tells whose duties go beyond the limits in the weeks of these Mondays, and in what."""
    of = office.segment(segment)
    return frozenset(
        Beyond(who, monday, what)
        for monday in mondays
        for who, each in exceeded(
            limits_of(office), _of_week(office, of, monday), beside(office, of, monday)
        ).items()
        for what in each
    )


def limits_of(office: Office) -> Limits:
    return Limits(office.rest, office.week_hours)


def beside(office: Office, segment: Segment, monday: date) -> dict[str, list[Span]]:
    """Returns the duties that touch this week from the days before and after it, by person."""
    start, end = week_bounds(monday, office.timezone)
    shifts = office.shifts_of(segment.id)
    return {
        who: [
            *(d for d in duties(shifts, office.timezone, who, start - NEIGHBOURS, start) if d[0] < start),
            *(d for d in duties(shifts, office.timezone, who, end, end + NEIGHBOURS) if d[0] >= end),
        ]
        for who in segment.members
    }


def _of_week(office: Office, segment: Segment, monday: date) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {who: [] for who in segment.members}
    for duty in held(office, segment.id, *week_bounds(monday, office.timezone)):
        if duty.who in found:
            found[duty.who].append((duty.start, duty.end))
    return found


def _held(office: Office, shifts: Sequence[Shift], who: str, duty: Span) -> Held:
    """What was laid over the rest last has put them there."""
    last = next((s for s in reversed(shifts) if s.who == who and _covers(office, s, duty)), None)
    if last is None:
        return Held(*duty, who)
    bases = {Origin.SWAP: Basis.SWAP, Origin.ROSTER: Basis.ROSTER}
    return Held(*duty, who, bases.get(last.origin, Basis.DATED), last.instead_of)


def _covers(office: Office, shift: Shift, duty: Span) -> bool:
    if shift.weekly is not None:
        return False
    start, end = dated_window(shift, office.timezone)
    return start <= duty[0] < end


def _members(office: Office, segment: str) -> tuple[str, ...]:
    return next((s.members for s in office.segments if s.id == segment), ())
