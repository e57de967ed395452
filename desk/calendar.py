"""The roster as a calendar: a month of a segment read, and changed duty by duty by whoever runs the office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from desk import told_shifts
from desk.changing import change
from desk.door import Door
from desk.rosters import segments_of
from desk.work import Work
from files.office_file.dumping import shift_tables
from leads.duty import editing
from leads.duty.held import Beyond, Held, beyond, held
from leads.duty.slots import rostered
from leads.hours import IsHoliday
from leads.office import Office, Person, Segment
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from leads.wall_clock import ONE_DAY, days_between, midnight, monday_of
from storage import changes, offices, people

Edit = Callable[[Office], Office]


class BeyondLimitsError(Exception):
    """What was asked for would go beyond the office's limits: it is done only when it is asked for anyway."""

    def __init__(self, found: Sequence[Beyond], names: dict[str, str]) -> None:
        super().__init__(", ".join(sorted({str(one.what) for one in found})))
        self.found = found
        self.names = names


@dataclass(frozen=True, slots=True)
class Month:
    """What one person sees of a month. `segment`: None where there is none that they may see."""

    version: int  # of the set-up: another one, and something may be another
    office: Office
    reader: Person
    writes: bool
    now: datetime
    first: date
    segments: Sequence[Segment]
    segment: Segment | None
    duties: Sequence[Held]
    beyond: Sequence[Beyond]
    names: dict[str, str]
    is_holiday: IsHoliday
    changed_by: str | None  # name of whoever has changed the set-up last


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants changed. `seen`: the version of what they saw."""

    do: str  # add, move, remove, week
    seen: int
    duty: Held | None = None
    who: str = ""
    day: date | None = None
    start: time = time()
    end: time = time()
    anyway: bool = False  # beyond the limits, too


@dataclass(frozen=True, slots=True)
class Calendar:
    door: Door

    async def version(self) -> int:
        return await self.door.read(lambda work: work.set_up.get().version)

    async def month(self, account: int, segment: str, first: date) -> Month:
        """Returns the month of this first day; another segment where that one is not to be seen.

        Raises Refused for whoever sees no roster.
        """
        return await self.door.read(lambda work: _month(work, account, segment, first))

    async def change(self, account: int, segment: str, wish: Wish) -> None:
        """Does it through the office's own document. Raises Refused, and BeyondLimitsError."""
        person, _ = await self.door.known(account)
        await self.door.write(
            lambda work: _change(work, account, segment, wish), by=person.id if person else None
        )


def _month(work: Work, account: int, segment: str, first: date) -> Month:
    reader = work.known(account)
    if reader is None or not _sees(reader):
        raise Refused(Refusal.NOT_FOR_YOU)
    office = offices.read_office(work.store)  # with what was agreed on long ago
    seen = _segments(work.office, reader)
    of = next((s for s in seen if s.id == segment), seen[0] if seen else None)
    last = _last(first)
    start, end = midnight(first, office.timezone), midnight(last + ONE_DAY, office.timezone)
    mondays = sorted({monday_of(day) for day in days_between(first, last)})
    return Month(
        version=work.set_up.get().version,
        office=office,
        reader=reader,
        writes=may(reader.roles, Right.RUN),
        now=work.now,
        first=first,
        segments=seen,
        segment=of,
        duties=held(office, of.id, start, end) if of else (),
        beyond=sorted(beyond(office, of.id, mondays)) if of else (),
        names=dict(people.names(work.store)),
        is_holiday=work.is_holiday,
        changed_by=_changed_by(work),
    )


def _sees(person: Person) -> bool:
    return may(person.roles, Right.SEE_DUTY) or may(person.roles, Right.RUN)


def _segments(office: Office, reader: Person) -> list[Segment]:
    """Those that go by a roster; whoever runs the office prepares the others', too."""
    own = segments_of(office, reader.id, reader.roles)
    if not may(reader.roles, Right.RUN):
        return own
    here = rostered(office)
    return [*here, *(s for s in office.segments if not s.retired and s not in here)]


def _changed_by(work: Work) -> str | None:
    newest = changes.newest(work.store, 1)
    who = newest[0].person if newest else None
    return people.names(work.store).get(who) if who else None


def _last(first: date) -> date:
    return (first.replace(day=28) + 4 * ONE_DAY).replace(day=1) - ONE_DAY


def _change(work: Work, account: int, segment: str, wish: Wish) -> None:
    person = work.known(account)
    if person is None or not may(person.roles, Right.RUN):
        raise Refused(Refusal.NOT_FOR_YOU)
    if not any(s.id == segment and not s.retired for s in work.office.segments):
        raise Refused(Refusal.NO_SEGMENT)
    if wish.do == "week" and wish.seen != work.set_up.get().version:
        raise Refused(Refusal.CHANGED_SINCE)
    after = edited(work.office, segment, wish, work.now)
    if after.shifts == work.office.shifts:
        return
    found = sorted(_new_excess(work.office, after, segment))
    if found and not wish.anyway:
        raise BeyondLimitsError(found, dict(people.names(work.store)))
    before = work.office
    change(work, person.id, lambda document: document.update(shifts=shift_tables(after)))
    told_shifts.tell(work, person, before, after, segment, _days(before, after))


def edited(office: Office, segment: str, wish: Wish, now: datetime) -> Office:
    """Does to the office what was wished. Raises Refused."""
    match wish:
        case Wish(do="add", who=who, day=date() as day):
            span = editing.on_day(office, day, wish.start, wish.end)
            return editing.add(office, segment, who, span, now)
        case Wish(do="move", who=who, day=date() as day, duty=Held() as duty):
            return editing.move(office, segment, duty, who, day, now)
        case Wish(do="remove", duty=Held() as duty):
            return editing.remove(office, segment, duty, now)
        case Wish(do="week", day=date() as day):
            return editing.repeat_week(office, segment, monday_of(day), now)
    raise Refused(Refusal.UNFIT)


def _new_excess(before: Office, after: Office, segment: str) -> frozenset[Beyond]:
    """In the weeks where the shifts differ, and those beside them."""
    mondays = {monday_of(day + near * ONE_DAY) for day in _days(before, after) for near in (-2, 0, 2)}
    return beyond(after, segment, mondays) - beyond(before, segment, mondays)


def _days(before: Office, after: Office) -> set[date]:
    others = set(before.shifts) ^ set(after.shifts)
    return {moment.date() for shift in others for moment in (shift.start, shift.end) if moment}
