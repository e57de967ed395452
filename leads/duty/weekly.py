"""The plan that comes every week: whose hours on which weekdays. What is laid over it, dated, stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from leads.duty.held import Held
from leads.duty.limits import Span
from leads.office import Office, Origin, Shift
from leads.refusals import Refusal, Refused
from leads.wall_clock import WeeklyRule, span_on, wall

A_DAY, A_WEEK = 24 * 60, 7 * 24 * 60  # minutes


def add_weekly(office: Office, segment: str, who: str, rule: WeeklyRule) -> Office:
    """Somebody has these hours every week from now on; where they have some of them already, that is refused."""
    if not any(s.id == segment and not s.retired and who in s.members for s in office.segments):
        raise Refused(Refusal.LEFT_SEGMENT)
    own = [s for s in _plan(office, segment) if s.who == who and s.weekly]
    if any(_meet(rule, shift.weekly) for shift in own if shift.weekly):
        raise Refused(Refusal.DUTY_DOUBLED, (who,))
    same = next((s for s in own if s.weekly and _hours(s.weekly) == _hours(rule)), None)
    if same and same.weekly:
        days = tuple(sorted({*same.weekly.days, *rule.days}))
        wider = replace(same, weekly=replace(rule, days=days))
        return replace(office, shifts=tuple(wider if s is same else s for s in office.shifts))
    place = sum(s.origin is Origin.FILE and s.weekly is not None for s in office.shifts)
    new = Shift(segment, who, weekly=rule)
    return replace(office, shifts=(*office.shifts[:place], new, *office.shifts[place:]))


def remove_weekly(office: Office, segment: str, who: str, rule: WeeklyRule) -> Office:
    """Somebody has these hours on these weekdays no more. Raises Refused where they have not got them all."""
    left = set(rule.days)
    shifts: list[Shift] = []
    for shift in office.shifts:
        weekly = shift.weekly
        if weekly is None or (shift.segment, shift.who) != (segment, who) or _hours(weekly) != _hours(rule):
            shifts.append(shift)
            continue
        days = tuple(day for day in weekly.days if day not in left)
        left -= set(weekly.days)
        if days:
            shifts.append(replace(shift, weekly=replace(weekly, days=days)))
    if left:
        raise Refused(Refusal.DUTY_GONE)
    return replace(office, shifts=tuple(shifts))


def rule_behind(office: Office, segment: str, duty: Held) -> WeeklyRule | None:
    """Returns the one weekday's hours of the plan that a duty comes from; None for one that does not."""
    zone = office.timezone
    day = wall(duty.start, zone).date()
    for shift in _plan(office, segment):
        if shift.who == duty.who and shift.weekly:
            span: Span | None = span_on(shift.weekly, zone, day)
            if span == (duty.start, duty.end):
                return replace(shift.weekly, days=(day.weekday(),))
    return None


def _plan(office: Office, segment: str) -> Iterator[Shift]:
    return (shift for shift in office.shifts_of(segment) if shift.weekly is not None)


def _hours(rule: WeeklyRule) -> tuple[time, time]:
    return rule.start, rule.end


def _meet(one: WeeklyRule, other: WeeklyRule) -> bool:
    return any(
        start < until + around and since + around < end
        for start, end in _minutes(one)
        for since, until in _minutes(other)
        for around in (-A_WEEK, 0, A_WEEK)
    )


def _minutes(rule: WeeklyRule) -> list[tuple[int, int]]:
    """From Monday's midnight on."""
    start, end = (at.hour * 60 + at.minute for at in (rule.start, rule.end))
    lasts = end - start if end > start else end - start + A_DAY
    return [(day * A_DAY + start, day * A_DAY + start + lasts) for day in rule.days]
