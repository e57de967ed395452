"""What is to be said against a change of the roster before it is made, and of a week as it stands.

None of it forbids anything: whoever runs the office may know better. What cannot be at all is refused
(`leads.duty.editing`). All instants are aware, in UTC.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from leads.duty.held import NEIGHBOURS, limits_of
from leads.duty.limits import Excess, Span
from leads.duty.shifts import duties, timeline
from leads.duty.slots import rostered
from leads.hours import IsHoliday, openings
from leads.office import Office
from leads.wall_clock import ONE_DAY, days_between, midnight, monday_of, wall, week_bounds


class Doubt(StrEnum):
    """Says what speaks against it."""

    REST = "rest"  # too little between two shifts
    WEEK = "week"  # more hours than the office gives anybody
    GAP = "gap"  # the office is open, and nobody is on duty
    ELSEWHERE = "elsewhere"  # they are on duty in another segment at that time
    LEAVE = "leave"
    OFF_HOURS = "off-hours"  # not in their own hours


@dataclass(frozen=True, slots=True)
class Doubtful:
    """`who`: nobody for a gap. `start`, `end`: when; the limits are a matter of the whole week."""

    what: Doubt
    who: str
    start: datetime
    end: datetime
    segment: str = ""  # the other one


@dataclass(frozen=True, slots=True)
class Absent:
    """When people are not there, by id."""

    leave: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    off: Mapping[str, Sequence[Span]] = field(default_factory=dict)


def doubts(
    before: Office,
    after: Office,
    segment: str,
    days: Collection[date],
    people: Collection[str],
    absent: Absent,
    is_holiday: IsHoliday,
) -> list[Doubtful]:
    """Returns what is new with a change of a segment's shifts.

    `days`: on the office's wall, those that it touches; `people`: those whose duties are others.
    """
    if not days:
        return []
    first, last = min(days), max(days)
    weeks = sorted({monday_of(day) for day in days_between(first - 2 * ONE_DAY, last + 2 * ONE_DAY)})
    was, will = (
        [
            *(
                one
                for who in people
                for one in _of_person(office, segment, who, (first, last), weeks, absent)
            ),
            *(Doubtful(Doubt.GAP, "", *span) for span in gaps(office, segment, first, last, is_holiday)),
        ]
        for office in (before, after)
    )
    new = [one for one in will if one.what is not Doubt.GAP and one not in was]
    return new + _gaps_opened(was, will)


def of_week(
    office: Office, segment: str, monday: date, absent: Absent, is_holiday: IsHoliday, now: datetime
) -> list[Doubtful]:
    """Returns what is to be said of a week as it stands, but for what is over."""
    week = monday, monday + 6 * ONE_DAY
    shifts = office.shifts_of(segment)
    members = next((s.members for s in office.segments if s.id == segment), ())
    people = dict.fromkeys([*members, *(shift.who for shift in shifts)])
    found = [one for who in people for one in _of_person(office, segment, who, week, [monday], absent)]
    found += [Doubtful(Doubt.GAP, "", *span) for span in gaps(office, segment, *week, is_holiday)]
    return [one for one in found if one.end > now]


def gaps(office: Office, segment: str, first: date, last: date, is_holiday: IsHoliday) -> list[Span]:
    """Returns when the office is open on these days and nobody is on duty; none where nobody ever is."""
    shifts, zone = office.shifts_of(segment), office.timezone
    if not shifts:
        return []
    return [
        (piece.start, piece.end)
        for opens, closes in openings(office.hours, zone, first, last, is_holiday)
        for piece in timeline(shifts, zone, opens, closes)
        if not piece.who
    ]


def _of_person(
    office: Office,
    segment: str,
    who: str,
    days: tuple[date, date],
    mondays: Iterable[date],
    absent: Absent,
) -> list[Doubtful]:
    shifts, zone = office.shifts_of(segment), office.timezone
    since, until = midnight(days[0], zone), midnight(days[1] + ONE_DAY, zone)
    own = [d for d in duties(shifts, zone, who, since - NEIGHBOURS, until) if since <= d[0]]
    return [
        *_beyond(office, segment, who, mondays),
        *_absent(who, own, absent),
        *_elsewhere(office, segment, who, own, since, until),
    ]


def _beyond(office: Office, segment: str, who: str, mondays: Iterable[date]) -> Iterator[Doubtful]:
    limits, shifts, zone = limits_of(office), office.shifts_of(segment), office.timezone
    words = {Excess.REST: Doubt.REST, Excess.WEEK: Doubt.WEEK}
    for monday in mondays:
        start, end = week_bounds(monday, zone)
        near = duties(shifts, zone, who, start - NEIGHBOURS, end + NEIGHBOURS)
        own = [d for d in near if start <= d[0] < end]
        beside = [d for d in near if not start <= d[0] < end]
        for excess in limits.exceeded(own, beside):
            yield Doubtful(words[excess], who, start, end)


def _absent(who: str, own: Sequence[Span], absent: Absent) -> Iterator[Doubtful]:
    for what, times in ((Doubt.LEAVE, absent.leave), (Doubt.OFF_HOURS, absent.off)):
        for duty in own:
            if any(_meet(duty, one) for one in times.get(who, ())):
                yield Doubtful(what, who, *duty)


def _elsewhere(
    office: Office, segment: str, who: str, own: Sequence[Span], since: datetime, until: datetime
) -> Iterator[Doubtful]:
    for other in rostered(office):
        if other.id == segment or who not in other.members or not own:
            continue
        theirs = duties(office.shifts_of(other.id), office.timezone, who, since - NEIGHBOURS, until)
        for duty in own:
            if any(_meet(duty, one) for one in theirs):
                yield Doubtful(Doubt.ELSEWHERE, who, *duty, other.id)


def _gaps_opened(was: Iterable[Doubtful], will: Iterable[Doubtful]) -> list[Doubtful]:
    """Returns the parts of gaps that were none before."""
    before = [(one.start, one.end) for one in was if one.what is Doubt.GAP]
    return [
        Doubtful(Doubt.GAP, "", *left)
        for one in will
        if one.what is Doubt.GAP
        for left in _without((one.start, one.end), before)
    ]


def _without(span: Span, others: Iterable[Span]) -> list[Span]:
    left = [span]
    for start, end in others:
        left = [
            piece
            for since, until in left
            for piece in ((since, min(until, start)), (max(since, end), until))
            if piece[0] < piece[1]
        ]
    return left


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def days_of(office: Office, spans: Iterable[Span]) -> set[date]:
    """Returns the days on the office's wall that these spans touch."""
    zone = office.timezone
    return {
        day
        for start, end in spans
        for day in days_between(wall(start, zone).date(), wall(end - datetime.resolution, zone).date())
    }
