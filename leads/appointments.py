"""What a holder promises a client: a call or a meeting at its time. Which times are offered on buttons, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from leads.entries.hands import Appointed, AppointmentDropped
from leads.holding import plan_next, refuse_unless_held
from leads.hours import IsHoliday, Schedule, is_open, openings
from leads.lead import Promised
from leads.refusals import Refusal, Refused
from leads.scene import Scene
from leads.wall_clock import ONE_DAY, instant, wall

FARTHEST: Final = timedelta(days=366)
"""Nothing is promised for a later time."""

MORNING, EVENING = time(10), time(18)
LEAST_AHEAD: Final = timedelta(minutes=10)  # a button that is drawn now is tapped a little later
HOUR: Final = timedelta(hours=1)


def appoint(scene: Scene, who: str, what: Promised, at: datetime, now: datetime) -> None:
    """The holder has promised the client something at this time; it takes the place of what was promised before.

    Raises Refused, also for a time that is past, and for one that lies too far ahead.
    """
    refuse_unless_held(scene, who)
    if at <= now:
        raise Refused(Refusal.PAST)
    if at > now + FARTHEST:
        raise Refused(Refusal.TOO_FAR)
    before = scene.lead.appointment
    if before and (before.what, before.at, before.told) == (what, at, 0):
        raise Refused(Refusal.EXPLAINED_ALREADY)
    scene.say(Appointed(who, what, at), now)
    plan_next(scene, now)


def drop(scene: Scene, who: str, now: datetime) -> None:
    """What was promised is off. Raises Refused."""
    refuse_unless_held(scene, who)
    if scene.lead.appointment is None:
        raise Refused(Refusal.NOTHING_PROMISED)
    scene.say(AppointmentDropped(who), now)
    plan_next(scene, now)


class When(StrEnum):
    """Says what a time on a button is called."""

    HOUR = "hour"
    TODAY = "today"
    TOMORROW = "tomorrow"
    IN_THREE_DAYS = "three_days"
    MONDAY = "monday"


@dataclass(frozen=True, slots=True)
class Time:
    """A time to choose, UTC."""

    called: When
    at: datetime


@dataclass(frozen=True, slots=True)
class Calendar:
    """Somebody's working hours, and what is the time."""

    hours: Schedule
    zone: ZoneInfo
    is_holiday: IsHoliday
    now: datetime

    def is_within(self, at: datetime) -> bool:
        """Tells whether they are there then; the very end of their hours counts."""
        just_before = at - timedelta(seconds=1)
        return any(is_open(self.hours, self.zone, moment, self.is_holiday) for moment in (at, just_before))


def times(calendar: Calendar) -> tuple[Time, ...]:
    """Lists the times at which somebody may be called again or met: this evening, tomorrow, later.

    All of them lie ahead and in the person's working hours, none stands there twice.
    """
    today = wall(calendar.now, calendar.zone).date()
    monday = today + ONE_DAY * (7 - today.weekday())
    days = {When.TOMORROW: today + ONE_DAY, When.IN_THREE_DAYS: today + 3 * ONE_DAY, When.MONDAY: monday}
    found = [*_today(calendar, today)]
    for called, day in days.items():
        at = _morning(calendar, day)
        if at and at not in {one.at for one in found}:
            found.append(Time(called, at))
    return tuple(found)


def next_tries(calendar: Calendar) -> tuple[Time, ...]:
    """Lists the times for another try after nobody has answered: in an hour, this evening, tomorrow morning."""
    in_an_hour = (calendar.now + HOUR).replace(second=0, microsecond=0)
    soon = [Time(When.HOUR, in_an_hour)] if calendar.is_within(in_an_hour) else []
    later = [one for one in times(calendar) if not soon or one.at > in_an_hour + LEAST_AHEAD]
    return (*soon, *later)[:3]


def _today(calendar: Calendar, today: date) -> Iterator[Time]:
    """At six, or at the end of their hours where that is sooner."""
    spans = openings(calendar.hours, calendar.zone, today - ONE_DAY, today, calendar.is_holiday)
    evening = instant(datetime.combine(today, EVENING), calendar.zone)
    ends = [min(closes, evening) for opens, closes in spans if opens < evening]
    if ends and max(ends) >= calendar.now + LEAST_AHEAD:
        yield Time(When.TODAY, max(ends))


def _morning(calendar: Calendar, day: date) -> datetime | None:
    """At ten, or when their hours of that day begin; None of a day off."""
    spans = openings(calendar.hours, calendar.zone, day - ONE_DAY, day, calendar.is_holiday)
    ten = instant(datetime.combine(day, MORNING), calendar.zone)
    if any(opens <= ten < closes for opens, closes in spans):
        return ten
    return min((opens for opens, _ in spans if opens > ten), default=None)
