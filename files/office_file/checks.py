"""What must hold between the parts of an office file: names that refer to each other, orders, doubles.

These look at the raw tables, so that they find what they can also where some values are wrong in themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any, Final

from files.office_file.problems import Path
from files.office_file.values import did_you_mean
from leads.rights import CAN_HEAD
from leads.schemes import SCHEMES
from leads.wall_clock import parse_days
from leads.words import are_alike

RESERVES: Final = tuple(name for name, scheme in SCHEMES.items() if scheme.can_be_reserve)

FieldFinding = tuple[str, str]

Raw = dict[str, Any]
Tables = dict[int, Raw]  # by place, so that what is no table leaves a gap
Finding = tuple[Path, str]


def broken_rules(document: Raw) -> Iterator[Finding]:
    people, segments, shifts = (tables(document, key) for key in ("people", "segments", "shifts"))
    sources, hooks = tables(document, "sources"), tables(document, "hooks")
    office = document.get("office")
    return chain(
        _broken_hours(("office",), office if isinstance(office, dict) else {}),
        chain.from_iterable(_broken_own_hours(n, person) for n, person in people.items()),
        _doubles("people", people, "id"),
        _doubles("people", people, "telegram_id"),
        _doubles("segments", segments, "id"),
        _unknown_schemes(segments, "scheme", tuple(SCHEMES)),
        _unknown_schemes(segments, "reserve", RESERVES),
        chain.from_iterable(_broken_members(n, segment, people) for n, segment in segments.items()),
        chain.from_iterable(_broken_heads(n, segment, people) for n, segment in segments.items()),
        _broken_matches(segments),
        _doubles("sources", sources, "id"),
        _unknown_segments(sources, ids(segments)),
        _unknown_speakers(sources, people),
        _doubles("hooks", hooks, "url"),
        _told_in_clear(hooks),
        _open_secrets(hooks),
        broken_shifts(shifts, people, segments),
        _unknown_in_crm(document.get("crm"), people),
    )


def _broken_own_hours(n: int, person: Raw) -> Iterator[Finding]:
    hours = person.get("hours")
    yield from _broken_hours(("people", n), person)
    if isinstance(hours, dict) and "holidays" in hours:
        yield (
            ("people", n, "hours", "holidays"),
            "belongs to the office; whose hours are their own rest with it",
        )
    if hours is not None and "rota" in person:
        yield ("people", n, "rota"), "stands instead of hours; name one of them"


def _broken_hours(where: Path, table: Raw) -> Iterator[Finding]:
    hours = table.get("hours")
    if not isinstance(hours, dict):
        return
    days = [key for key in hours if key != "holidays"]
    for day in days:
        try:
            parse_days(day)
        except ValueError as error:
            yield (*where, "hours", day), str(error)
    if not days:
        yield (*where, "hours"), "names no opening hours"
    if "holidays" in hours and "holidays" in table:
        yield (*where, "holidays"), "is given twice; hours names it too"


def _doubles(kind: str, found: Tables, key: str) -> Iterator[Finding]:
    values = [table.get(key) for table in found.values()]
    for order, (n, value) in enumerate(zip(found, values, strict=True)):
        if value is not None and value in values[:order]:
            yield (kind, n, key), f'"{value}" is taken already'


def _unknown_schemes(segments: Tables, key: str, known: tuple[str, ...]) -> Iterator[Finding]:
    for n, segment in segments.items():
        name = segment.get(key)
        if isinstance(name, str) and name not in known:
            yield ("segments", n, key), f'unknown {key} "{name}"{did_you_mean(name, known)}'


def _broken_members(n: int, segment: Raw, people: Tables, key: str = "members") -> Iterator[Finding]:
    members = segment.get(key, [])
    for member in members if isinstance(members, list) else ():
        if isinstance(member, str) and member not in ids(people):
            yield ("segments", n, key), f'nobody has the id "{member}"{whom_meant(member, people)}'


def _broken_heads(n: int, segment: Raw, people: Tables) -> Iterator[Finding]:
    """Leads come to whoever heads a segment, too."""
    yield from _broken_members(n, segment, people, "heads")
    named = {id: person.get("roles") for person in people.values() if isinstance(id := person.get("id"), str)}
    heads = segment.get("heads", [])
    for head in heads if isinstance(heads, list) else ():
        given = named.get(head) if isinstance(head, str) else None
        if isinstance(given, list) and not any(role in list(CAN_HEAD) for role in given):
            yield ("segments", n, "heads"), f'"{head}" must be a manager, a head or a director'


def _unknown_segments(sources: Tables, known: list[str]) -> Iterator[Finding]:
    for n, source in sources.items():
        name = source.get("segment")
        if isinstance(name, str) and name not in known:
            yield ("sources", n, "segment"), f'no segment has the id "{name}"{did_you_mean(name, known)}'


def _unknown_speakers(sources: Tables, people: Tables) -> Iterator[Finding]:
    """Whose an extension is said to be."""
    for n, source in sources.items():
        named = source.get("extensions")
        for who in named.values() if isinstance(named, dict) else ():
            if isinstance(who, str) and who not in ids(people):
                yield ("sources", n, "extensions"), f'nobody has the id "{who}"{whom_meant(who, people)}'


def _unknown_in_crm(crm: object, people: Tables) -> Iterator[Finding]:
    named = crm.get("people") if isinstance(crm, dict) else None
    for who in named if isinstance(named, dict) else ():
        if who not in ids(people):
            yield ("crm", "people", who), f'nobody has the id "{who}"{whom_meant(who, people)}'


def _told_in_clear(hooks: Tables) -> Iterator[Finding]:
    """Who a client is crosses no foreign net unencrypted."""
    for n, hook in hooks.items():
        is_clear = isinstance(url := hook.get("url"), str) and url.startswith("http://")
        if is_clear and hook.get("personal") is True and hook.get("private") is not True:
            yield ("hooks", n, "personal"), "needs an address that begins with https://"


def _open_secrets(hooks: Tables) -> Iterator[Finding]:
    for n, hook in hooks.items():
        if str(hook.get("secret_env", "")).startswith("whsec_"):
            yield ("hooks", n, "secret_env"), "is the secret itself; name the variable that holds it"


def _broken_matches(segments: Tables) -> Iterator[Finding]:
    for n, segment in segments.items():
        if n != max(segments) and not segment.get("match"):
            yield (
                ("segments", n, "match"),
                "only the last segment may match everything; the later ones get nothing",
            )


def broken_shifts(shifts: Tables, people: Tables, segments: Tables) -> Iterator[Finding]:
    names = ids(people)
    for n, shift in shifts.items():
        findings = [
            *_unknown(shift, "segment", "no segment", segments),
            *_unknown(shift, "who", "nobody", people),
            *_unknown(shift, "instead_of", "nobody", people),
            *_outsider(shift, names, segments),
            *_broken_time(shift),
            *_broken_kind(shift),
        ]
        yield from ((("shifts", n, field), message) for field, message in findings)


def _unknown(shift: Raw, field: str, none: str, known: Tables) -> Iterator[FieldFinding]:
    name = shift.get(field)
    if isinstance(name, str) and name not in ids(known):
        yield field, f'{none} has the id "{name}"{whom_meant(name, known)}'


def _outsider(shift: Raw, people: list[str], segments: Tables) -> Iterator[FieldFinding]:
    """Leads go to members only: without this an outsider's shift would silently count for nothing."""
    who = shift.get("who")
    own = [segment for segment in segments.values() if segment.get("id") == shift.get("segment")]
    for members in (segment.get("members") for segment in own):
        if isinstance(members, list) and who in people and who not in members:
            yield "who", f'"{who}" is not a member of this segment'


def _broken_time(shift: Raw) -> Iterator[FieldFinding]:
    start, end = shift.get("from"), shift.get("to")
    if "weekly" in shift:
        for field in ("from", "to", "kind"):
            if field in shift:
                yield field, "belongs to a dated shift; this one is weekly"
    elif start is None and end is None:
        yield "weekly", "is missing; a shift is weekly, or dated with from and to"
    elif start is None or end is None:
        yield ("from" if start is None else "to"), "is missing; a dated shift needs from and to"
    elif _naive(start) and _naive(end) and start >= end:
        yield "to", "must be later than from"


def _broken_kind(shift: Raw) -> Iterator[FieldFinding]:
    if "instead_of" not in shift:
        return
    if shift.get("kind") != "replace":
        yield "instead_of", 'goes with kind = "replace" only'
    elif shift["instead_of"] == shift.get("who"):
        yield "instead_of", "names the same person as who"


def _naive(value: object) -> bool:
    return isinstance(value, datetime) and value.tzinfo is None


def tables(document: Raw, key: str) -> Tables:
    found = document.get(key)
    return {n: t for n, t in enumerate(found) if isinstance(t, dict)} if isinstance(found, list) else {}


def ids(found: Tables) -> list[str]:
    return [table["id"] for table in found.values() if isinstance(table.get("id"), str)]


def whom_meant(said: str, found: Tables) -> str:
    """Returns the id that is probably meant by one that there is not, as the end of a sentence; empty if none is near.

    People write names where ids belong: they are compared as people compare them (`leads.words`).
    """
    named = (table.get("id") for table in found.values() if are_alike(str(table.get("name", "")), said))
    meant = next((id for id in named if isinstance(id, str)), None)
    return f'; did you mean "{meant}"?' if meant else did_you_mean(said.lower(), ids(found))
