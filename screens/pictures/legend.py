"""What the colours of a chart mean: in a line or two, or in a list below it with a figure for each."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, inf
from typing import NamedTuple

from screens.pictures.lettering import cut, width
from screens.pictures.sheet import Box, Sheet
from screens.pictures.style import INK, SHEET, SOFT, WIDTH, Look, look

KEY_LETTERS = 25.0
AFTER_SWATCH, BETWEEN = 9.0, 30.0
MARK, HALO = 4.0, 2.5  # the width of a mark, and of the white beside it

MARGIN, ABOVE, BELOW = 28.0, 20.0, 14.0
ROW, SWATCH, LETTERS = 40.0, 24.0, 21.0
GAP = 10.0  # between a swatch, a name and a figure
MOST_IN_A_ROW, FEWER = 3, 2  # fewer where a name is too long


class Sign(NamedTuple):
    look: Look | None  # None for the mark
    words: str


class Key:
    """One sign after another, from `left` to `right` at most, in as many rows as they need."""

    def __init__(self, signs: Sequence[Sign], left: float, right: float) -> None:
        self._places: list[tuple[float, int]] = []
        self._signs = signs
        x, row = left, 0
        for sign in signs:
            if x > left and x + length(sign) > right:
                x, row = left, row + 1
            self._places.append((x, row))
            x += length(sign) + BETWEEN
        self.height = (row + 1) * ROW if signs else 0.0

    @classmethod
    def right_aligned(cls, signs: Sequence[Sign], right: float) -> Key:
        """Lays it in one row that ends at `right`."""
        return cls(signs, right - sum(map(length, signs)) - BETWEEN * (len(signs) - 1), inf)

    def draw(self, sheet: Sheet, top: float) -> None:
        for sign, (x, row) in zip(self._signs, self._places, strict=True):
            y = top + (row + 0.5) * ROW
            if sign.look:
                sheet.block(Box(x, y - SWATCH / 2, SWATCH, SWATCH), sign.look, above=4, below=4)
            else:
                mark(sheet, x + SWATCH / 2, y - SWATCH / 2 - 3, SWATCH + 6)
            sheet.write(x + SWATCH + AFTER_SWATCH, y, sign.words, KEY_LETTERS)


def length(sign: Sign) -> float:
    return SWATCH + AFTER_SWATCH + width(sign.words, KEY_LETTERS)


def mark(sheet: Sheet, x: float, top: float, height: float) -> None:
    """Draws an upright stroke that is seen on every colour."""
    sheet.area(Box(x - MARK / 2 - HALO, top, MARK + 2 * HALO, height), SHEET)
    sheet.area(Box(x - MARK / 2, top, MARK, height), INK)


class Entry(NamedTuple):
    name: str
    figure: str  # with its unit


class Legend:
    """The first entry has the first look, and so on."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        is_easy = all(_room(entry, MOST_IN_A_ROW) >= width(entry.name, LETTERS) for entry in entries)
        self._in_a_row = MOST_IN_A_ROW if is_easy else FEWER

    @property
    def height(self) -> float:
        return ABOVE + ceil(len(self._entries) / self._in_a_row) * ROW + BELOW

    def draw(self, sheet: Sheet, top: float) -> None:
        for number, entry in enumerate(self._entries):
            row, place = divmod(number, self._in_a_row)
            x, y = MARGIN + place * _step(self._in_a_row), top + ABOVE + (row + 0.5) * ROW
            sheet.block(Box(x, y - SWATCH / 2, SWATCH, SWATCH), look(number), above=5, below=5)
            name = cut(entry.name, _room(entry, self._in_a_row), LETTERS)
            at = x + SWATCH + GAP
            sheet.write(at, y, name, LETTERS)
            sheet.write(at + width(name, LETTERS) + GAP, y, entry.figure, LETTERS, ink=SOFT)


def _step(in_a_row: int) -> float:
    return (WIDTH - 2 * MARGIN) / in_a_row


def _room(entry: Entry, in_a_row: int) -> float:
    """For the name."""
    return _step(in_a_row) - SWATCH - 4 * GAP - width(entry.figure, LETTERS)
