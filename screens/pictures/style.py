"""What every chart of the product shares: the size of its sheet, colours, letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import matplotlib
from matplotlib.colors import to_hex, to_rgb
from matplotlib.font_manager import FontProperties

WIDTH = 1120  # units, in which every length is given
UNITS = 100  # in an inch of matplotlib's
DPI = 160  # 1792 pixels in all: Telegram keeps them, and a phone can zoom in
POINTS = 72 / UNITS  # in a unit

# Light, so that it reads by itself; a little less than white, so that it does not glare in a dark chat.
PAPER, SHEET, SHADE = "#f3f5f7", "#ffffff", "#f8f9fb"
INK, SOFT, RULE, FRAME = "#0f161d", "#5b6875", "#e3e8ec", "#c9d1d8"

# Told apart by the colour-blind too: Okabe and Ito, https://jfly.uni-koeln.de/color/ (black is a dark grey here)
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#3d4650")
HATCHES = ("", "//", "xx", "..")  # the next eight people, and the next
LIGHTER = 0.62  # the share of white under a hatch

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
REGULAR, BOLD = FONTS / "DejaVuSans.ttf", FONTS / "DejaVuSans-Bold.ttf"  # they come with matplotlib


@dataclass(frozen=True, slots=True)
class Look:
    """How one of several people or things is told from the others."""

    fill: str
    line: str  # of the hatch and the edge
    hatch: str
    ink: str  # reads on `fill`


@cache
def look(number: int) -> Look:
    """Returns the look of the first, second, …; after 32 they begin again."""
    round_, place = divmod(number, len(COLOURS))
    colour, hatch = COLOURS[place], HATCHES[round_ % len(HATCHES)]
    fill = _mixed(colour, LIGHTER) if hatch else colour
    return Look(fill, colour, hatch, max((INK, SHEET), key=lambda ink: _contrast(ink, fill)))


@cache
def font(size: float, *, bold: bool = False) -> FontProperties:
    """`size` is the height of a line of letters in units."""
    return FontProperties(fname=BOLD if bold else REGULAR, size=size * POINTS)


def _mixed(colour: str, white: float) -> str:
    red, green, blue = (part + (1 - part) * white for part in to_rgb(colour))
    return to_hex((red, green, blue))


def _contrast(one: str, other: str) -> float:
    """1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
