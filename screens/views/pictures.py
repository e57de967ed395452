"""What pictures are drawn from: plain values, like those that the screens are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class RosterSpan(NamedTuple):
    """Somebody on duty from `start` to `end`, by the clock on the office's wall: naive local times."""

    start: datetime
    end: datetime
    name: str


@dataclass(frozen=True, slots=True)
class RosterPicture:
    """The duty of one segment in the week from `monday` on; what lies outside of it is not drawn.

    A name stands for one person. Spans may come in any order, cut into pieces or whole, over midnight or not.
    """

    segment: str  # its name
    monday: date
    spans: tuple[RosterSpan, ...]
    people: tuple[
        str, ...
    ] = ()  # the team in its order, so that everybody keeps their colour from week to week
    note: str = ""  # beside the week, for example that it is a proposal


class SalesBar(NamedTuple):
    """What became of the leads that one manager has taken. All of them together are what they have taken."""

    name: str
    won: int
    lost: int
    bad: int
    open: int
    due: float | None = None  # leads that they should have had, where somebody counts them
    claim: int | None = None  # seconds until they have taken one, the median
    contact: int | None = None  # seconds from then to the first call, the median

    @property
    def taken(self) -> int:
        return self.won + self.lost + self.bad + self.open


class SalesColumn(NamedTuple):
    """An hour or a day, as it is called below its column."""

    label: str
    came_in: int
    won: int  # of those that came in then


@dataclass(frozen=True, slots=True)
class SalesPicture:
    """A day, a week, any period from `first` to `last`, both included. The rows stand in the order given."""

    first: date
    last: date
    name: str  # of the office or of a segment
    came_in: int
    taken: int
    sold: int
    amount: str  # as people write it; nothing is written where it is empty
    rows: tuple[SalesBar, ...]
    columns: tuple[SalesColumn, ...] = ()  # in the order of time, without gaps
    note: str = ""  # beside the name


class SchemePoint(NamedTuple):
    """What one scheme would have brought: expectations and not facts."""

    scheme: str  # its id
    fairness: float  # Jain's index of what everybody would have had against their due, 0 to 1
    sales: float  # expected, a count
    low: float  # nine times in ten they lie between these two
    high: float
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class SchemesPicture:
    """The leads from `first` to `last`, both included, handed out again under every scheme."""

    first: date
    last: date
    leads: int
    points: tuple[SchemePoint, ...]
    note: str = ""  # beside the period, for example a segment
