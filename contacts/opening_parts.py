"""What has been said of a week so far: days and hours by turns, and how they go together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from contacts.clocks import EVENING, Clock, meant
from leads.wall_clock import EVERY_DAY
from leads.week import ALL_DAY, Spans, Week

Span = tuple[time, time]

LUNCHTIME: Final = range(1, 9)  # hours of the afternoon, where a lunch is told


class Next(Enum):
    """What the next words are about, where it is neither days nor hours of theirs."""

    LEFT_OUT = auto()  # days, of which none was named yet
    MORE_LEFT_OUT = auto()
    LUNCH = auto()


@dataclass(slots=True)
class Days:
    """`runs`: what stands between two commas. `follows`: right behind hours. `feasts`: holidays are among them."""

    runs: list[list[int]]
    follows: bool = False
    feasts: bool = False

    @property
    def all(self) -> list[int]:
        return [day for run in self.runs for day in run]


@dataclass(slots=True)
class Hours:
    """No spans: closed. `breaks`: each as it is meant most likely, and then as it was said."""

    spans: list[Span]
    breaks: list[tuple[Span, Span]] = field(default_factory=list)

    def day(self) -> tuple[Span, ...] | None:
        """None where a break lies in no span, or one span in another."""
        spans = self.spans
        for either in self.breaks:
            cut = next((cut for one in either if (cut := _without(spans, one))), None)
            if cut is None:
                return None
            spans = cut
        spans = sorted(spans)
        return None if any(_is_before(b[0], a[1]) for a, b in pairwise(spans)) else tuple(spans)


Pair = tuple[Sequence[int], Hours]


@dataclass(slots=True)
class Parts:
    """Each of its deeds takes what comes next, and tells whether it can stand there."""

    _said: list[Days | Hours] = field(default_factory=list)
    _left_out: list[int] = field(default_factory=list)
    _next: Next | None = None
    _is_apart: bool = False  # a comma was the last
    _lunch_of_all: bool = False  # it was said at the end, behind a comma

    @property
    def wants_hours(self) -> bool:
        """Tells whether days were said, and not yet when."""
        return self._days() is not None and self._next is None

    def apart(self, *, stops: bool) -> bool:
        """A comma goes on with days that are left out; a full stop ends them."""
        if stops and self._next is Next.MORE_LEFT_OUT:
            self._next = None
        self._is_apart = True
        return True

    def days(self, days: Sequence[int]) -> bool:
        """No days at all are holidays."""
        if self._next is Next.LUNCH:
            return False
        if self._next:
            return self._leave_out(days)
        here = self._days()
        if here is None:
            here = Days([[]], follows=bool(self._said) and not self._is_apart)
            self._said.append(here)
        elif self._is_apart:
            here.runs.append([])
        here.runs[-1] += days
        here.feasts = here.feasts or not days
        return self._goes_on()

    def but(self) -> bool:
        if self._next is not None:
            return False
        self._next = Next.LEFT_OUT
        return True

    def lunch(self) -> bool:
        hours = self._lunching()
        if self._next is not None or hours is None or not hours.spans:
            return False
        self._next, self._lunch_of_all = Next.LUNCH, self._is_apart
        return True

    def closed(self) -> bool:
        """Behind days these are; else those that follow."""
        return self._put([]) if self.wants_hours else self.but()

    def around_the_clock(self) -> bool:
        return self._put([*ALL_DAY])

    def span(self, start: Clock, end: Clock) -> bool:
        if self._next is Next.LUNCH:
            return self._break((start.later(LUNCHTIME), end.later(LUNCHTIME)), (start.at, end.at))
        hours = self._hours()
        if hours is None:
            return self._put([meant(start, end)])
        if self._next is not None or not hours.spans or hours.breaks or hours.spans == [*ALL_DAY]:
            return False
        hours.spans.append(meant(start, end))
        return self._goes_on()

    def until(self, end: Clock) -> bool:
        """It begins when it did on the days before."""
        start = next((one.spans[0][0] for one in self._said if isinstance(one, Hours) and one.spans), None)
        if start is None or not self.wants_hours:
            return False
        return self._put([(start, end.at if start < end.at else end.later(EVENING))])

    def at(self, start: Clock) -> bool:
        """Only a lunch may be told without its end: it takes an hour."""
        if self._next is not Next.LUNCH:
            return False
        return self._break(_an_hour(start.later(LUNCHTIME)), _an_hour(start.at))

    def week(self) -> Week | None:
        """Returns what it all means; None where that is not clear."""
        pairs = _pairs(self._said)
        if self._next in {Next.LEFT_OUT, Next.LUNCH} or not any(hours.spans for _, hours in pairs):
            return None
        if self._lunch_of_all:
            _share_lunch([hours for _, hours in pairs])
        found: dict[int, Spans | None] = dict.fromkeys(EVERY_DAY, ())
        for days, hours in pairs:
            found |= dict.fromkeys(days, hours.day())
        found |= dict.fromkeys(self._left_out, ())
        week = [spans for spans in found.values() if spans is not None]
        return tuple(week) if len(week) == len(EVERY_DAY) and any(week) else None

    def _days(self) -> Days | None:
        last = self._said[-1] if self._said else None
        return last if isinstance(last, Days) else None

    def _hours(self) -> Hours | None:
        last = self._said[-1] if self._said else None
        return last if isinstance(last, Hours) else None

    def _lunching(self) -> Hours | None:
        """Whose lunch would be meant: `9-18` as well as `9-18 пн-пт`."""
        days = self._days()
        last = self._said[-2] if days and days.follows else self._hours()
        return last if isinstance(last, Hours) else None

    def _put(self, spans: list[Span]) -> bool:
        """Of holidays no hours are known here: they are closed where the office keeps them."""
        days = self._days()
        is_left = self._next is Next.MORE_LEFT_OUT and days is not None
        if self._hours() or not (self._next is None or is_left) or (days and days.feasts and spans):
            return False
        self._said.append(Hours(spans))
        self._next = None
        return self._goes_on()

    def _leave_out(self, days: Sequence[int]) -> bool:
        if not self._said:
            self._said.append(Days([list(EVERY_DAY)]))
        if here := self._days():
            here.runs = [[day for day in run if day not in days] for run in here.runs]
        else:
            self._left_out += days
        self._next = Next.MORE_LEFT_OUT
        return True

    def _break(self, meant: Span, said: Span) -> bool:
        hours = self._lunching()
        assert hours is not None, "a lunch is told of hours"
        hours.breaks.append((meant, said))
        self._next, self._is_apart = None, False
        return True

    def _goes_on(self) -> bool:
        self._is_apart = self._lunch_of_all = False
        return True


def _pairs(said: Sequence[Days | Hours]) -> list[Pair]:
    """Which hours are of which days; none where that is not clear. Days and hours take turns in `said`."""
    days = [one for one in said if isinstance(one, Days)]
    hours = [one for one in said if isinstance(one, Hours)]
    if not hours or isinstance(said[0], Days):
        return _each(days, hours)
    if not days:
        return [(EVERY_DAY, hours[0])]
    if len(days) == 1 == len(hours):
        return _each(days, hours)
    if not days[0].follows:  # `9-18, сб 10-15`
        return [(EVERY_DAY, hours[0]), *others] if (others := _each(days, hours[1:])) else []
    if len(days) == len(hours):  # `9-18 пн-пт, 10-15 сб`
        return _each(days, hours) if all(len(one.runs) == 1 for one in days) else []
    runs = [run for one in days for run in one.runs]  # `9-18 пн-пт, сб 10-15`
    are_clear = len(days) == 1 and len(runs) == len(hours)
    return list(zip(runs, hours, strict=True)) if are_clear else []


def _each(days: Sequence[Days], hours: Sequence[Hours]) -> list[Pair]:
    return [(d.all, h) for d, h in zip(days, hours, strict=True)] if len(days) == len(hours) else []


def _share_lunch(of_all: Sequence[Hours]) -> None:
    """Has the last lunch on all days that it fits into, where it fits into any but its own."""
    lunch = of_all[-1].breaks[-1]
    for hours in of_all[:-1]:
        if not hours.breaks and any(_without(hours.spans, one) for one in lunch):
            hours.breaks.append(lunch)
    others = any(lunch in hours.breaks for hours in of_all[:-1])
    if others and of_all[-1].day() is None:
        of_all[-1].breaks.pop()


def _without(spans: Sequence[Span], cut: Span) -> list[Span] | None:
    """Cuts a break out of the span that it lies in; None where it lies in none."""
    start, end = cut
    around = next((s for s in spans if s[0] < start < end and _is_before(end, s[1])), None)
    if around is None:
        return None
    return [*(span for span in spans if span != around), (around[0], start), (end, around[1])]


def _is_before(at: time, end: time) -> bool:
    """Whether it lies before an end, which at midnight is the day's."""
    return at < end or end == time(0)


def _an_hour(start: time) -> Span:
    return start, start.replace(hour=(start.hour + 1) % 24)
