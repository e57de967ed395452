"""Schemes side by side: how even the shares would have been, and how many sales could be expected."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from bot.pictures.axis import Axis, axis
from bot.pictures.dates import period
from bot.pictures.leaders import Point, places
from bot.pictures.lettering import cut, readable, width
from bot.pictures.numbers import amount_of_leads, count, decimal
from bot.pictures.sheet import Box, Sheet
from bot.pictures.style import FRAME, INK, RULE, SHEET, SOFT, WIDTH, look
from handlers.picture_views import SchemePoint, SchemesPicture
from handlers.texts import Texts

MARGIN = 28.0
ROOM = WIDTH - 2 * MARGIN
TITLE, UNDER, WHAT, NAME, FIGURES, TICK = 38.0, 27.0, 25.0, 28.0, 25.0, 24.0  # sizes of letters
TOP, LEFT, RIGHT = 214.0, 124.0, 590.0  # of the plot
LIST = 656.0  # where the names begin
WANTED, ENTRY = 560.0, 72.0  # heights of the plot, unless there are many schemes; of a name with its figures
BELOW = 128.0  # below the plot
DOT, LARGE = 11.0, 16.0  # radii; the larger one is the current scheme's
CAP, STROKE = 16.0, 3.0  # the width of an interval's end, and of its line
OTHER, CURRENT = look(0), look(5)
EVEN = 0.02  # the least that the axis of evenness shows, so that hundredths are no gulf


@dataclass(frozen=True, slots=True)
class Plot:
    """Where evenness and sales stand on the sheet."""

    across: Axis
    up: Axis
    bottom: float

    def x(self, fairness: float) -> float:
        return LEFT + self.across.part(fairness) * (RIGHT - LEFT)

    def y(self, sales: float) -> float:
        return self.bottom - self.up.part(sales) * (self.bottom - TOP)


def schemes_png(picture: SchemesPicture, texts: Texts) -> bytes:
    """The same figures in the same words are the same bytes. LookupError for a scheme that has no name."""
    return schemes_sheet(picture, texts).png()


def schemes_sheet(picture: SchemesPicture, texts: Texts) -> Sheet:
    bottom = TOP + max(WANTED, len(picture.points) * ENTRY)
    sheet = Sheet(bottom + BELOW)
    _title(sheet, picture, texts)
    if not picture.points:
        nothing = texts.plain("schemes-picture-nothing")
        sheet.write(WIDTH / 2, (TOP + bottom) / 2, nothing, NAME, ink=SOFT, align="center")
        return sheet
    plot = _plot(picture, bottom)
    _grid(sheet, plot, texts)
    _names(sheet, plot, picture, texts)
    for point in sorted(picture.points, key=lambda point: point.is_current):
        _point(sheet, plot, point)
    _words(sheet, plot, texts)
    return sheet


def _title(sheet: Sheet, picture: SchemesPicture, texts: Texts) -> None:
    title = texts.plain("schemes-picture-title")
    sheet.write(MARGIN, 44, cut(title, ROOM, TITLE, bold=True), TITLE, bold=True)
    leads = texts.plain("schemes-picture-leads", count=picture.leads, shown=count(picture.leads, texts))
    under = filter(None, [period(picture.first, picture.last, texts), leads, readable(picture.note)])
    sheet.write(MARGIN, 92, cut(" · ".join(under), ROOM, UNDER), UNDER, ink=SOFT)
    sheet.write(MARGIN, 132, texts.plain("schemes-picture-what"), WHAT, ink=SOFT)


def _plot(picture: SchemesPicture, bottom: float) -> Plot:
    across = axis((point.fairness for point in picture.points), narrowest=EVEN, most=1, ticks=4)
    sales = [number for point in picture.points for number in (point.low, point.sales, point.high)]
    return Plot(across, axis(sales, narrowest=max(1.0, max(sales) / 10), most=inf, ticks=6), bottom)


def _grid(sheet: Sheet, plot: Plot, texts: Texts) -> None:
    sheet.area(Box(LEFT, TOP, RIGHT - LEFT, plot.bottom - TOP), SHEET)
    for fairness in plot.across.ticks:
        x = plot.x(fairness)
        sheet.rule(x, TOP, x, plot.bottom, RULE)
        words = decimal(fairness, plot.across.places, texts)
        sheet.write(x, plot.bottom + 24, words, TICK, ink=SOFT, align="center")
    for sales in plot.up.ticks:
        y = plot.y(sales)
        sheet.rule(LEFT, y, RIGHT, y, RULE)
        sheet.write(LEFT - 12, y, decimal(sales, plot.up.places, texts), TICK, ink=SOFT, align="right")
    sheet.rule(LEFT, plot.bottom, RIGHT, plot.bottom, FRAME)
    sheet.rule(LEFT, TOP, LEFT, plot.bottom, FRAME)


def _names(sheet: Sheet, plot: Plot, picture: SchemesPicture, texts: Texts) -> None:
    dots = [Point(plot.x(point.fairness), plot.y(point.sales)) for point in picture.points]
    heights = places(dots, LIST, TOP + ENTRY / 2, plot.bottom - ENTRY / 2, ENTRY)
    for point, dot, height in zip(picture.points, dots, heights, strict=True):
        sheet.rule(dot.x, dot.y, LIST - 8, height, SOFT if point.is_current else FRAME)
        name = texts.plain(f"scheme-{point.scheme}")
        if point.is_current:
            name = texts.plain("schemes-picture-current", scheme=name)
        room = WIDTH - MARGIN - LIST
        sheet.write(LIST, height - 17, cut(name, room, NAME, bold=True), NAME, bold=True)
        sheet.write(LIST, height + 16, cut(_figures(point, texts), room, FIGURES), FIGURES, ink=SOFT)


def _figures(point: SchemePoint, texts: Texts) -> str:
    return texts.plain(
        "schemes-picture-figures",
        sales=amount_of_leads(point.sales, texts),
        low=amount_of_leads(point.low, texts),
        high=amount_of_leads(point.high, texts),
        fairness=decimal(point.fairness, 2, texts),
    )


def _point(sheet: Sheet, plot: Plot, point: SchemePoint) -> None:
    its, radius = (CURRENT, LARGE) if point.is_current else (OTHER, DOT)
    x, y, high, low = (plot.x(point.fairness), *map(plot.y, (point.sales, point.high, point.low)))
    sheet.area(Box(x - STROKE / 2, high, STROKE, low - high), its.fill)
    for end in (high, low):
        sheet.area(Box(x - CAP / 2, end - STROKE / 2, CAP, STROKE), its.fill)
    sheet.disc(x, y, radius + 3, SHEET)
    sheet.disc(x, y, radius, its.fill)


def _words(sheet: Sheet, plot: Plot, texts: Texts) -> None:
    sheet.write(MARGIN, TOP - 28, texts.plain("schemes-picture-sales"), TICK, ink=SOFT)
    sheet.write(LIST, TOP - 28, texts.plain("schemes-picture-columns"), TICK, ink=SOFT)
    sheet.write(
        RIGHT, plot.bottom + 60, texts.plain("schemes-picture-fairness"), TICK, ink=SOFT, align="right"
    )
    sheet.write(MARGIN, plot.bottom + 100, texts.plain("schemes-picture-interval"), TICK, ink=SOFT)
