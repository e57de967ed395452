"""A roster changed duty by duty: somebody is put on duty, taken off, moved, replaced; a week is done again.

Each function takes an office and returns it with other shifts; nothing but the shifts of the office file differs, so
that whoever stores it stores a file that says the same. Swaps and approved rosters stay what people agreed on: the
change is laid over them as a dated shift. Where the file has a dated shift for the very same hours, that one is
changed instead, so that what is done and undone leaves nothing behind. Nothing that is over is changed; of a duty that
has begun, what is left. All instants are aware. Every function raises Refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from leads.duty.held import NEIGHBOURS, Held, held
from leads.duty.limits import Span
from leads.duty.shifts import dated_window, duties, on_duty, timeline
from leads.duty.slots import A_WEEK
from leads.office import Office, Origin, Shift, ShiftKind
from leads.refusals import Refusal, Refused
from leads.wall_clock import WeeklyRule, instant, span_on, wall, week_bounds

Shifts = tuple[Shift, ...]


def on_day(office: Office, day: date, start: time, end: time) -> Span:
    """Returns hours of a day in UTC; an end at or before the start is on the next day. Raises Refused where daylight
    saving leaves nothing of them.
    """
    span = span_on(WeeklyRule((day.weekday(),), start, end), office.timezone, day)
    if span is None:
        raise Refused(Refusal.UNFIT)
    return span


def add(office: Office, segment: str, who: str, span: Span, now: datetime) -> Office:
    """Puts somebody on duty beside whoever is there."""
    start, end = _ahead(span, now)
    _refuse_an_outsider(office, segment, who)
    if _is_on_duty(office, segment, who, (start, end)):
        raise Refused(Refusal.DUTY_DOUBLED, (who,))
    return _laid(office, segment, (start, end), off=None, on=who)


def remove(office: Office, segment: str, duty: Held, now: datetime) -> Office:
    """Takes somebody off duty; nobody comes instead."""
    return _laid(office, segment, _standing(office, segment, duty, now), off=duty.who, on=None)


def give(office: Office, segment: str, duty: Held, who: str, now: datetime) -> Office:
    """Another has the duty instead."""
    span = _standing(office, segment, duty, now)
    _refuse_an_outsider(office, segment, who)
    if _is_on_duty(office, segment, who, span):
        raise Refused(Refusal.DUTY_DOUBLED, (who,))
    return _laid(office, segment, span, off=duty.who, on=who)


def move(office: Office, segment: str, duty: Held, who: str, day: date, now: datetime) -> Office:
    """The duty is another's, or on another day, or both, at the same hours by the clock on the wall."""
    zone = office.timezone
    start, end = wall(duty.start, zone), wall(duty.end, zone)
    if start.date() == day:
        return office if who == duty.who else give(office, segment, duty, who, now)
    if duty.start <= now:
        raise Refused(Refusal.DUTY_BEGUN)
    later = day - start.date()
    without = remove(office, segment, duty, now)
    return add(without, segment, who, (instant(start + later, zone), instant(end + later, zone)), now)


def retime(office: Office, segment: str, duty: Held, span: Span, now: datetime) -> Office:
    """The duty has other hours of the same day; one that has begun ends earlier or later, and no more."""
    whole = _standing(office, segment, duty, now)
    if span == (duty.start, duty.end):
        return office
    if duty.start > now:
        return add(remove(office, segment, duty, now), segment, duty.who, span, now)
    if span[0] != duty.start or span[1] <= whole[0]:
        raise Refused(Refusal.DUTY_RUNS)
    if span[1] > duty.end:
        return add(office, segment, duty.who, (duty.end, span[1]), now)
    return _laid(office, segment, (span[1], duty.end), off=duty.who, on=None)


def repeat_week(office: Office, segment: str, monday: date, now: datetime) -> Office:
    """Makes the week of this Monday, or what is left of it, the same as the week before it, as that one came to be."""
    zone, members = office.timezone, office.segment(segment).members
    before = held(office, segment, *week_bounds(monday - A_WEEK, zone))
    wanted = {(_a_week_later(d.start, office), _a_week_later(d.end, office), d.who) for d in before}
    there = {(d.start, d.end, d.who): d for d in held(office, segment, *week_bounds(monday, zone))}
    found = office
    for key, duty in there.items():
        if key not in wanted and duty.start > now:
            found = remove(found, segment, duty, now)
    for start, end, who in sorted(wanted - there.keys()):
        if start > now and who in members and not _is_on_duty(found, segment, who, (start, end)):
            found = add(found, segment, who, (start, end), now)
    return found


def _a_week_later(at: datetime, office: Office) -> datetime:
    return instant(wall(at, office.timezone) + A_WEEK, office.timezone)


def _ahead(span: Span, now: datetime) -> Span:
    """What is left of it, from this minute on."""
    start, end = max(span[0], now.replace(second=0, microsecond=0)), span[1]
    if end <= now or start >= end:
        raise Refused(Refusal.DUTY_OVER)
    return start, end


def _standing(office: Office, segment: str, duty: Held, now: datetime) -> Span:
    """What is left of the duty, if it stands as whoever changes it has seen it."""
    span = _ahead((duty.start, duty.end), now)
    zone, shifts = office.timezone, office.shifts_of(segment)
    found = duties(shifts, zone, duty.who, duty.start - NEIGHBOURS, duty.end)
    if (duty.start, duty.end) not in found:
        raise Refused(Refusal.DUTY_GONE)
    return span


def _refuse_an_outsider(office: Office, segment: str, who: str) -> None:
    if not any(s.id == segment and not s.retired and who in s.members for s in office.segments):
        raise Refused(Refusal.LEFT_SEGMENT)


def _is_on_duty(office: Office, segment: str, who: str, span: Span) -> bool:
    return any(who in one.who for one in timeline(office.shifts_of(segment), office.timezone, *span))


def _laid(office: Office, segment: str, span: Span, *, off: str | None, on: str | None) -> Office:
    """Within the span the one is not on duty and the other is; everything else stays."""
    for shifts in _ways(office, segment, span, off, on):
        after = replace(office, shifts=shifts)
        if _is_so(office, after, segment, span, off, on):
            return after
    raise Refused(Refusal.DUTY_SWAPPED)


def _ways(office: Office, segment: str, span: Span, off: str | None, on: str | None) -> Iterator[Shifts]:
    """First those that leave less behind."""
    for place, shift in enumerate(office.shifts):
        if shift.segment == segment and shift.origin is Origin.FILE and shift.weekly is None:
            if dated_window(shift, office.timezone) != span or shift.who not in (off, on):
                continue
            rest = (*office.shifts[:place], *office.shifts[place + 1 :])
            yield rest
            if on and shift.who == off and on != shift.instead_of:
                yield (*office.shifts[:place], replace(shift, who=on), *office.shifts[place + 1 :])
            yield _over(rest, office, segment, span, shift.instead_of, on)
    yield _over(office.shifts, office, segment, span, off, on)
    for whose in _given_by(office, segment, span, off):
        yield _over(office.shifts, office, segment, span, whose, on)
        yield _over(_over(office.shifts, office, segment, span, off, None), office, segment, span, whose, on)


def _over(
    shifts: Shifts, office: Office, segment: str, span: Span, off: str | None, on: str | None
) -> Shifts:
    """With one more dated shift: over those of the file, under what people agreed on."""
    if off is None and on is None:
        return shifts
    kind = ShiftKind.ADD if off is None else ShiftKind.REPLACE if on else ShiftKind.REMOVE
    start, end = (wall(at, office.timezone) for at in span)
    who, instead_of = on or off or "", off if on else None
    shift = Shift(segment, who, start=start, end=end, kind=kind, instead_of=instead_of)
    place = sum(shift.origin is Origin.FILE for shift in shifts)
    return (*shifts[:place], shift, *shifts[place:])


def _given_by(office: Office, segment: str, span: Span, who: str | None) -> Iterator[str]:
    """From whom somebody has it by a swap, and from whom that one had it."""
    for shift in reversed(office.shifts_of(segment)):
        if shift.origin is Origin.SWAP and shift.who == who and shift.instead_of:
            start, end = dated_window(shift, office.timezone)
            if start < span[1] and span[0] < end:
                who = shift.instead_of
                yield who


def _is_so(before: Office, after: Office, segment: str, span: Span, off: str | None, on: str | None) -> bool:
    zone, old, new = before.timezone, before.shifts_of(segment), after.shifts_of(segment)
    cuts = {piece.start for shifts in (old, new) for piece in timeline(shifts, zone, *span)}
    return all(set(on_duty(new, zone, at)) == _wanted(on_duty(old, zone, at), off, on) for at in cuts)


def _wanted(there: Sequence[str], off: str | None, on: str | None) -> set[str]:
    return (set(there) - {off} if off else set(there)) | ({on} if on else set())
