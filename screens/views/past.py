"""A file of past leads on its way into the office, as its administrator sees it: nothing of a client is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PastState(StrEnum):
    ASKED = "asked"
    READING = "reading"
    TOO_LARGE = "too-large"
    NO_TABLE = "no-table"
    UNCLEAR = "unclear"  # past leads, or a list of people
    COLUMNS = "columns"
    FIELD = "field"  # of which field the column is asked
    CHECKING = "checking"
    FOUND = "found"
    WORKING = "working"
    DONE = "done"
    DISTURBED = "disturbed"  # the office was changed meanwhile
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class PastFound:
    """What would come in. `leads`: new ones; `there`: had been brought in before; `unknown`: of `leads` those with
    somebody or something that the office has not, whose names are `people` and `segments`.

    `rejected`: rows that cannot be, by the field that is wrong; `stages`: words that say no outcome, and how often.
    """

    leads: int = 0
    there: int = 0
    first: date | None = None
    last: date | None = None
    won: int = 0
    lost: int = 0
    bad: int = 0
    unknown: int = 0
    people: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    rejected: Mapping[str, int] = field(default_factory=dict)
    stages: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PastView:
    """`header`: of the file; `places`: by field, the columns that it is made of; `rows`: read by now."""

    state: PastState
    name: str = ""
    header: tuple[str, ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    field: str = ""
    page: int = 0
    rows: int = 0
    found: PastFound | None = None
