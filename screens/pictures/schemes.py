"""Schemes side by side: how even the shares would have been, and how many sales could be expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, inf, log10

from matplotlib.ticker import MaxNLocator

from screens.format import percent
from screens.pictures.leaders import Point, places
from screens.pictures.lettering import (
    amount_of_leads,
    count,
    cut,
    decimal,
    parts_of_hundred,
    period,
    readable,
    width,
)
from screens.pictures.sheet import Box, Sheet
from screens.pictures.style import FRAME, INK, RULE, SHEET, SOFT, WIDTH, look
from screens.texts import Texts
from screens.views.pictures import SchemePoint, SchemesPicture

MARGIN = 28.0
ROOM = WIDTH - 2 * MARGIN
TITLE, UNDER, WHAT, TICK = 38.0, 27.0, 25.0, 24.0  # sizes of letters
NAMES, FIGURES = (28.0, 25.0, 22.0), (25.0, 22.0, 19.0)  # smaller for what is long
TOP, LEFT, RIGHT = 230.0, 124.0, 580.0  # of the plot; further to the right where numbers are long
LIST = 640.0  # where the names begin
BESIDE = 12.0  # from a number to its axis
WANTED, ENTRY = 560.0, 72.0  # heights of the plot, unless there are many schemes; of a name with its figures
BELOW = 172.0  # below the plot
DOT, RING, HALO = 10.0, 19.0, 2.0  # radii of a point, of the ring around it; the white around a point
CAP, STROKE = 16.0, 3.0  # the width of an interval's end, and of its line
OTHER, THEIRS, CURRENT = look(0).fill, look(4).fill, look(5).fill  # a dot, its interval; the current scheme's
LEADER = "#98a5b1"
EVEN = 0.02  # the least that the axis of evenness shows, so that hundredths are no gulf

AROUND = 0.08  # of the stretch, on both sides


@dataclass(frozen=True, slots=True)
class Plot:
    """Where evenness and sales stand on the sheet."""

    across: Axis
    up: Axis
    left: float
    bottom: float

    def x(self, fairness: float) -> float:
        return self.left + self.across.part(fairness) * (RIGHT - self.left)

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
        sheet.write(WIDTH / 2, (TOP + bottom) / 2, nothing, UNDER, ink=SOFT, align="center")
        return sheet
    plot = _plot(picture, bottom, texts)
    _grid(sheet, plot, texts)
    _names(sheet, plot, picture, texts)
    points = sorted(picture.points, key=lambda point: point.is_current)  # the current one above the others
    for point in points:
        _interval(sheet, plot, point)
    for point in points:
        _dot(sheet, plot, point)
    _words(sheet, plot, texts)
    return sheet


def _title(sheet: Sheet, picture: SchemesPicture, texts: Texts) -> None:
    title = texts.plain("schemes-picture-title")
    sheet.write(MARGIN, 44, cut(title, ROOM, TITLE, bold=True), TITLE, bold=True)
    leads = texts.plain("schemes-picture-leads", count=picture.leads, shown=count(picture.leads, texts))
    under = filter(None, [period(picture.first, picture.last, texts), leads, readable(picture.note)])
    sheet.write(MARGIN, 92, cut(" · ".join(under), ROOM, UNDER), UNDER, ink=SOFT)
    sheet.write(MARGIN, 132, texts.plain("schemes-picture-what"), WHAT, ink=SOFT)


def _plot(picture: SchemesPicture, bottom: float, texts: Texts) -> Plot:
    across = axis((point.fairness for point in picture.points), narrowest=EVEN, most=1, ticks=4)
    sales = [number for point in picture.points for number in (point.low, point.sales, point.high)]
    up = axis(sales, narrowest=max(1.0, max(sales) / 10), most=inf, ticks=6)
    widest = max(width(decimal(tick, up.places, texts), TICK) for tick in up.ticks)
    return Plot(across, up, max(LEFT, MARGIN + widest + BESIDE), bottom)


def _grid(sheet: Sheet, plot: Plot, texts: Texts) -> None:
    sheet.area(Box(plot.left, TOP, RIGHT - plot.left, plot.bottom - TOP), SHEET)
    for fairness in plot.across.ticks:
        x = plot.x(fairness)
        sheet.rule(x, TOP, x, plot.bottom, RULE)
        words = parts_of_hundred(fairness, plot.across.places, texts)
        sheet.write(x, plot.bottom + 30, words, TICK, ink=SOFT, align="center")
    for sales in plot.up.ticks:
        y = plot.y(sales)
        sheet.rule(plot.left, y, RIGHT, y, RULE)
        sheet.write(
            plot.left - BESIDE, y, decimal(sales, plot.up.places, texts), TICK, ink=SOFT, align="right"
        )
    sheet.rule(plot.left, plot.bottom, RIGHT, plot.bottom, FRAME)
    sheet.rule(plot.left, TOP, plot.left, plot.bottom, FRAME)


def _names(sheet: Sheet, plot: Plot, picture: SchemesPicture, texts: Texts) -> None:
    dots = [Point(plot.x(point.fairness), plot.y(point.sales)) for point in picture.points]
    heights = places(dots, LIST, TOP + ENTRY / 2, plot.bottom - ENTRY / 2, ENTRY)
    for point, dot, height in zip(picture.points, dots, heights, strict=True):
        sheet.rule(dot.x, dot.y, LIST - 8, height, SOFT if point.is_current else LEADER)
        _entry(sheet, height, point, texts)


def _entry(sheet: Sheet, height: float, point: SchemePoint, texts: Texts) -> None:
    name = texts.plain(f"scheme-{point.scheme}")
    if point.is_current:
        name = texts.plain("schemes-picture-current", scheme=name)
    _line(sheet, height - 17, name, NAMES, bold=point.is_current)
    _line(sheet, height + 16, _figures(point, texts), FIGURES, ink=SOFT)


def _line(
    sheet: Sheet, y: float, words: str, sizes: tuple[float, ...], *, bold: bool = False, ink: str = INK
) -> None:
    """In the largest letters in which it fits."""
    room = WIDTH - MARGIN - LIST
    size = next((size for size in sizes if width(words, size, bold=bold) <= room), sizes[-1])
    sheet.write(LIST, y, cut(words, room, size, bold=bold), size, bold=bold, ink=ink)


def _figures(point: SchemePoint, texts: Texts) -> str:
    return texts.plain(
        "schemes-picture-figures",
        sales=amount_of_leads(point.sales, texts),
        low=amount_of_leads(point.low, texts),
        high=amount_of_leads(point.high, texts),
        fairness=percent(point.fairness, texts),
    )


def _interval(sheet: Sheet, plot: Plot, point: SchemePoint) -> None:
    x, high, low = plot.x(point.fairness), plot.y(point.high), plot.y(point.low)
    colour = CURRENT if point.is_current else THEIRS
    sheet.area(Box(x - STROKE / 2, high, STROKE, low - high), colour)
    for end in (high, low):
        sheet.area(Box(x - CAP / 2, end - STROKE / 2, CAP, STROKE), colour)


def _dot(sheet: Sheet, plot: Plot, point: SchemePoint) -> None:
    """With a ring around the current scheme's, through which those are seen that lie on the same spot."""
    x, y = plot.x(point.fairness), plot.y(point.sales)
    sheet.disc(x, y, DOT + HALO, SHEET)
    sheet.disc(x, y, DOT, CURRENT if point.is_current else OTHER)
    if point.is_current:
        sheet.ring(x, y, RING, STROKE, CURRENT)


def _words(sheet: Sheet, plot: Plot, texts: Texts) -> None:
    sheet.write(MARGIN, TOP - 38, texts.plain("schemes-picture-sales"), TICK, ink=SOFT)
    sheet.write(LIST, TOP - 38, texts.plain("schemes-picture-columns"), TICK, ink=SOFT)
    sheet.write(
        RIGHT, plot.bottom + 66, texts.plain("schemes-picture-fairness"), TICK, ink=SOFT, align="right"
    )
    for line, words in enumerate(("schemes-picture-interval", "schemes-picture-overlap")):
        sheet.write(MARGIN, plot.bottom + 110 + line * 36, texts.plain(words), TICK, ink=SOFT)


@dataclass(frozen=True, slots=True)
class Axis:
    first: float
    last: float
    ticks: tuple[float, ...]
    places: int  # decimals that tell the ticks apart

    def part(self, number: float) -> float:
        """0 at the beginning of the axis, 1 at its end."""
        return (number - self.first) / (self.last - self.first)


def axis(numbers: Iterable[float], *, narrowest: float, most: float, ticks: int) -> Axis:
    """Holds all the numbers, of which none is below 0 or above `most`, and hardly goes beyond these ends itself.

    It is at least as wide as `narrowest`, and has about so many ticks.
    """
    known = sorted(numbers)
    middle, half = (known[0] + known[-1]) / 2, max(known[-1] - known[0], narrowest) / 2 * (1 + 2 * AROUND)
    first = max(min(middle + half, most + half * AROUND) - 2 * half, -half * AROUND)
    last = first + 2 * half
    found = MaxNLocator(nbins=ticks, steps=[1, 2, 5, 10]).tick_values(first, last)
    step = float(found[1] - found[0])
    least, last_tick = max(first, -step / 2), min(last, most + step / 2)  # half a step: ticks are not exact
    shown = tuple(abs(float(tick)) for tick in found if least <= tick <= last_tick)
    return Axis(first, last, shown, max(0, -floor(log10(step) + 1e-9)))
