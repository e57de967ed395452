"""Edits of people: each changes the office's document as somebody would change the lines of its file.

Each is applied to what stands there now, and raises KeyError where the person is no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from desk.changing import Edit
from desk.office.typed_values import OWN_HOURS
from files.office_file.dumping import Document
from files.office_file.editing import as_written, put
from leads.office import Role
from leads.refusals import Refusal, Refused
from leads.rights import CAN_HEAD

Table = dict[str, Any]

PEOPLE: Final = "people"


def set_value(who: str, values: Mapping[str, Any]) -> Edit:
    """These keys of the person's have these values; None: the file leaves it out."""

    def edit(document: Document) -> None:
        for key, value in values.items():
            put(document, (PEOPLE, who, key), value)

    return edit


def give_role(table: Table, role: Role) -> Edit:
    """`table`: what to begin with where the file has nobody of this id: whom only ADMIN_IDS names."""

    def edit(document: Document) -> None:
        if not any(person["id"] == table["id"] for person in document[PEOPLE]):
            put(document, (PEOPLE, table["id"]), {**table, "roles": [role.value]})
            return
        person = _of(document, table["id"])
        if role.value in person["roles"]:
            raise Refused(Refusal.CHANGED_SINCE)
        put(document, (PEOPLE, person["id"], "roles"), [*person["roles"], role.value])

    return edit


def take_role(who: str, role: Role, *, is_safe: bool) -> Edit:
    """`is_safe`: somebody administers the office by ADMIN_IDS."""

    def edit(document: Document) -> None:
        left = [one for one in _of(document, who)["roles"] if one != role.value]
        if len(left) == len(_of(document, who)["roles"]):
            raise Refused(Refusal.CHANGED_SINCE)
        put(document, (PEOPLE, who, "roles"), left)
        if CAN_HEAD.isdisjoint(left):
            _head_no_more(document, who)
        _is_administered(document, is_safe=is_safe)

    return edit


def join_team(who: str, segment: str) -> Edit:
    """They stand at its end."""

    def edit(document: Document) -> None:
        _of(document, who)
        members = _members(document, segment)
        if who in members:
            raise Refused(Refusal.CHANGED_SINCE)
        put(document, ("segments", segment, "members"), [*members, who])

    return edit


def leave_team(who: str, segment: str) -> Edit:
    """Their shifts there go with them."""

    def edit(document: Document) -> None:
        members = _members(document, segment)
        if who not in members:
            raise Refused(Refusal.CHANGED_SINCE)
        _leave(document, who, [segment])

    return edit


def dismiss(who: str, *, is_safe: bool) -> Edit:
    """They are in no team, and on no shift, any more; what is stored of them stays."""

    def edit(document: Document) -> None:
        _of(document, who)
        put(document, (PEOPLE, who), None)
        _leave(document, who, [segment["id"] for segment in document["segments"]])
        _head_no_more(document, who)
        for shift in document["shifts"]:
            if shift.get("instead_of") == who:
                shift.pop("instead_of")
        for source in document["sources"]:
            left = {number: one for number, one in source.get("extensions", {}).items() if one != who}
            put(document, ("sources", source["id"], "extensions"), left or None)
        if who in document.get("crm", {}).get("people", {}):
            rest = {one: number for one, number in document["crm"]["people"].items() if one != who}
            put(document, ("crm", "people"), rest or None)
        _is_administered(document, is_safe=is_safe)

    return edit


def take_on(tables: Iterable[Table], teams: Mapping[str, Iterable[str]]) -> Edit:
    """People come at the end. `teams`: by id of a segment, who of them is in it."""

    def edit(document: Document) -> None:
        for table in tables:
            put(document, (PEOPLE, table["id"]), table)
        for segment, members in teams.items():
            there = _members(document, segment)
            new = [who for who in members if who not in there]
            put(document, ("segments", segment, "members"), [*there, *new])

    return edit


def as_it_was(who: str, had: Mapping[str, Any], teams: Iterable[str]) -> Edit:
    """The hours of their own that `had`, their table, says, and these segments, at whose end they stand."""

    def edit(document: Document) -> None:
        for key in OWN_HOURS:
            put(document, (PEOPLE, who, key), as_written(had.get(key)))
        for segment in teams:
            join_team(who, segment)(document)

    return edit


def _of(document: Document, who: str) -> Table:
    found: Table | None = next((person for person in document[PEOPLE] if person["id"] == who), None)
    if found is None:
        raise KeyError(who)
    return found


def _members(document: Document, id: str) -> list[str]:
    found = next((segment for segment in document["segments"] if segment["id"] == id), None)
    if found is None:
        raise KeyError(id)
    return list(found.get("members") or ())


def _leave(document: Document, who: str, segments: Iterable[str]) -> None:
    for id in segments:
        members = _members(document, id)
        if who in members:
            put(document, ("segments", id, "members"), [one for one in members if one != who])
        document["shifts"] = [s for s in document["shifts"] if (s["segment"], s["who"]) != (id, who)]


def _head_no_more(document: Document, who: str) -> None:
    for segment in document["segments"]:
        heads = segment.get("heads", [])
        if who in heads:
            put(document, ("segments", segment["id"], "heads"), [one for one in heads if one != who] or None)


def _is_administered(document: Document, *, is_safe: bool) -> None:
    """Raises Refused where nobody is left who could set it up."""
    if not is_safe and not any(Role.ADMIN.value in person["roles"] for person in document[PEOPLE]):
        raise Refused(Refusal.LAST_ADMIN)
