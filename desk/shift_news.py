"""What follows from other shifts, however they have become others: whose they are is told, and open swaps follow."""

from __future__ import annotations

from datetime import date

from desk import told_shifts
from desk.swap_deeds import follow_shifts
from desk.work import Work
from leads.duty.slots import A_WEEK
from leads.office import Office, Person
from storage import cards
from storage.kinds import Change


def shifts_changed(work: Work, by: Person, before: Office, after: Office) -> None:
    """Compares two offices with all that was agreed on in them; where no shift is another, nothing follows."""
    others = {shift.segment for shift in set(before.shifts) ^ set(after.shifts)}
    for segment in (s.id for s in after.segments if s.id in others and not s.retired):
        told_shifts.tell(work, by, before, after, segment, touched(before, after, work.today))
        follow_shifts(work, by, before, after, segment)
    if others:
        cards.changed(work.store, Change.DUTY)


def touched(before: Office, after: Office, today: date) -> set[date]:
    """Returns the days of shifts that are others. Of a plan that comes every week, the next two weeks stand for all."""
    others = set(before.shifts) ^ set(after.shifts)
    weekly = {today, today + 2 * A_WEEK} if any(shift.weekly for shift in others) else set()
    return weekly | {moment.date() for shift in others for moment in (shift.start, shift.end) if moment}
