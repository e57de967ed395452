"""The slots of a week: for when a roster needs somebody, what that is worth, and how many hours are due to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from leads.duty.limits import NO_LIMITS, Limits
from leads.hours import IsHoliday, openings
from leads.office import Office, Segment
from leads.schemes import SCHEMES
from leads.wall_clock import ONE_DAY, days_between, instant, span_on, wall

HourOfWeek = tuple[int, int]
"""Weekday (0 is Monday) and hour, by the clock on the office's wall."""

A_WEEK = timedelta(days=7)
HALF_AN_HOUR = timedelta(minutes=30)

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A slot is a window of a week; `places`: how many are on duty at once."""

    start: datetime  # UTC
    end: datetime
    places: int = 1

    @property
    def seconds(self) -> int:
        return int((self.end - self.start).total_seconds())


def rostered(office: Office) -> tuple[Segment, ...]:
    """Returns the segments where a roster is in force: the scheme asks for one, or the reserve behind it does."""
    return tuple(s for s in office.segments if not s.retired and by_roster(s))


def by_roster(segment: Segment) -> bool:
    """Tells whether leads of this segment go by a roster."""
    schemes = (segment.scheme, segment.reserve) if SCHEMES[segment.scheme].hand else (segment.scheme,)
    return any(SCHEMES[name].by_roster for name in schemes if name)


def week_slots(office: Office, segment: str, monday: date, is_holiday: IsHoliday) -> list[Slot]:
    """Returns the windows of the segment's weekly shifts that begin in this week,
    with as many places as have the same one.

    A segment without weekly shifts takes the office's opening hours, each cut in its middle: one half is a duty.
    """
    sunday = monday + A_WEEK - ONE_DAY
    windows = {
        (who, span)
        for who, rule in {(s.who, s.weekly) for s in office.shifts if s.segment == segment and s.weekly}
        for day in days_between(monday, sunday)
        if (span := span_on(rule, office.timezone, day))
    }
    if windows:
        return sorted(Slot(*span, places) for span, places in Counter(span for _, span in windows).items())
    hours = set(openings(office.hours, office.timezone, monday, sunday, is_holiday))
    return sorted(half for span in hours for half in _halves(*span, office.timezone))


def worth(slot: Slot, leads: Mapping[HourOfWeek, int], tz: ZoneInfo) -> Fraction:
    """Tells how many leads an hour of this slot brings, if the same come as in the weeks that were counted."""
    expected, at = Fraction(0), slot.start
    while at < slot.end:
        clock = wall(at, tz)
        into = timedelta(minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond)
        following = min(slot.end, at - into + timedelta(hours=1))
        part = Fraction(int((following - at).total_seconds()), 3600)
        expected += leads.get((clock.weekday(), clock.hour), 0) * part
        at = following
    return expected * 3600 / slot.seconds


def by_hour_of_week(leads: Iterable[datetime], tz: ZoneInfo) -> Mapping[HourOfWeek, int]:
    """Tells how many leads came at which hour."""
    clocks = (wall(at, tz) for at in leads)
    return Counter((clock.weekday(), clock.hour) for clock in clocks)


def prime(slots: Iterable[Slot], worths: Mapping[Slot, Fraction]) -> frozenset[Slot]:
    """Returns the slots whose hours bring more than an average hour of the week does."""
    every = list(slots)
    hours = sum(slot.seconds for slot in every)
    average = sum(worths[slot] * slot.seconds for slot in every) / hours if hours else Fraction(0)
    return frozenset(slot for slot in every if worths[slot] > average)


def _halves(start: datetime, end: datetime, tz: ZoneInfo) -> list[Slot]:
    """Cut by the clock on the wall, at the half hour before the middle if that is no half hour itself."""
    opens, closes = wall(start, tz), wall(end, tz)
    middle = opens + (closes - opens) / 2
    midnight = middle.replace(hour=0, minute=0, second=0, microsecond=0)
    cut = instant(middle - (middle - midnight) % HALF_AN_HOUR, tz)
    return [Slot(start, cut), Slot(cut, end)] if start < cut < end else [Slot(start, end)]


@dataclass(frozen=True, slots=True)
class Team:
    """A team is who is planned. `people` are in the order of precedence: who gets a slot if nothing else decides.

    For `by_conversion` that is the best converter first. `away`: spans in which somebody cannot be on duty.
    """

    people: tuple[str, ...]
    shares: Mapping[str, Fraction]
    away: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    limits: Limits = NO_LIMITS
    beside: Mapping[str, Sequence[Span]] = field(default_factory=dict)  # duties of the weeks before and after

    def is_there(self, who: str, slot: Slot) -> bool:
        return all(end <= slot.start or slot.end <= start for start, end in self.away.get(who, ()))


def due_seconds(slots: Sequence[Slot], team: Team) -> dict[str, Fraction]:
    """Tells what each is due of the time for which somebody is needed; nothing while they are away."""
    due = dict.fromkeys(team.people, Fraction(0))
    for slot in slots:
        able = {who: team.shares[who] for who in team.people if team.is_there(who, slot)}
        for who, seconds in _due_of(slot, able).items():
            due[who] += seconds
    return due


def _due_of(slot: Slot, able: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """One slot by shares; nobody is due more than the whole of it, and what is over goes to the others."""
    whole: dict[str, Fraction] = {}
    while rest := {who: share for who, share in able.items() if who not in whole}:
        left = Fraction(slot.seconds) * (slot.places - len(whole))
        total = sum(rest.values())
        parts = {who: left * share / total if total else left / len(rest) for who, share in rest.items()}
        over = [who for who, part in parts.items() if part >= slot.seconds]
        if not over:
            return whole | parts
        whole |= dict.fromkeys(over, Fraction(slot.seconds))
    return whole
