"""Whoever has other shifts than before is told, and by whom: each shift by itself, or that there are several."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from desk.work import Work
from leads.duty.held import Held, held
from leads.duty.slots import A_WEEK
from leads.office import Office, Person
from leads.wall_clock import midnight, wall
from storage import people

MOST = 2  # told one by one: a shift that is moved goes and comes


def tell(work: Work, by: Person, before: Office, after: Office, segment: str, days: Iterable[date]) -> None:
    """Compares the duties around these days; nobody is told of what they have done themselves.

    Whoever is in the team no more has heard that already.
    """
    members = after.segment(segment).members
    around = sorted(days)
    zone = before.timezone
    since, until = midnight(around[0] - A_WEEK, zone), midnight(around[-1] + A_WEEK, zone)
    was, will = ({_key(d) for d in held(office, segment, since, until)} for office in (before, after))
    for person in after.people:
        if person.telegram_id is None or person.id == by.id or person.id not in members:
            continue
        changed = sorted(one for one in was ^ will if one[2] == person.id and one[1] > work.now)
        name = people.names(work.store)[by.id]
        for start, end, _ in changed if len(changed) <= MOST else ():
            duty = [wall(at, zone).isoformat() for at in (start, end)]
            key = "told-shift" if (start, end, person.id) in will else "told-no-shift"
            subject = f"{key}:{duty[0]}:{work.now.isoformat()}"
            work.note(person.telegram_id, subject, key, name=name, duty=duty)
        if len(changed) > MOST:
            work.note(person.telegram_id, f"told-shifts:{work.now.isoformat()}", "told-shifts", name=name)


def _key(duty: Held) -> tuple[datetime, datetime, str]:
    return duty.start, duty.end, duty.who
