"""Whole days of the office as instants."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from leads.wall_clock import instant

ONE_DAY, FOUR_WEEKS = timedelta(days=1), timedelta(days=28)


def days(first: date | None, last: date | None, today: date) -> tuple[date, date]:
    """The first and the last of them, both included; where they are not given, the last four weeks that are over."""
    if last is None:
        last = today if first and first >= today else today - ONE_DAY
    return first or last - FOUR_WEEKS + ONE_DAY, last


def instants(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From the first midnight on, and before the last one; in UTC."""
    return _midnight(first, zone), _midnight(last + ONE_DAY, zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return instant(datetime.combine(day, time()), zone)
