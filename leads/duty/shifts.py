"""Who is on duty, and when that changes.

Weekly shifts make the plan; for a week with an approved roster that roster is the plan, in place of the weekly
windows that begin in it. Dated shifts change the plan, each laid over the ones before it: `add` puts a person
on duty, `remove` takes them off, `replace` lets them stand in for `instead_of` (if that one is on duty then) or,
without a name, for the whole plan.

All functions take the shifts of one segment; instants go in and out as aware datetimes, out always in UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, zip_longest
from zoneinfo import ZoneInfo

from leads.office import Origin, Shift, ShiftKind
from leads.wall_clock import ONE_DAY, instant, monday_of, spans

Window = tuple[datetime, datetime]

A_MOMENT = timedelta.resolution
# A week repeats itself, but for a span that daylight saving skips: that one comes back a week later.
WEEKLY_HORIZON = timedelta(days=15)
A_YEAR = timedelta(days=366)
LONGEST_WEEKLY = timedelta(days=2)  # a day, and whatever the clocks are put back


@dataclass(frozen=True, slots=True)
class DutySpan:
    start: datetime
    end: datetime
    who: tuple[str, ...]  # nobody: empty


def on_duty(shifts: Sequence[Shift], tz: ZoneInfo, at: datetime) -> tuple[str, ...]:
    """Returns the ids of those on duty, in the order in which the shifts first name them."""
    return _on_duty(shifts, [shift for shift, _ in _windows(shifts, tz, at, at + A_MOMENT)])


def timeline(shifts: Sequence[Shift], tz: ZoneInfo, start: datetime, end: datetime) -> list[DutySpan]:
    """Covers [start, end) whole, split where somebody comes or goes; while nobody is on duty, `who` is empty."""
    first, last = start.astimezone(UTC), end.astimezone(UTC)
    windows = _windows(shifts, tz, first, last)
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
    """Returns the first instant after `at` when others are on duty than then; None if that never comes."""
    now = on_duty(shifts, tz, at)
    return next((span.start for span in _ahead(shifts, tz, at) if span.who != now), None)


def next_duty(shifts: Sequence[Shift], tz: ZoneInfo, at: datetime) -> datetime | None:
    """Returns the first instant from `at` on with somebody on duty; None if that never comes."""
    return next((span.start for span in _ahead(shifts, tz, at) if span.who), None)


def duties(shifts: Sequence[Shift], tz: ZoneInfo, who: str, start: datetime, until: datetime) -> list[Window]:
    """Tells when somebody is on duty from `start` on, in UTC: all that begins before `until`,
    to its end within a year.

    One duty ends where another shift of their own begins, so that a day can be handed over out of a week.
    """
    dated = [dated_window(shift, tz) for shift in shifts if shift.weekly is None]
    last = max([until + LONGEST_WEEKLY, *(min(end, until + A_YEAR) for begin, end in dated if begin < until)])
    begins = {begin for shift, (begin, _) in _windows(shifts, tz, start, last) if shift.who == who}
    found: list[Window] = []
    for span in timeline(shifts, tz, start, last):
        cuts = {span.start, span.end, *(begin for begin in begins if span.start < begin < span.end)}
        for piece in pairwise(sorted(cuts) if who in span.who else []):
            if found and found[-1][1] == piece[0] and piece[0] not in begins:
                found[-1] = found[-1][0], piece[1]
            else:
                found.append(piece)
    return [duty for duty in found if duty[0] < until]


def _on_duty(shifts: Sequence[Shift], active: Sequence[Shift]) -> tuple[str, ...]:
    changes = [shift for shift in active if not _is_plan(shift)]
    plan_replaced = any(shift.kind is ShiftKind.REPLACE and shift.instead_of is None for shift in changes)
    duty = {shift.who for shift in active if _is_plan(shift) and not plan_replaced}
    for shift in changes:
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


def _is_plan(shift: Shift) -> bool:
    return shift.weekly is not None or shift.origin is Origin.ROSTER


def _windows(
    shifts: Sequence[Shift], tz: ZoneInfo, start: datetime, end: datetime
) -> list[tuple[Shift, Window]]:
    """When each shift counts, in UTC: its whole windows that share an instant with [start, end)."""
    approved = {monday_of(s.start.date()) for s in shifts if s.origin is Origin.ROSTER and s.start}
    found: list[tuple[Shift, Window]] = []
    for shift in shifts:
        if shift.weekly is None:
            window = dated_window(shift, tz)
            windows = [window] if window[0] < end and start < window[1] else []
        else:
            windows = _weekly_windows(shift, tz, start, end, approved)
        found += [(shift, window) for window in windows]
    return found


def _weekly_windows(
    shift: Shift, tz: ZoneInfo, start: datetime, end: datetime, approved: set[date]
) -> list[Window]:
    """A window belongs to the week in which it begins, also where it ends in the next."""
    assert shift.weekly is not None
    found = spans(shift.weekly, tz, start, end)
    return [w for w in found if monday_of(w[0].astimezone(tz).date()) not in approved] if approved else found


def dated_window(shift: Shift, tz: ZoneInfo) -> Window:
    assert shift.start is not None and shift.end is not None, "a shift is weekly or dated"
    return instant(shift.start, tz), instant(shift.end, tz)


def _ahead(shifts: Sequence[Shift], tz: ZoneInfo, at: datetime) -> Iterator[DutySpan]:
    """The timeline from `at` on, cut at least daily, without the stretches that only repeat the weeks before.

    A dated shift may hide the weekly ones for months, so the weeks after each of its ends are looked at anew.
    """
    dated = (instant(wall, tz) for shift in shifts for wall in (shift.start, shift.end) if wall)
    anchors = sorted({at.astimezone(UTC), *(moment for moment in dated if moment > at)})
    for anchor, following in zip_longest(anchors, anchors[1:]):
        horizon = anchor + WEEKLY_HORIZON
        start, end = anchor, min(following or horizon, horizon)
        while start < end:  # day by day, for mostly the first tells
            yield from timeline(shifts, tz, start, min(start + ONE_DAY, end))
            start += ONE_DAY
