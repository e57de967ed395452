"""The people of the office as its head and its administrator see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.hours import Schedule
from leads.office import Role
from leads.presence import Absence
from screens.views.lead import Choice
from screens.views.leafing import UNLEAFED, Leafed


class Field(StrEnum):
    """Says which value of a person is typed."""

    NAME = "name"
    WEIGHT = "weight"
    CAPACITY = "capacity"
    HOURS = "hours"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """`until`: when they are back, the first day of it on the office's calendar; None: nobody knows."""

    id: str
    name: str
    roles: tuple[Role, ...]
    absence: Absence | None
    load: int
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everybody, of whom a page is shown."""

    rows: tuple[PersonLine, ...]
    leafed: Leafed
    former: int  # how many have left
    may_set_up: bool
    may_invite: bool


@dataclass(frozen=True, slots=True)
class TeamRow:
    """`is_in`: they are a member."""

    id: str
    name: str
    is_in: bool


@dataclass(frozen=True, slots=True)
class BeforeView:
    """What somebody had when they left: hours of their own (None: the office's) and segments that there are still."""

    schedule: Schedule | None
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person. `asked`: which value the reader is asked for; `refused`: what they have typed is none;
    `meanwhile`: somebody else has changed it since it was asked for.
    """

    line: PersonLine
    timezone: ZoneInfo
    year: int  # the present one
    weight: float
    capacity: int | None
    schedule: Schedule | None  # their own; None: the office's
    locale: str
    teams: tuple[TeamRow, ...]
    leave: tuple[datetime | None, datetime] | None  # from when (None: it has begun) to their return
    connected: bool
    paused: bool
    may_run: bool
    may_set_up: bool
    may_invite: bool
    may_assign: bool
    asked: Field | None = None
    refused: bool = False
    meanwhile: bool = False
    before: BeforeView | None = None  # of whoever is back, and has nothing of it yet
    leafed: Leafed = UNLEAFED  # how far through the teams


@dataclass(frozen=True, slots=True)
class FormerView:
    """Those who have left, the last one first."""

    rows: tuple[Choice, ...]
    leafed: Leafed = UNLEAFED
