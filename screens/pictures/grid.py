"""Where the days and hours of a week stand on a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from screens.pictures.sheet import Box
from screens.pictures.style import WIDTH
from screens.pictures.week import DAYS, Block

TITLE, HEAD = 112.0, 66.0  # heights of what stands above: the title, the names of the days
DAYS_LEFT, DAYS_RIGHT = 98.0, 28.0  # beside the days; the hours stand on the left
WANTED = 600.0  # the height of all hours, unless they become too low or too high
LOWEST, HIGHEST = 29.0, 56.0  # heights of an hour
GAP = 3.0  # between two blocks, and beside them


@dataclass(frozen=True, slots=True)
class Grid:
    """Shows the hours from `first` to `last` on every day."""

    first: int
    last: int

    @property
    def hour(self) -> float:
        """Its height."""
        return min(max(WANTED / (self.last - self.first), LOWEST), HIGHEST)

    @property
    def top(self) -> float:
        return TITLE + HEAD

    @property
    def bottom(self) -> float:
        return self.at(self.last)

    def at(self, hour: float) -> float:
        return self.top + (hour - self.first) * self.hour

    def left(self, day: int) -> float:
        """Where a day begins."""
        return DAYS_LEFT + day * (WIDTH - DAYS_LEFT - DAYS_RIGHT) / DAYS

    def column(self, day: int) -> Box:
        return Box(self.left(day), self.top, self.left(day + 1) - self.left(day), self.bottom - self.top)

    def box(self, block: Block) -> Box:
        """A block in its lane. One that goes on over midnight reaches to the edge of the day."""
        column = self.column(block.day)
        lane = (column.width - GAP) / block.lanes
        top = self.at(block.top) + (0 if block.comes_over else GAP / 2)
        bottom = self.at(block.bottom) - (0 if block.goes_on else GAP / 2)
        return Box(column.x + GAP + block.lane * lane, top, lane - min(GAP, lane / 3), bottom - top)
