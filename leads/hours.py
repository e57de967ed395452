"""When the office is open, and when a person works who has hours of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from leads.wall_clock import EVERY_DAY, ONE_DAY, WeeklyRule, days_between, span_on

IsHoliday = Callable[[date], bool]
"""Whether the office rests on this day of its own calendar."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Holds holidays, and days off that have been made working ones, as Russia does with some Saturdays."""

    rests: IsHoliday
    works: Callable[[date], bool]  # a day off as a rule, but not this one

    def __call__(self, day: date) -> bool:
        return self.rests(day)


Span = tuple[datetime, datetime]
LOOKAHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekly opening hours. On a holiday nothing opens; a night that began the day before goes on.

    A day off that the calendar has made a working one has the hours of the last day of the week before it that has
    any: a Saturday those of Friday. An office that opens on Saturdays anyway keeps its own hours.
    """

    rules: tuple[WeeklyRule, ...]
    holidays: str | None = None  # the country whose holidays are kept, e.g. "RU"

    @classmethod
    def always(cls, holidays: str | None = None) -> Hours:
        return cls((WeeklyRule(EVERY_DAY, time(0), time(0)),), holidays)


@dataclass(frozen=True, slots=True)
class Rota:
    """So many days on, so many off, and over again; whatever the weekday, and on holidays too.

    `start` is one first day on: the same rhythm counts before it.
    """

    start: date
    on: int  # days, at least 1
    off: int
    spans: tuple[tuple[time, time], ...]  # of each day on, ascending; several with pauses between them

    def has(self, day: date) -> bool:
        """Tells whether this is a day on."""
        return (day - self.start).days % (self.on + self.off) < self.on


Schedule = Hours | Rota


def is_open(hours: Schedule, tz: ZoneInfo, at: datetime, is_holiday: IsHoliday) -> bool:
    around = _opened_around(hours, tz, at.astimezone(UTC).date(), is_holiday)
    return any(start <= at < end for start, end in around)


def opens_on(hours: Schedule, tz: ZoneInfo, day: date, is_holiday: IsHoliday) -> bool:
    """Tells whether the office opens at all on this day of its own calendar."""
    return bool(openings(hours, tz, day, day, is_holiday))


def next_opening(hours: Schedule, tz: ZoneInfo, at: datetime, is_holiday: IsHoliday) -> datetime | None:
    """Returns the earliest open instant from `at` on, in UTC; None if the office does not open for 400 days."""
    if is_open(hours, tz, at, is_holiday):
        return at.astimezone(UTC)
    today = at.astimezone(tz).date()
    for day in days_between(today - ONE_DAY, today + LOOKAHEAD):
        starts = [start for start, _ in openings(hours, tz, day, day, is_holiday) if start > at]
        if starts:
            return min(starts)
    return None


def closings(
    hours: Schedule, tz: ZoneInfo, start: datetime, end: datetime, is_holiday: IsHoliday
) -> Iterator[datetime]:
    """Returns the instants between these two at which an opening span ends, in UTC; another may begin there."""
    for day in days_between(start.astimezone(UTC).date(), end.astimezone(UTC).date()):
        for _, closes in _opened_around(hours, tz, day, is_holiday):
            if start < closes < end:
                yield closes


def time_open(
    hours: Schedule, tz: ZoneInfo, start: datetime, end: datetime, is_holiday: IsHoliday
) -> timedelta:
    """Tells how much of the time between these two instants is within the hours."""
    first, last = start.astimezone(tz).date() - ONE_DAY, end.astimezone(tz).date()
    total, at = timedelta(0), start
    for opens, closes in sorted(openings(hours, tz, first, last, is_holiday)):
        since, until = max(opens, at), min(closes, end)
        if since < until:
            total, at = total + (until - since), until
    return total


def open_for(
    hours: Schedule, tz: ZoneInfo, start: datetime, length: timedelta, is_holiday: IsHoliday
) -> datetime | None:
    """Returns the instant by which the hours have been open for so long since `start`, in UTC.

    None where that takes more than 400 days.
    """
    today, at, left = start.astimezone(tz).date(), start, length
    for day in days_between(today - ONE_DAY, today + LOOKAHEAD):
        for opens, closes in sorted(openings(hours, tz, day, day, is_holiday)):
            since = max(opens, at)
            if since + left <= closes:
                return (since + left).astimezone(UTC)
            if since < closes:
                at, left = closes, left - (closes - since)
    return None


@lru_cache(maxsize=1024)
def _opened_around(hours: Schedule, tz: ZoneInfo, day: date, is_holiday: IsHoliday) -> tuple[Span, ...]:
    """All spans with an instant in this day of UTC, and maybe others. Remembered, because every single lead asks."""
    return tuple(openings(hours, tz, day - 2 * ONE_DAY, day + ONE_DAY, is_holiday))


def openings(hours: Schedule, tz: ZoneInfo, first: date, last: date, is_holiday: IsHoliday) -> list[Span]:
    """Returns the whole opening spans, in UTC, that begin on these days, both included."""
    if isinstance(hours, Rota):
        return _on_days(hours, tz, first, last)
    working_days = [day for day in days_between(first, last) if not is_holiday(day)]
    found = (span_on(rule, tz, day) for day in working_days for rule in _rules_of(hours, day, is_holiday))
    return [span for span in found if span]


def _on_days(rota: Rota, tz: ZoneInfo, first: date, last: date) -> list[Span]:
    rules = [WeeklyRule(EVERY_DAY, start, end) for start, end in rota.spans]
    days = [day for day in days_between(first, last) if rota.has(day)]
    found = (span_on(rule, tz, day) for day in days for rule in rules)
    return [span for span in found if span]


def _rules_of(hours: Hours, day: date, is_holiday: IsHoliday) -> tuple[WeeklyRule, ...]:
    """The rules that say when the office opens on this day, and perhaps others."""
    named = {weekday for rule in hours.rules for weekday in rule.days}
    if not isinstance(is_holiday, Calendar) or day.weekday() in named or not is_holiday.works(day):
        return hours.rules
    before = [(day.weekday() - back) % 7 for back in EVERY_DAY if (day.weekday() - back) % 7 in named]
    stands_for = before[0] if before else None
    return tuple(replace(rule, days=(day.weekday(),)) for rule in hours.rules if stands_for in rule.days)
