"""The office's day: when the demo begins, and where its clock may be moved to."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from leads.hours import closings, is_open, next_opening, openings
from leads.office import Office
from leads.wall_clock import days_between

WHOLE_DAY = timedelta(hours=8)  # of work
SETTLED = timedelta(hours=1)  # after the opening: everybody is there, and most of the day lies ahead
AFTER_CLOSING = timedelta(minutes=10)
WEEK = timedelta(days=7)


class PartOfDay(StrEnum):
    """The clock can be moved to one of these."""

    EVENING = "evening"  # just after the office has closed
    MORNING = "morning"  # at its next opening


def working_morning(office: Office, real: datetime) -> datetime:
    """Returns when the demo begins (UTC): on the morning of a whole working day, today or the next one after it.

    A visitor of a Sunday night would else find an office that only says when it opens.
    """
    today = real.astimezone(office.timezone).date()
    for day in days_between(today, today + WEEK):
        for opens, closes in openings(office.hours, office.timezone, day, day, no_holiday):
            if closes - opens >= WHOLE_DAY:
                return opens + SETTLED
    return real


def is_at_work(office: Office, now: datetime) -> bool:
    return is_open(office.hours, office.timezone, now, no_holiday)


def is_same_day(office: Office, one: datetime, other: datetime) -> bool:
    return one.astimezone(office.timezone).date() == other.astimezone(office.timezone).date()


def evening(office: Office, now: datetime) -> datetime | None:
    """Returns the moment after the office has closed for today; None where it is closed already."""
    if not is_at_work(office, now):
        return None
    end = next(closings(office.hours, office.timezone, now, now + WEEK, no_holiday), None)
    return end + AFTER_CLOSING if end else None


def morning(office: Office, now: datetime) -> datetime | None:
    """Returns when the office opens next, after it has closed; None where it never does."""
    night = evening(office, now) or now
    return next_opening(office.hours, office.timezone, night, no_holiday)


def no_holiday(_: date) -> bool:
    """The demo's office keeps no holidays."""
    return False
