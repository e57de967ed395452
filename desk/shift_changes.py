"""A roster changed duty by duty: what was wished, what speaks against it, and what follows once it is done."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from desk.changing import change
from desk.planning import leaves
from desk.shift_news import touched
from desk.work import Work
from files.office_file.dumping import shift_tables
from leads.duty import editing
from leads.duty.doubts import Absent, Doubtful, days_of, doubts
from leads.duty.free_time import free_time
from leads.duty.held import Held, held
from leads.duty.limits import Span
from leads.duty.slots import A_WEEK
from leads.duty.weekly import add_weekly, remove_weekly, rule_behind
from leads.office import Office, Person
from leads.refusals import Refusal, Refused
from leads.wall_clock import WeeklyRule, midnight, monday_of


class Do(StrEnum):
    """Says what is to become of a duty."""

    ADD = "add"
    MOVE = "move"  # to another day, another person, or both
    HOURS = "hours"
    REMOVE = "remove"
    WEEK = "week"  # the same as the week before
    PLAN = "plan"  # every week from now on
    UNPLAN = "unplan"  # no more every week


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants changed. `seen`: the version of what they saw; None: nothing hangs on it."""

    do: Do
    seen: int | None = None
    duty: Held | None = None
    who: str = ""
    day: date | None = None
    start: time = time()
    end: time = time()
    anyway: bool = False  # whatever speaks against it
    rules: tuple[WeeklyRule, ...] = ()  # of the plan
    weekly: bool = False  # ADD, REMOVE: on this weekday of every week


@dataclass(frozen=True, slots=True)
class Tried:
    """What the office would be with it. `gained`, `lost`: duties that somebody would have, or have no more."""

    after: Office
    gained: tuple[Held, ...]
    lost: tuple[Held, ...]
    doubts: tuple[Doubtful, ...]


def tried(work: Work, segment: str, wish: Wish, leave: Mapping[str, Sequence[Span]] | None = None) -> Tried:
    """Does it to the office, and stores nothing. Raises Refused for what cannot be.

    `leave`: everybody's, where it has been read already.
    """
    before = work.office
    after = edited(before, segment, wish, work.now)
    around = touched(before, after, work.today)
    if not around:
        return Tried(after, (), (), ())
    first, last = min(around) - A_WEEK, max(around) + A_WEEK
    since, until = midnight(first, before.timezone), midnight(last, before.timezone)
    only = {wish.who, wish.duty.who if wish.duty else ""} - {""}
    was, will = (
        {_key(d): d for d in held(office, segment, since, until, only)} for office in (before, after)
    )
    gained = tuple(d for key, d in will.items() if key not in was and d.end > work.now)
    lost = tuple(d for key, d in was.items() if key not in will and d.end > work.now)
    people = dict.fromkeys(d.who for d in (*gained, *lost))
    days = days_of(before, [(d.start, d.end) for d in (*gained, *lost)])
    away = absent(work, people, days, leave)
    found = doubts(before, after, segment, days, people, away, work.is_holiday)
    return Tried(after, gained, lost, tuple(found))


def edited(office: Office, segment: str, wish: Wish, now: datetime) -> Office:
    """Does to the office what was wished. Raises Refused."""
    if wish.weekly or wish.rules:
        return _planned(office, segment, wish)
    match wish:
        case Wish(do=Do.ADD, who=who, day=date() as day):
            return editing.add(office, segment, who, _span(office, wish, day), now)
        case Wish(do=Do.MOVE, who=who, day=date() as day, duty=Held() as duty):
            return editing.move(office, segment, duty, who, day, now)
        case Wish(do=Do.HOURS, day=date() as day, duty=Held() as duty):
            return editing.retime(office, segment, duty, _span(office, wish, day), now)
        case Wish(do=Do.REMOVE, duty=Held() as duty):
            return editing.remove(office, segment, duty, now)
        case Wish(do=Do.WEEK, day=date() as day):
            return editing.repeat_week(office, segment, monday_of(day), now)
    raise Refused(Refusal.UNFIT)


def _planned(office: Office, segment: str, wish: Wish) -> Office:
    """Changes the plan that comes every week. Raises Refused."""
    match wish:
        case Wish(do=Do.ADD, day=date() as day):
            rules = (WeeklyRule((day.weekday(),), wish.start, wish.end),)
            return _planned(office, segment, replace(wish, do=Do.PLAN, rules=rules))
        case Wish(do=Do.REMOVE, duty=Held() as duty):
            behind = rule_behind(office, segment, duty)
            if behind is None:
                raise Refused(Refusal.DUTY_GONE)
            return remove_weekly(office, segment, duty.who, behind)
        case Wish(do=Do.PLAN | Do.UNPLAN):
            for rule in wish.rules:
                change_plan = add_weekly if wish.do is Do.PLAN else remove_weekly
                office = change_plan(office, segment, wish.who, rule)
            return office
    raise Refused(Refusal.UNFIT)


def make(work: Work, by: Person, after: Office) -> None:
    """Stores it through the office's own document, from which follows all that does."""
    change(work, by.id, lambda document: document.update(shifts=shift_tables(after)))


def absent(
    work: Work,
    people: Collection[str],
    days: Collection[date],
    leave: Mapping[str, Sequence[Span]] | None = None,
) -> Absent:
    """Tells when these people are not there on these days. `leave`: None: it is read."""
    if not days:
        return Absent()
    first, last = min(days), max(days)
    return Absent(
        leaves(work, people) if leave is None else leave,
        {who: free_time(work.office, who, first, last, work.is_holiday) for who in people},
    )


def _span(office: Office, wish: Wish, day: date) -> Span:
    return editing.on_day(office, day, wish.start, wish.end)


def _key(duty: Held) -> tuple[object, ...]:
    return duty.start, duty.end, duty.who
