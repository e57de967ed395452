"""What a clock on the office's wall says, and when that is: weekly rules, time zones, daylight saving."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_DAY = tuple(range(7))
ONE_DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)

_CLOCK = re.compile(r"(\d\d?):(\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class WeeklyRule:
    """The same hours on some days of every week, by the clock on the wall."""

    days: tuple[int, ...]  # 0 is Monday; ascending, no doubles
    start: time
    end: time  # at or before the start: on the next day; so midnight is also the end of the day


def instant(wall: datetime, tz: ZoneInfo) -> datetime:
    """Tells when a naive wall-clock time happens, in UTC.

    A time that daylight saving skips means the first instant after the gap (GoAlert, `rotation_test.go`); one
    that happens twice means the first time.
    """
    before = wall.replace(tzinfo=tz, fold=0)
    skipped = _offset(before.replace(fold=1)) - _offset(before)
    if skipped <= timedelta(0):
        return before.astimezone(UTC)
    return _end_of_gap(wall.replace(microsecond=0), tz, skipped)


def wall(at: datetime, tz: ZoneInfo) -> datetime:
    """Tells what the clock on the wall shows, naive.

    Of a time that happens twice `instant` gives back the first.
    """
    return at.astimezone(tz).replace(tzinfo=None, fold=0)


def offsets(tz: ZoneInfo, start: datetime, end: datetime) -> list[tuple[datetime, timedelta]]:
    """Tells how far the wall clock is ahead of UTC from `start` to `end`: until when, and by how much; in order.

    The last stretch goes on to `end`. Times are in UTC. A change that lasts for less than a day may be overlooked.
    """
    found: list[tuple[datetime, timedelta]] = []
    at, offset = start, _offset(start.astimezone(tz))
    while at < end:
        following = min(at + ONE_DAY, end)
        if _offset(following.astimezone(tz)) != offset:
            found.append((_change(at, following, tz), offset))
            offset = _offset(following.astimezone(tz))
        at = following
    return [*found, (end, offset)]


def _change(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """The second from which on the offset is another than `before`."""
    old, seconds = _offset(before.astimezone(tz)), int((after - before).total_seconds())
    first = bisect_left(
        range(seconds + 1), True, key=lambda n: _offset((before + n * SECOND).astimezone(tz)) != old
    )
    return (before + first * SECOND).replace(microsecond=0)


def midnight(day: date, tz: ZoneInfo) -> datetime:
    """Returns when this day begins, in UTC."""
    return instant(datetime.combine(day, time()), tz)


def monday_of(day: date) -> date:
    """Returns the first day of its week."""
    return day - timedelta(days=day.weekday())


def week_bounds(monday: date, tz: ZoneInfo) -> tuple[datetime, datetime]:
    """Lasts from its midnight to that of the Monday after, in UTC."""
    return midnight(monday, tz), midnight(monday + 7 * ONE_DAY, tz)


@lru_cache(maxsize=1024)
def span_on(rule: WeeklyRule, tz: ZoneInfo, day: date) -> tuple[datetime, datetime] | None:
    """Returns the rule's span that starts on this day, in UTC; None if there is none, or daylight saving skips it.

    Remembered, because every lead asks who is on duty today.
    """
    if day.weekday() not in rule.days:
        return None
    last_day = day if rule.end > rule.start else day + ONE_DAY
    start = instant(datetime.combine(day, rule.start), tz)
    end = instant(datetime.combine(last_day, rule.end), tz)
    return (start, end) if start < end else None


def spans(rule: WeeklyRule, tz: ZoneInfo, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """Returns the rule's spans, whole and in UTC, that share at least an instant with [start, end)."""
    days = days_between(start.astimezone(tz).date() - ONE_DAY, end.astimezone(tz).date())
    found = (span_on(rule, tz, day) for day in days)
    return [span for span in found if span and span[0] < end and start < span[1]]


def days_between(first: date, last: date) -> Iterator[date]:
    """Returns the days between, both ends included."""
    return (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))


def parse_weekly(text: str) -> WeeklyRule:
    """Reads `mon-fri 09:00-18:00`. Raises ValueError with a plain sentence."""
    days, _, hours = text.strip().partition(" ")
    if not hours:
        raise ValueError(f'{text!r} is not a weekly rule; write it like "mon-fri 09:00-18:00"')
    start, end = parse_hours(hours.strip())
    return WeeklyRule(parse_days(days), start, end)


def format_weekly(rule: WeeklyRule) -> str:
    return f"{format_days(rule.days)} {format_hours(rule.start, rule.end)}"


def parse_hours(text: str) -> tuple[time, time]:
    """Reads `09:00-18:00`; `24:00` is the end of the day. Raises ValueError with a plain sentence."""
    start, dash, end = text.partition("-")
    if not dash:
        raise ValueError(f'{text!r} is not a span of hours; write it like "09:00-18:00"')
    return parse_clock(start.strip()), time(0) if end.strip() == "24:00" else parse_clock(end.strip())


def format_hours(start: time, end: time) -> str:
    return f"{start:%H:%M}-{'24:00' if end == time(0) else f'{end:%H:%M}'}"


def parse_clock(text: str) -> time:
    """Reads `09:00`. Raises ValueError with a plain sentence."""
    match = _CLOCK.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError(f'{text!r} is not a time of day; write it like "09:00"')
    return time(int(match[1]), int(match[2]))


def parse_days(text: str) -> tuple[int, ...]:
    """Reads `mon`, `mon-fri`, `mon,wed,fri`, `fri-mon`. Raises ValueError with a plain sentence."""
    days: set[int] = set()
    for part in text.lower().split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        start = _day(first)
        days.update((start + n) % 7 for n in range((_day(last) - start) % 7 + 1 if dash else 1))
    return tuple(sorted(days))


def format_days(days: tuple[int, ...]) -> str:
    first_of_runs = [day for day in days if day - 1 not in days]
    last_of_runs = [day for day in days if day + 1 not in days]
    runs = zip(first_of_runs, last_of_runs, strict=True)
    return ",".join(_name(a) if a == b else f"{_name(a)}-{_name(b)}" for a, b in runs)


def _name(day: int) -> str:
    return DAY_NAMES[day]


def _day(name: str) -> int:
    if name not in DAY_NAMES:
        raise ValueError(f"{name!r} is not a day of the week; use {', '.join(DAY_NAMES)}")
    return DAY_NAMES.index(name)


def _end_of_gap(wall: datetime, tz: ZoneInfo, skipped: timedelta) -> datetime:
    """The clocks' change lies less than the gap's length from here; zoneinfo does not tell where, so look."""
    after = _offset(wall.replace(tzinfo=tz, fold=1))
    earliest = wall.replace(tzinfo=UTC) - after

    def changed(seconds: int) -> bool:
        return _offset((earliest + timedelta(seconds=seconds)).astimezone(tz)) == after

    seconds = range(int(skipped.total_seconds()))
    return earliest + timedelta(seconds=bisect_left(seconds, True, key=changed))


def _offset(moment: datetime) -> timedelta:
    offset = moment.utcoffset()
    assert offset is not None, f"{moment} is naive"
    return offset
