"""What is said of the office as a whole: whose data were erased, and how it is set up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leads.entries.codec import Kind
from leads.erasure import Cause


@dataclass(frozen=True, slots=True)
class Erased(Kind):
    """Nothing of the client of these leads, by number, is stored any more."""

    kind = "erased"
    leads: tuple[int, ...]
    cause: Cause


@dataclass(frozen=True, slots=True)
class SetUp(Kind):
    """The office is set up like this: SHA-256 of each part of it, of people and segments one by one, by id."""

    kind = "set_up"
    office: str
    people: Mapping[str, str]
    segments: Mapping[str, str]
    order: str
    shifts: str
    agreed: str
