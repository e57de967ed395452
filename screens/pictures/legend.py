"""Below a chart: which colour is whose, and a figure for each."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from screens.pictures.lettering import cut, width
from screens.pictures.sheet import Box, Sheet
from screens.pictures.style import SOFT, WIDTH, look

MARGIN, ABOVE, BELOW = 28.0, 20.0, 14.0
ROW, SWATCH, LETTERS = 40.0, 24.0, 21.0
GAP = 10.0  # between a swatch, a name and a figure
MOST_IN_A_ROW, FEWER = 3, 2  # fewer where a name is too long


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
