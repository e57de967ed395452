"""The roster as a calendar: a month of a segment read, and changed duty by duty by whoever runs the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk.door import Door
from desk.rosters import segments_of
from desk.shift_changes import Do, Wish, absent, make, tried
from desk.work import Work
from leads.duty.doubts import Absent, Doubt, Doubtful
from leads.duty.held import Beyond, Held, beyond, held
from leads.duty.slots import rostered
from leads.hours import IsHoliday
from leads.office import Office, Person, Segment
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from leads.wall_clock import ONE_DAY, days_between, midnight, monday_of
from storage import changes, offices, people


class BeyondLimitsError(Exception):
    """Something speaks against what was asked for: it is done only when it is asked for anyway. Of hours that nobody
    takes the calendar says nothing: whoever drags a shift sees them.
    """

    def __init__(self, found: Sequence[Doubtful], names: dict[str, str], office: Office) -> None:
        super().__init__(", ".join(sorted({str(one.what) for one in found})))
        self.found = found
        self.names = names
        self.office = office


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
    absent: Absent  # of those who are shown
    names: dict[str, str]
    is_holiday: IsHoliday
    changed_by: str | None  # name of whoever has changed the set-up last


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
    seen = segments_seen(work.office, reader)
    of = next((s for s in seen if s.id == segment), seen[0] if seen else None)
    last = _last(first)
    start, end = midnight(first, office.timezone), midnight(last + ONE_DAY, office.timezone)
    duties = held(office, of.id, start, end) if of else []
    mondays = sorted({monday_of(day) for day in days_between(first, last)})
    who = dict.fromkeys([*of.members, *(duty.who for duty in duties)]) if of else {}
    return Month(
        version=work.set_up.get().version,
        office=office,
        reader=reader,
        writes=may(reader.roles, Right.RUN),
        now=work.now,
        first=first,
        segments=seen,
        segment=of,
        duties=duties,
        beyond=sorted(beyond(office, of.id, mondays)) if of else (),
        absent=absent(work, who, [first, last]),
        names=dict(people.names(work.store)),
        is_holiday=work.is_holiday,
        changed_by=_changed_by(work),
    )


def _sees(person: Person) -> bool:
    return may(person.roles, Right.SEE_DUTY) or may(person.roles, Right.RUN)


def segments_seen(office: Office, reader: Person | people.PersonRow) -> list[Segment]:
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
    if wish.do is Do.WEEK and wish.seen != work.set_up.get().version:
        raise Refused(Refusal.CHANGED_SINCE)
    wanted = tried(work, segment, wish)
    against = [one for one in wanted.doubts if one.what is not Doubt.GAP]
    if against and not wish.anyway:
        raise BeyondLimitsError(against, dict(people.names(work.store)), work.office)
    if wanted.after.shifts != work.office.shifts:
        make(work, person, wanted.after)
