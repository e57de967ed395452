"""Who can be offered a lead at a given instant, and why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Final

from leads.duty.shifts import next_duty, on_duty
from leads.hours import IsHoliday, Schedule, is_open, next_opening, time_open
from leads.office import DAY, Office, Presence, Segment
from leads.schemes import SCHEMES
from leads.schemes.base import Read

LONG_HOLIDAYS: Final = 15 * DAY
"""Nobody's last working hours lie further before their leave than these and the hours themselves."""


class Absence(StrEnum):
    """Says why somebody is left out of a choice; recorded in the ledger, shown by /why."""

    NO_TELEGRAM = "no_telegram"  # not connected to the bot yet
    UNREACHABLE = "unreachable"  # has blocked the bot
    LEAVE = "leave"
    PAUSED = "paused"  # by /off
    LAPSED = "lapsed"  # paused by the bot after lapses in a row
    NOT_CHECKED_IN = "not_checked_in"
    LEAVING = "leaving"  # in the last working hours before a leave
    OFF_DUTY = "off_duty"
    OFF_HOURS = "off_hours"  # not in their own hours, while others of the segment are in theirs
    CAPACITY = "capacity"  # as many open leads as they may have
    WRAP_UP = "wrap_up"  # has just taken a lead
    RINGING = "ringing"  # has as many offers of their own to answer as they may have at once
    HAD_IT = "had_it"  # was offered this very lead already


class Cut(StrEnum):
    """Says why an offer has ended before its time, at no cost.

    A closed list: it stands in the ledger, shown by /why.
    """

    CLOSING = "closing"
    LUNCH = "lunch"  # closed, and open again the same day
    SHIFT = "shift"  # their duty is over
    OFF = "off"  # they have said that they go
    LEAVE = "leave"
    GONE = "gone"  # they are no member of the segment any more, or have left the office


@dataclass(slots=True)
class Worker:
    """Holds what is known of a person just now. Times are aware."""

    id: str
    connected: bool = True
    reachable: bool = True
    paused: Absence | None = None  # PAUSED or LAPSED
    checked_in: bool = False
    leave_from: datetime | None = None  # when their leave begins, or began; None: as soon as it was told
    leave_until: datetime | None = None
    lapses: int = 0  # in a row
    answers: tuple[int, ...] = ()  # the last ones, and which were declined free: as of `leads.norm`
    load: int = 0  # open leads held, and offers to them alone that are waiting for their answer
    ringing: int = 0  # of these, the offers
    arrival: int = 0  # the order of checking in
    idle_since: datetime | None = None  # since the last turn they paid for, or since they checked in
    took_at: datetime | None = None  # when they last took a lead


def reachable(worker: Worker) -> Absence | None:
    if not worker.connected:
        return Absence.NO_TELEGRAM
    return None if worker.reachable else Absence.UNREACHABLE


def absence(
    office: Office, segment: Segment, worker: Worker, now: datetime, is_holiday: IsHoliday
) -> Absence | None:
    """Tells why this member cannot be offered a lead of this segment now; None if they can."""
    return absences(office, segment, (worker,), now, is_holiday).get(worker.id)


def absences(
    office: Office, segment: Segment, members: Iterable[Worker], now: datetime, is_holiday: IsHoliday
) -> dict[str, Absence]:
    """Returns the members who cannot be offered a lead of this segment now, and why."""
    must_check_in = office.presence is Presence.CHECK_IN
    reads = reads_of(segment)
    duty = duty_now(office, segment, now) if Read.ROSTER in reads else None
    wraps_up = Read.IDLE in reads
    by_hours = _hours_count(office, segment, now, is_holiday)
    found: dict[str, Absence] = {}
    for worker in members:
        if out := _away(worker, must_check_in, now):
            found[worker.id] = out
        elif by_hours and not is_at_work(office, worker.id, now, is_holiday):
            found[worker.id] = Absence.OFF_HOURS
        elif _is_leaving(office, worker, now, is_holiday):
            found[worker.id] = Absence.LEAVING
        elif full(office, worker):
            found[worker.id] = Absence.CAPACITY
        elif duty is not None and worker.id not in duty:
            found[worker.id] = Absence.OFF_DUTY
        elif wraps_up and worker.took_at and now < worker.took_at + segment.wrap_up:
            found[worker.id] = Absence.WRAP_UP
    return found


def away(
    office: Office, segment: Segment, worker: Worker, now: datetime, is_holiday: IsHoliday
) -> Absence | None:
    """Tells why this person is not there, whatever they have in hand; None if they are."""
    out = _away(worker, office.presence is Presence.CHECK_IN, now)
    if not out and _hours_count(office, segment, now, is_holiday):
        out = None if is_at_work(office, worker.id, now, is_holiday) else Absence.OFF_HOURS
    if out or Read.ROSTER not in reads_of(segment):
        return out
    return None if worker.id in duty_now(office, segment, now) else Absence.OFF_DUTY


def is_at_work(office: Office, who: str, now: datetime, is_holiday: IsHoliday) -> bool:
    """Tells whether these are somebody's working hours: their own, or the office's."""
    return is_open(office.schedule_of(who), office.timezone, now, is_holiday)


def rests(office: Office, who: str, now: datetime, is_holiday: IsHoliday) -> bool:
    """Tells whether somebody's own hours keep leads from them just now, whoever else works."""
    by_hours = who in office.schedules and office.presence is Presence.HOURS
    return by_hours and not is_at_work(office, who, now, is_holiday)


def _hours_count(office: Office, segment: Segment, now: datetime, is_holiday: IsHoliday) -> bool:
    """Whether people's own hours say who of the segment is there just now.

    Not where they say it themselves, nor where a roster does; and while all of them rest, the segment is closed, which
    is said of the segment and not of each (docs/decisions/0028-hours-of-a-person.md).
    """
    if not office.schedules or office.presence is Presence.CHECK_IN or SCHEMES[segment.scheme].by_roster:
        return False
    return opening(office, segment, now, is_holiday) == now


def _away(worker: Worker, must_check_in: bool, now: datetime) -> Absence | None:
    """Whatever the segment."""
    if not (worker.connected and worker.reachable):
        return reachable(worker)
    if on_leave(worker, now):
        return Absence.LEAVE
    if must_check_in and not worker.checked_in:
        return worker.paused or Absence.NOT_CHECKED_IN
    return worker.paused


def is_in(office: Office, worker: Worker, now: datetime) -> bool:
    """Tells whether this person means to be there: neither paused nor on leave, and checked in where people do that."""
    must_check_in = office.presence is Presence.CHECK_IN
    return not worker.paused and not on_leave(worker, now) and (worker.checked_in or not must_check_in)


def _is_leaving(office: Office, worker: Worker, now: datetime, is_holiday: IsHoliday) -> bool:
    """Whether so little of somebody's working time is left before a leave that a new lead would lie through it.

    An absence of less than a day is no leave: they are back the same day, or the next morning.
    """
    begins, back = worker.leave_from, worker.leave_until
    if begins is None or back is None or not now < begins or back - begins < DAY:
        return False
    if begins - now > LONG_HOLIDAYS + office.leave_buffer:
        return False
    schedule = office.schedule_of(worker.id)
    left = time_open(schedule, office.timezone, now, begins, is_holiday)
    return left <= office.leave_buffer and bool(office.leave_buffer)


def on_leave(worker: Worker, now: datetime) -> bool:
    return worker.leave_until is not None and now < worker.leave_until and not leave_ahead(worker, now)


def leave_ahead(worker: Worker, now: datetime) -> bool:
    """Tells whether a leave of theirs is planned that has not begun."""
    return worker.leave_from is not None and now < worker.leave_from


def reads_of(segment: Segment) -> frozenset[Read]:
    """Tells what the segment's scheme looks at, or its reserve."""
    return _reads(segment.scheme, segment.reserve)


@cache
def _reads(scheme: str, reserve: str | None) -> frozenset[Read]:
    return SCHEMES[scheme].reads | (SCHEMES[reserve].reads if reserve else frozenset())


def check_in(workers: Mapping[str, Worker], who: str, now: datetime) -> None:
    """The person is at work, the last to arrive, and idle from now on. A leave that is still ahead stays planned."""
    worker = workers[who]
    worker.paused, worker.checked_in, worker.lapses = None, True, 0
    if not leave_ahead(worker, now):
        worker.leave_from, worker.leave_until = None, None
    worker.arrival = max(w.arrival for w in workers.values()) + 1
    worker.idle_since = now


def full(office: Office, worker: Worker) -> bool:
    """Tells whether somebody has as many open leads as they may have."""
    capacity = office.capacities.get(worker.id)
    return capacity is not None and worker.load >= capacity


def duty_now(office: Office, segment: Segment, now: datetime) -> tuple[str, ...]:
    return on_duty(office.shifts_of(segment.id), office.timezone, now)


def opening(office: Office, segment: Segment, now: datetime, is_holiday: IsHoliday) -> datetime | None:
    """Tells when a lead of this segment can next be worked on: `now` if at once, None if nobody knows.

    A duty roster keeps its own hours: whoever is on duty opens the segment, also outside the office's hours. So does
    each member who has hours of their own.
    """
    plans = plans_of(office, segment)
    if any(is_open(plan, office.timezone, now, is_holiday) for plan in plans):
        return now
    times = [next_opening(plan, office.timezone, now, is_holiday) for plan in plans]
    if SCHEMES[segment.scheme].by_roster:
        times.append(next_duty(office.shifts_of(segment.id), office.timezone, now))
    return min((t for t in times if t), default=None)


def plans_of(office: Office, segment: Segment) -> frozenset[Schedule]:
    """Returns the hours in any of which a lead of this segment can be worked on, but for a roster's."""
    if not office.schedules or SCHEMES[segment.scheme].by_roster:
        return frozenset({office.hours})
    of_members = {office.schedule_of(who) for who in segment.members}
    says_it_themselves = office.presence is Presence.CHECK_IN
    return frozenset(of_members | {office.hours} if says_it_themselves or not of_members else of_members)
