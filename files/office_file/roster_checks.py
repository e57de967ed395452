"""What must hold in the shifts of an office file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from files.office_file.document import Finding, Raw, Tables, ids, whom_meant

FieldFinding = tuple[str, str]


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
