"""What somebody who goes leaves in their hands, as the head sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.lead import Progress
from leads.presence import Absence
from screens.views.leafing import UNLEAFED, Leafed


class Gone(StrEnum):
    """Says how it is with the person by now."""

    AHEAD = "ahead"  # their leave is still to begin
    LEAVE = "leave"
    DISMISSED = "dismissed"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class LeftRow:
    lead: int  # its row
    number: int
    client: str | None  # as the reader may see the client
    segment: str  # its name
    since: datetime
    progress: Progress | None


@dataclass(frozen=True, slots=True)
class Heir:
    """Somebody to whom all may be given at once."""

    id: str
    name: str
    load: int  # open leads
    absence: Absence | None


@dataclass(frozen=True, slots=True)
class LeftView:
    person: str  # id
    name: str
    gone: Gone
    begins: datetime | None  # AHEAD
    back: datetime | None  # AHEAD and LEAVE
    now: datetime
    timezone: ZoneInfo
    rows: tuple[LeftRow, ...]  # in the order of their numbers
    heirs: tuple[Heir, ...] = ()  # empty: the list is not open
    leafed: Leafed = UNLEAFED
