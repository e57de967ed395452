"""How a button names a shift, a day of a segment, hours: short, of one length, with nobody's name."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from leads.duty.held import Held, held
from leads.office import Office
from leads.wall_clock import WeeklyRule, parse_hours
from screens.buttons.base import short

A_MINUTE: Final = timedelta(minutes=1)
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

_SHIFT: Final = re.compile(
    r"([0-9a-f]{12})\.([0-9a-f]{12})\.([0-9]{1,9})\.([0-9]{1,6})", re.ASCII
)  # segment, person, minutes since 1970, how many it lasts
_DAY: Final = re.compile(r"([a-z0-9_-]{1,32})\.([0-9]{6})", re.ASCII)
_HOURS: Final = re.compile(r"([0-9]{2})([0-9]{2})-([0-9]{2})([0-9]{2})", re.ASCII)


def shift_key(segment: str, duty: Held) -> str:
    begins, lasts = (duty.start - EPOCH) // A_MINUTE, (duty.end - duty.start) // A_MINUTE
    return f"{short(segment)}.{short(duty.who)}.{begins}.{lasts}"


def shift_of(office: Office, key: str) -> tuple[str, Held] | None:
    """Returns the segment and the duty that a button names; None where there is none such, or not any more."""
    found = _SHIFT.fullmatch(key)
    if found is None:
        return None
    segment = next((s.id for s in office.segments if not s.retired and short(s.id) == found[1]), None)
    if segment is None:
        return None
    start = EPOCH + int(found[3]) * A_MINUTE
    end = start + int(found[4]) * A_MINUTE
    duties = held(office, segment, start, start + A_MINUTE)
    named = (
        duty for duty in duties if short(duty.who) == found[2] and (duty.start, duty.end) == (start, end)
    )
    duty = next(named, None)
    return (segment, duty) if duty else None


def day_key(segment: str, day: date) -> str:
    return f"{segment}.{day:%y%m%d}"


def day_of(office: Office, key: str) -> tuple[str, date] | None:
    """Returns the segment and the day that a button names; None where there is none such."""
    found = _DAY.fullmatch(key)
    if found is None or not any(s.id == found[1] and not s.retired for s in office.segments):
        return None
    day = read_day(found[2])
    return (found[1], day) if day else None


def read_day(digits: str) -> date | None:
    """Reads `261124`."""
    try:
        return datetime.strptime(digits, "%y%m%d").date()  # noqa: DTZ007 - a day of the office's calendar
    except ValueError:
        return None


def hours_key(start: time, end: time) -> str:
    return f"{start:%H%M}-{end:%H%M}"


def rule_key(rule: WeeklyRule) -> str:
    """`01234.0900-1800`: the days, 0 is Monday, and the hours."""
    return f"{''.join(map(str, rule.days))}.{hours_key(rule.start, rule.end)}"


def read_rule(digits: str) -> WeeklyRule | None:
    days, _, hours = digits.partition(".")
    found = read_hours(hours)
    if found is None or not re.fullmatch("[0-6]{1,7}", days, re.ASCII) or found[0] == found[1]:
        return None
    return WeeklyRule(tuple(sorted({int(day) for day in days})), *found)


def planned_key(segment: str, who: str, rule: WeeklyRule) -> str:
    """Names somebody's hours of the plan."""
    return f"{short(segment)}.{short(who)}.{rule_key(rule)}"


def planned_of(office: Office, key: str) -> tuple[str, str, WeeklyRule] | None:
    """Returns the segment, the person and the hours of the plan that a button names; None where there are none such."""
    return next(
        (
            (shift.segment, shift.who, shift.weekly)
            for shift in office.shifts
            if shift.weekly and planned_key(shift.segment, shift.who, shift.weekly) == key
        ),
        None,
    )


def read_hours(digits: str) -> tuple[time, time] | None:
    """Reads `0900-1800`; `0000` at the end is midnight."""
    found = _HOURS.fullmatch(digits)
    if found is None:
        return None
    try:
        return parse_hours(f"{found[1]}:{found[2]}-{found[3]}:{found[4]}")
    except ValueError:
        return None
