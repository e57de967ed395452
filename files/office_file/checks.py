"""What must hold between the parts of an office file: names that refer to each other, orders, doubles.

These look at the raw tables, so that they find what they can also where some values are wrong in themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from files.office_file.document import Finding, Raw, Tables, ids, tables, whom_meant
from files.office_file.roster_checks import broken_shifts
from files.office_file.values import did_you_mean
from leads.schemes import SCHEMES
from leads.wall_clock import parse_days

RESERVES: Final = tuple(name for name, scheme in SCHEMES.items() if scheme.can_be_reserve)


def broken_rules(document: Raw) -> Iterator[Finding]:
    people, segments, shifts = (tables(document, key) for key in ("people", "segments", "shifts"))
    sources = tables(document, "sources")
    office = document.get("office")
    return chain(
        _broken_hours(office if isinstance(office, dict) else {}),
        _doubles("people", people, "id"),
        _doubles("people", people, "telegram_id"),
        _doubles("segments", segments, "id"),
        _unknown_schemes(segments, "scheme", tuple(SCHEMES)),
        _unknown_schemes(segments, "reserve", RESERVES),
        chain.from_iterable(_broken_members(n, segment, people) for n, segment in segments.items()),
        _broken_matches(segments),
        _doubles("sources", sources, "id"),
        _unknown_segments(sources, ids(segments)),
        broken_shifts(shifts, people, segments),
    )


def _broken_hours(office: Raw) -> Iterator[Finding]:
    hours = office.get("hours")
    if not isinstance(hours, dict):
        return
    days = [key for key in hours if key != "holidays"]
    for day in days:
        try:
            parse_days(day)
        except ValueError as error:
            yield ("office", "hours", day), str(error)
    if not days:
        yield ("office", "hours"), "names no opening hours"
    if "holidays" in hours and "holidays" in office:
        yield ("office", "holidays"), "is given twice; hours names it too"


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


def _broken_members(n: int, segment: Raw, people: Tables) -> Iterator[Finding]:
    members = segment.get("members", [])
    for member in members if isinstance(members, list) else ():
        if isinstance(member, str) and member not in ids(people):
            yield ("segments", n, "members"), f'nobody has the id "{member}"{whom_meant(member, people)}'


def _unknown_segments(sources: Tables, known: list[str]) -> Iterator[Finding]:
    for n, source in sources.items():
        name = source.get("segment")
        if isinstance(name, str) and name not in known:
            yield ("sources", n, "segment"), f'no segment has the id "{name}"{did_you_mean(name, known)}'


def _broken_matches(segments: Tables) -> Iterator[Finding]:
    for n, segment in segments.items():
        if n != max(segments) and not segment.get("match"):
            yield (
                ("segments", n, "match"),
                "only the last segment may match everything; the later ones get nothing",
            )
