"""Whom a rule concerns that the office file has switched: they hear of it as of one that is switched in the chat."""

from __future__ import annotations

from collections.abc import Mapping

from leads.office import Role
from storage import cards, offices, people
from storage.kinds import CardKind
from storage.store import Store


def schemes(store: Store) -> dict[str, str]:
    """The scheme of every segment that there is; nothing where there is no office yet."""
    if offices.version(store) is None:
        return {}
    return {s.id: s.scheme for s in offices.read_office(store).segments if not s.retired}


def tell_of_rules(store: Store, before: Mapping[str, str]) -> None:
    """One note to each member and head of a segment whose scheme is another than `before`; a new one is no news."""
    office, version = offices.read_office(store), offices.version(store)
    heads = [person.id for person in office.with_role(Role.HEAD)]
    for segment in (s for s in office.segments if not s.retired and before.get(s.id, s.scheme) != s.scheme):
        args = {"segment": segment.name, "before": before[segment.id], "after": segment.scheme}
        note = {"key": "rule-loaded", "args": args}
        for person in people.by_ids(store, {*segment.members, *heads}).values():
            if person.chat is not None:
                where = (person.chat, CardKind.NOTE, f"rule:{segment.id}:{version}", None)
                cards.want(store, *where, payload=note)
