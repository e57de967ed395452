"""Taking people on: links, and those that nobody has opened yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.office import Role
from screens.views.leafing import UNLEAFED, Leafed


@dataclass(frozen=True, slots=True)
class InvitedView:
    """One link. `office`: the name of the office, all that the message says of it; `until`: when it expires."""

    office: str
    name: str  # whom it is for: a person's name, or a role's
    link: str
    until: datetime
    timezone: ZoneInfo


@dataclass(frozen=True, slots=True)
class OpenLink:
    """`link`: the beginning of its SHA-256; `name`: whom it is for; None: whoever comes has the role."""

    link: str
    name: str | None
    role: Role | None
    until: datetime


@dataclass(frozen=True, slots=True)
class OpenLinksView:
    """The last made first."""

    timezone: ZoneInfo
    rows: tuple[OpenLink, ...]
    leafed: Leafed = UNLEAFED


class Problem(StrEnum):
    """Says why somebody of a list cannot be taken on."""

    HERE = "here"  # somebody is called like that already
    TWICE = "twice"  # in the list itself
    ROLE = "role"  # the words are no role
    SEGMENT = "segment"  # there is no such segment


@dataclass(frozen=True, slots=True)
class ListedRow:
    """`words`: what of the line the problem is about; `segments`: names of those that the office has."""

    name: str
    role: Role | None
    segments: tuple[str, ...]
    problem: Problem | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ListedView:
    """`refused`: what was sent is no list."""

    rows: tuple[ListedRow, ...]
    refused: bool
