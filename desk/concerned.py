"""What a change of the set-up means for one of its people: told to them, by the name of who has made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desk.work import Work
from leads.office import Office, Person
from leads.rights import headed_by
from storage import offices, people
from storage.office_codec import own_hours

Told = tuple[str, dict[str, Any]]
"""The key of a note, and its arguments."""


def tell_concerned(work: Work, before: Office, after: Office, by: str) -> None:
    """Everybody who stays, but for who has changed it, hears what is other for them; one message for each thing."""
    had, version = {person.id: person for person in before.people}, offices.version(work.store)
    name = people.names(work.store).get(by, by)
    for person in after.people:
        if person.id == by or person.id not in had or person.telegram_id is None:
            continue
        for n, (key, args) in enumerate(_told(had[person.id], person, before, after)):
            work.note(person.telegram_id, f"told:{person.id}:{version}:{n}", key, name=name, **args)


def _told(was: Person, person: Person, before: Office, after: Office) -> Iterator[Told]:
    if person.roles != was.roles:
        yield "told-roles", {"roles": [role.value for role in person.roles]}
    if person.weight != was.weight:
        yield "told-weight", {"weight": person.weight}
    if person.capacity != was.capacity:
        yield ("told-capacity", {"capacity": person.capacity}) if person.capacity else ("told-no-limit", {})
    if (person.hours, person.rota) != (was.hours, was.rota):
        own = own_hours(person)
        yield ("told-hours", {"hours": own}) if own else ("told-hours-office", {})
    had, has = headed_by(before, person.id), headed_by(after, person.id)
    yield from (("told-heads", {"segment": after.segment(id).name}) for id in sorted(has - had))
    yield from (("told-heads-no-more", {"segment": before.segment(id).name}) for id in sorted(had - has))
    yield from _told_of_teams(_teams(before, person.id), _teams(after, person.id))


def _told_of_teams(had: dict[str, str], has: dict[str, str]) -> Iterator[Told]:
    for id, segment in has.items():
        if id not in had:
            yield "told-in", {"segment": segment}
    for id, segment in had.items():
        if id not in has:
            yield "told-out", {"segment": segment}


def _teams(office: Office, who: str) -> dict[str, str]:
    return {s.id: s.name for s in office.segments if not s.retired and who in s.members}
