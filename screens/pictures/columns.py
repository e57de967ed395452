"""Leads by hour or by day: a column for each, and what was sold of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from screens.pictures.bars import WON
from screens.pictures.legend import Key, Sign
from screens.pictures.lettering import count, cut, readable, width
from screens.pictures.sheet import Box, Sheet
from screens.pictures.style import FRAME, INK, SOFT, WIDTH, Look
from screens.texts import Texts
from screens.views.pictures import SalesColumn

MARGIN = 28.0
HEAD, HIGHEST, LABELS = 112.0, 150.0, 44.0  # heights: the title with room for a figure, columns, labels
TITLE, LETTERS = 29.0, 23.0
WIDEST, GAP = 110.0, 0.22  # a column, in units; between two of them, as a part of the step
EDGE, APART = 12.0, 4.0  # the least that words keep from the edge of the sheet, and figures from each other
CAME_IN = Look("#c3ccd5", "#c3ccd5", "", INK)


class Columns:
    """Nothing, and of no height, where no lead came at all."""

    def __init__(self, columns: Sequence[SalesColumn], texts: Texts) -> None:
        self._columns, self._texts = columns, texts
        self._step = (WIDTH - 2 * MARGIN) / max(len(columns), 1)
        self._most = max((column.came_in for column in columns), default=0)
        self.height = HEAD + HIGHEST + LABELS if self._most else 0.0

    def draw(self, sheet: Sheet, top: float) -> None:
        if not self._most:
            return
        ground = top + HEAD + HIGHEST
        self._head(sheet, top)
        for number, column in enumerate(self._columns):
            self._column(sheet, ground, self._middle(number), column)
        sheet.rule(MARGIN, ground, WIDTH - MARGIN, ground, FRAME)
        self._figures(sheet, ground)
        for x, words in self._labels():
            sheet.write(x, ground + 22, words, LETTERS, ink=SOFT, align="center")

    def _head(self, sheet: Sheet, top: float) -> None:
        sheet.write(MARGIN, top + 40, self._texts.plain("sales-picture-when"), TITLE, bold=True)
        signs = [
            Sign(CAME_IN, self._texts.plain("sales-picture-came-in")),
            Sign(WON, self._texts.plain("sales-picture-won-of-them")),
        ]
        Key.right_aligned(signs, WIDTH - MARGIN).draw(sheet, top + 20)

    def _middle(self, number: int) -> float:
        return MARGIN + (number + 0.5) * self._step

    def _height(self, leads: int) -> float:
        return leads / self._most * HIGHEST

    def _column(self, sheet: Sheet, ground: float, middle: float, column: SalesColumn) -> None:
        breadth = min(self._step * (1 - GAP), WIDEST)
        for leads, its in ((column.came_in, CAME_IN), (column.won, WON)):
            if leads:
                height = self._height(leads)
                box = Box(middle - breadth / 2, ground - height, breadth, height)
                sheet.area(box, its.fill)

    def _figures(self, sheet: Sheet, ground: float) -> None:
        """Above every column, or above the first of the highest where there is no room for all."""
        figures = [count(column.came_in, self._texts) if column.came_in else "" for column in self._columns]
        if any(width(figure, LETTERS) + APART > self._step for figure in figures):
            first = max(range(len(figures)), key=lambda number: self._columns[number].came_in)
            figures = [figure if number == first else "" for number, figure in enumerate(figures)]
        for number, figure in enumerate(figures):
            if figure:
                x = _inside(self._middle(number), figure)
                y = ground - self._height(self._columns[number].came_in) - 18
                sheet.write(x, y, figure, LETTERS, align="center")

    def _labels(self) -> list[tuple[float, str]]:
        """As many as stand apart, from the first on at equal distances."""
        room = WIDTH - 2 * EDGE
        every = [cut(readable(column.label), room, LETTERS) for column in self._columns]
        for step in range(1, len(every) + 1):
            shown = [
                (_inside(self._middle(number), words), words)
                for number, words in list(enumerate(every))[::step]
                if words
            ]
            if _stand_apart(shown):
                break
        return shown


def _inside(x: float, words: str) -> float:
    """The middle of words that should stand at `x`, moved so that they stay on the sheet."""
    half = width(words, LETTERS) / 2 + EDGE
    return min(max(x, half), WIDTH - half)


def _stand_apart(shown: Sequence[tuple[float, str]]) -> bool:
    ends = [(x - width(words, LETTERS) / 2, x + width(words, LETTERS) / 2) for x, words in shown]
    return all(one[1] + EDGE <= other[0] for one, other in pairwise(ends))
