"""What the panes of duty under /office are drawn from. Instants are aware; shown in the office's zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from leads.duty.doubts import Doubtful
from leads.duty.held import Basis
from leads.wall_clock import WeeklyRule
from screens.views.duty import DutyLine
from screens.views.leafing import UNLEAFED, Leafed


@dataclass(frozen=True, slots=True)
class Named:
    """How people and segments are called, by id."""

    people: Mapping[str, str]
    segments: Mapping[str, str]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A segment, and who is on duty in it from now to the end of the day."""

    segment: str
    name: str
    lines: tuple[DutyLine, ...]
    by_roster: bool


@dataclass(frozen=True, slots=True)
class TodayView:
    """Segments that go by a roster."""

    now: datetime
    rows: tuple[TodayRow, ...]


@dataclass(frozen=True, slots=True)
class RostersView:
    now: datetime
    timezone: ZoneInfo
    rows: tuple[TodayRow, ...]
    leafed: Leafed = UNLEAFED


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One person's duty. `key`: as a button names it."""

    key: str
    name: str
    start: datetime
    end: datetime
    basis: Basis = Basis.WEEKLY
    instead_of: str | None = None  # a name
    sought: bool = False  # somebody is looked for to take it
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class DutyWeekView:
    """`page`: weeks from this one on; `days`: those that are not over."""

    row: TodayRow
    now: datetime
    monday: date
    page: int
    last_page: int
    lines: tuple[DutyLine, ...]
    days: tuple[date, ...]
    doubts: tuple[Doubtful, ...]
    named: Named


@dataclass(frozen=True, slots=True)
class DutyDayView:
    """`page`: of the week that the day lies in."""

    segment: str
    segment_name: str
    day: date
    page: int
    shifts: tuple[ShiftRow, ...]
    doubts: tuple[Doubtful, ...]
    named: Named
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class ShiftView:
    """`begun`: it runs already."""

    segment: str
    segment_name: str
    day: date
    shift: ShiftRow
    begun: bool
    named: Named


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """Somebody's hours that come every week. `key`: as a button names them."""

    key: str
    name: str
    rule: WeeklyRule


@dataclass(frozen=True, slots=True)
class WeeklyView:
    segment: str
    segment_name: str
    rows: tuple[PlannedRow, ...]
    leafed: Leafed = UNLEAFED


@dataclass(frozen=True, slots=True)
class Choice:
    """What may be tapped for what is still missing. `value`: as the button carries it; `name`: of a person.

    `doubted`: something speaks against it; `refused`: it cannot be.
    """

    value: str
    name: str = ""
    doubted: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class WishView:
    """A change that is being put together. `need`: `day`, `hours`, `who`, `plan`, or nothing: a second tap is awaited.

    `gained`, `lost`: what it makes, once it is whole. `seen`: what the second tap is about. `refused`: the word of a
    refusal, why it cannot be. `unread`: what was typed last is no answer. What speaks against a choice is told of those
    that are shown.
    """

    do: str
    segment: str
    segment_name: str
    back: str  # the day, the week or the shift from which one has come, as its button names it
    need: str
    shift: ShiftRow | None
    day: date | None
    hours: tuple[datetime, datetime] | None  # naive, by the clock on the office's wall
    who: str | None  # a name
    rules: tuple[WeeklyRule, ...]
    choices: tuple[Choice, ...]
    gained: tuple[ShiftRow, ...]
    lost: tuple[ShiftRow, ...]
    doubts: tuple[Doubtful, ...]
    week: int  # that a week which is repeated is, from this one on
    seen: str
    refused: str | None
    unread: bool
    named: Named
    leafed: Leafed = UNLEAFED  # how far through the choices, where they are people
