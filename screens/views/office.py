"""The office as its head and its administrator see it; nothing of what the updates say that could not be handled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.office import Presence, Role
from leads.presence import Absence
from screens.views.duties import TodayView


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: str
    name: str
    roles: tuple[Role, ...]
    absence: Absence | None
    load: int


@dataclass(frozen=True, slots=True)
class SegmentRow:
    id: str
    name: str
    scheme: str
    members: tuple[str, ...]  # names
    reserve: str | None = None  # the scheme for a silent head; None also where no head is asked
    window: int = 0  # seconds in which all may tap where all are asked at once


@dataclass(frozen=True, slots=True)
class SchemeView:
    """One segment's scheme and the others it may have."""

    segment: SegmentRow
    asks_head: bool
    has_roster: bool  # somebody has a shift in it


@dataclass(frozen=True, slots=True)
class OfficeView:
    name: str
    timezone: ZoneInfo
    presence: Presence
    open_now: bool
    opens_at: datetime | None
    segments: tuple[SegmentRow, ...]
    people: tuple[PersonRow, ...]
    may_invite: bool
    set_aside: int = 0  # updates that could not be handled
    duty: TodayView | None = None


class Kind(StrEnum):
    MESSAGE = "message"
    TAP = "tap"
    UNREADABLE = "unreadable"  # there is nothing to try again with


@dataclass(frozen=True, slots=True)
class AsideRow:
    update: int
    at: datetime
    kind: Kind
    error: str  # its type alone


@dataclass(frozen=True, slots=True)
class AsideView:
    timezone: ZoneInfo
    rows: tuple[AsideRow, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class MovingView:
    """`account`: the Telegram id that they have now. `link`: made once the administrator has said yes; else None."""

    who: str
    name: str
    account: int | None
    link: str | None
    link_lives: timedelta
