"""Who is on duty, and when that changes.

Weekly shifts make the plan and dated ones change it, each laid over the ones above it in the file: `add` puts
a person on duty, `remove` takes him off, `replace` lets him stand in for `instead_of` (if that one is on duty
then) or, without a name, for the whole weekly plan.

All functions take the shifts of one segment; instants go in and out as aware datetimes, out always in UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise, zip_longest
from zoneinfo import ZoneInfo

from leads.office import Shift, ShiftKind
from leads.wall_clock import instant, spans

A_MOMENT = timedelta.resolution
# A week repeats itself, but for a span that daylight saving skips: that one comes back a week later.
WEEKLY_HORIZON = timedelta(days=15)


@dataclass(frozen=True, slots=True)
class DutySpan:
    start: datetime
    end: datetime
    who: tuple[str, ...]  # nobody: empty


def on_duty(shifts: Sequence[Shift], tz: ZoneInfo, at: datetime) -> tuple[str, ...]:
    """The ids of those on duty, in the order in which the shifts first name them."""
    return _on_duty(shifts, [shift for shift in shifts if _windows(shift, tz, at, at + A_MOMENT)])


def timeline(shifts: Sequence[Shift], tz: ZoneInfo, start: datetime, end: datetime) -> list[DutySpan]:
    """[start, end) whole, split where somebody comes or goes; while nobody is on duty, `who` is empty."""
    first, last = start.astimezone(UTC), end.astimezone(UTC)
    windows = [(shift, window) for shift in shifts for window in _windows(shift, tz, first, last)]
    cuts = {cut for _, window in windows for cut in window if first < cut < last}
    found: list[DutySpan] = []
    for cut, following in pairwise(sorted({first, *cuts, last})):
        who = _on_duty(shifts, [shift for shift, (begin, finish) in windows if begin <= cut < finish])
        if found and found[-1].who == who:
            found[-1] = replace(found[-1], end=following)
        else:
            found.append(DutySpan(cut, following, who))
    return found


def next_change(shifts: Sequence[Shift], tz: ZoneInfo, at: datetime) -> datetime | None:
    """The first instant after `at` when others are on duty than then; None if that never comes."""
    now = on_duty(shifts, tz, at)
    return next((span.start for span in _ahead(shifts, tz, at) if span.who != now), None)


def next_duty(shifts: Sequence[Shift], tz: ZoneInfo, at: datetime) -> datetime | None:
    """The first instant from `at` on with somebody on duty; None if that never comes."""
    return next((span.start for span in _ahead(shifts, tz, at) if span.who), None)


def _on_duty(shifts: Sequence[Shift], active: Sequence[Shift]) -> tuple[str, ...]:
    dated = [shift for shift in active if shift.weekly is None]
    plan_replaced = any(shift.kind is ShiftKind.REPLACE and shift.instead_of is None for shift in dated)
    duty = {shift.who for shift in active if shift.weekly and not plan_replaced}
    for shift in dated:
        _lay_over(duty, shift)
    return tuple(dict.fromkeys(shift.who for shift in shifts if shift.who in duty))


def _lay_over(duty: set[str], shift: Shift) -> None:
    match shift.kind:
        case ShiftKind.REMOVE:
            duty.discard(shift.who)
        case ShiftKind.REPLACE if shift.instead_of is not None:
            if shift.instead_of in duty:
                duty.remove(shift.instead_of)
                duty.add(shift.who)
        case ShiftKind.ADD | ShiftKind.REPLACE:
            duty.add(shift.who)


def _windows(shift: Shift, tz: ZoneInfo, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """When the shift counts, in UTC: its whole windows that share an instant with [start, end)."""
    if shift.weekly is not None:
        return spans(shift.weekly, tz, start, end)
    assert shift.start is not None and shift.end is not None, "a shift is weekly or dated"
    window = instant(shift.start, tz), instant(shift.end, tz)
    return [window] if window[0] < end and start < window[1] else []


def _ahead(shifts: Sequence[Shift], tz: ZoneInfo, at: datetime) -> Iterator[DutySpan]:
    """The timeline from `at` on, without the stretches that only repeat the weeks before.

    A dated shift may hide the weekly ones for months, so the weeks after each of its ends are looked at anew.
    """
    dated = (instant(wall, tz) for shift in shifts for wall in (shift.start, shift.end) if wall)
    anchors = sorted({at.astimezone(UTC), *(moment for moment in dated if moment > at)})
    for anchor, following in zip_longest(anchors, anchors[1:]):
        horizon = anchor + WEEKLY_HORIZON
        yield from timeline(shifts, tz, anchor, min(following or horizon, horizon))
