"""Periods of whole days on the office's wall clock: a day, a week from Monday, a month, any span."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.wall_clock import ONE_DAY, midnight, monday_of


class Span(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """Lasts from the midnight before `first` to the one after `last`."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Returns its beginning and its end, which is no part of it; in UTC."""
        return midnight(self.first, zone), midnight(self.last + ONE_DAY, zone)


def period_of(span: Span, day: date) -> Period:
    """Returns the day, week or month that this day is in."""
    match span:
        case Span.DAY:
            return Period(day, day)
        case Span.WEEK:
            return Period(monday_of(day), monday_of(day) + timedelta(days=6))
        case Span.MONTH:
            return Period(day.replace(day=1), _end_of_month(day))


def before(span: Span, period: Period) -> Period:
    """Returns the one that ends where this begins."""
    return period_of(span, period.first - ONE_DAY)


def after(span: Span, period: Period) -> Period:
    return period_of(span, period.last + ONE_DAY)


def span_of(period: Period) -> Span | None:
    """Tells which span it is; None for one that is no whole day, week or month."""
    return next((span for span in Span if period_of(span, period.first) == period), None)


def _end_of_month(day: date) -> date:
    """The twenty-eighth and four days more are always in the next one."""
    following = day.replace(day=28) + timedelta(days=4)
    return following.replace(day=1) - ONE_DAY
