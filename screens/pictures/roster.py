"""A week's roster: a column for each day, a block for each time on duty, a colour for each person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from babel.dates import format_date
from babel.numbers import format_decimal

from screens.duty import times
from screens.format import short_date
from screens.pictures.labels import label, write
from screens.pictures.legend import Entry, Legend
from screens.pictures.lettering import cut, period, readable
from screens.pictures.sheet import Box, Sheet
from screens.pictures.style import FRAME, INK, RULE, SHADE, SHEET, SOFT, WIDTH, look
from screens.pictures.week import DAYS, Block, Week, laid_out
from screens.texts import Texts
from screens.views.pictures import RosterPicture

MARGIN = 28.0  # at the edges of the sheet
TITLE, WEEK, DAY, DATE, HOUR = 36.0, 23.0, 25.0, 20.0, 19.0  # sizes of letters
WEEKEND = 5  # Saturday is the first of it
ROUND = 7.0

ABOVE, HEAD = 112.0, 66.0  # heights of what stands above: the title, the names of the days
DAYS_LEFT, DAYS_RIGHT = 98.0, 28.0  # beside the days; the hours stand on the left
WANTED = 600.0  # the height of all hours, unless they become too low or too high
LOWEST, HIGHEST = 29.0, 56.0  # heights of an hour
GAP = 3.0  # between two blocks, and beside them


def roster_png(roster: RosterPicture, texts: Texts) -> bytes:
    """The same roster in the same words is the same bytes. It takes a moment: see `screens.pictures.drawing`."""
    return roster_sheet(roster, texts).png()


def roster_sheet(roster: RosterPicture, texts: Texts) -> Sheet:
    week = laid_out(roster)
    grid = Grid(week.first, week.last)
    legend = Legend(_entries(week, texts))
    sheet = Sheet(grid.bottom + legend.height)
    _title(sheet, roster, texts)
    _days(sheet, grid, roster, texts)
    _hours(sheet, grid)
    for block in week.blocks:
        _block(sheet, grid, block, week)
    if not week.blocks:
        _nobody(sheet, grid, texts)
    legend.draw(sheet, grid.bottom)
    return sheet


def _title(sheet: Sheet, roster: RosterPicture, texts: Texts) -> None:
    room = WIDTH - 2 * MARGIN
    title = texts.plain("roster-picture-title", segment=readable(roster.segment))
    sheet.write(MARGIN, 40, cut(title, room, TITLE, bold=True), TITLE, bold=True)
    sunday = roster.monday + timedelta(days=DAYS - 1)
    under = " · ".join(filter(None, [period(roster.monday, sunday, texts), readable(roster.note)]))
    sheet.write(MARGIN, 84, cut(under, room, WEEK), WEEK, ink=SOFT)


def _days(sheet: Sheet, grid: Grid, roster: RosterPicture, texts: Texts) -> None:
    for day in range(DAYS):
        column = grid.column(day)
        sheet.area(column, SHADE if day >= WEEKEND else SHEET)
        its = roster.monday + timedelta(days=day)
        weekday = format_date(its, "ccc", locale=texts.locale)
        middle, ink = column.x + column.width / 2, SOFT if day >= WEEKEND else INK
        sheet.write(
            middle, grid.top - HEAD + 16, weekday.capitalize(), DAY, bold=True, ink=ink, align="center"
        )
        sheet.write(middle, grid.top - HEAD + 45, short_date(its, texts), DATE, ink=SOFT, align="center")


def _hours(sheet: Sheet, grid: Grid) -> None:
    for hour in range(grid.first, grid.last + 1):
        y = grid.at(hour)
        sheet.rule(DAYS_LEFT, y, WIDTH - DAYS_RIGHT, y, RULE)
        sheet.write(DAYS_LEFT - 10, y, f"{hour:02}:00", HOUR, ink=SOFT, align="right")
    for day in range(DAYS + 1):
        x = grid.left(day)
        sheet.rule(x, grid.top, x, grid.bottom, FRAME)


def _block(sheet: Sheet, grid: Grid, block: Block, week: Week) -> None:
    box = grid.box(block)
    its = look(week.people.index(block.span.name))
    corner = min(ROUND, box.width / 2, box.height / 2)
    above, below = (0.0 if block.comes_over else corner), (0.0 if block.goes_on else corner)
    sheet.block(box, its, above=above, below=below)
    words = label(readable(block.span.name), _clock(block), box)
    if words:
        write(words, box, its, sheet)


def _clock(block: Block) -> str:
    """The whole time on duty, also where it goes on to another day."""
    return times(block.span.start, block.span.end)


def _nobody(sheet: Sheet, grid: Grid, texts: Texts) -> None:
    middle = (grid.left(0) + grid.left(DAYS)) / 2
    words = texts.plain("roster-picture-nobody")
    text = sheet.write(middle, (grid.top + grid.bottom) / 2, words, DAY, ink=SOFT, align="center")
    text.set_bbox({"facecolor": SHEET, "edgecolor": "none", "pad": 6})


def _entries(week: Week, texts: Texts) -> list[Entry]:
    """Everybody, with the hours that they are on duty in this week."""
    entries = []
    for name, hours in zip(week.people, week.hours, strict=True):
        written = format_decimal(hours, format="#,##0.#", locale=texts.locale)
        entries.append(Entry(readable(name), texts.plain("roster-picture-hours", hours=written)))
    return entries


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
        return ABOVE + HEAD

    @property
    def bottom(self) -> float:
        return self.at(self.last)

    def at(self, hour: float) -> float:
        return self.top + (hour - self.first) * self.hour

    def left(self, day: int) -> float:
        """Tells where a day begins."""
        return DAYS_LEFT + day * (WIDTH - DAYS_LEFT - DAYS_RIGHT) / DAYS

    def column(self, day: int) -> Box:
        return Box(self.left(day), self.top, self.left(day + 1) - self.left(day), self.bottom - self.top)

    def box(self, block: Block) -> Box:
        """Returns a block in its lane. One that goes on over midnight reaches to the edge of the day."""
        column = self.column(block.day)
        lane = (column.width - GAP) / block.lanes
        top = self.at(block.top) + (0 if block.comes_over else GAP / 2)
        bottom = self.at(block.bottom) - (0 if block.goes_on else GAP / 2)
        return Box(column.x + GAP + block.lane * lane, top, lane - min(GAP, lane / 3), bottom - top)
