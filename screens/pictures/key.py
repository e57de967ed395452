"""What the colours of a chart mean, in a line or two."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from screens.pictures.lettering import width
from screens.pictures.sheet import Box, Sheet
from screens.pictures.style import INK, SHEET, Look

SWATCH, LETTERS = 24.0, 25.0
AFTER_SWATCH, BETWEEN = 9.0, 30.0
ROW = 40.0
MARK, HALO = 4.0, 2.5  # the width of a mark, and of the white beside it


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
        """In one row that ends at `right`."""
        return cls(signs, right - sum(map(length, signs)) - BETWEEN * (len(signs) - 1), inf)

    def draw(self, sheet: Sheet, top: float) -> None:
        for sign, (x, row) in zip(self._signs, self._places, strict=True):
            y = top + (row + 0.5) * ROW
            if sign.look:
                sheet.block(Box(x, y - SWATCH / 2, SWATCH, SWATCH), sign.look, above=4, below=4)
            else:
                mark(sheet, x + SWATCH / 2, y - SWATCH / 2 - 3, SWATCH + 6)
            sheet.write(x + SWATCH + AFTER_SWATCH, y, sign.words, LETTERS)


def length(sign: Sign) -> float:
    return SWATCH + AFTER_SWATCH + width(sign.words, LETTERS)


def mark(sheet: Sheet, x: float, top: float, height: float) -> None:
    """An upright stroke that is seen on every colour."""
    sheet.area(Box(x - MARK / 2 - HALO, top, MARK + 2 * HALO, height), SHEET)
    sheet.area(Box(x - MARK / 2, top, MARK, height), INK)
