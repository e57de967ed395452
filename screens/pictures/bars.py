"""A bar for each manager: where its parts stand, and where there is room for their figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.pictures.lettering import count, width
from screens.pictures.style import Look, look
from screens.texts import Texts
from screens.views.pictures import SalesBar

WON, LOST, BAD, OPEN = (
    look(0),
    look(1),
    look(7),
    look(12),
)  # the last is hatched: nothing is decided there yet
FIGURE, PADDING = 25.0, 7.0  # the size of a figure, and the room on either side of it
CLEAR = 10.0  # of the mark
CHIP, AFTER_CHIP, BETWEEN = 18.0, 5.0, 12.0  # a small swatch beside the bar, and what is around it
BESIDE = 16.0  # from the end of a bar to its first chip


@dataclass(frozen=True, slots=True)
class Part:
    look: Look
    figure: str
    left: float
    right: float
    at: float | None  # the middle of its figure; None where it has no room inside

    @property
    def chip(self) -> float:
        """The length of its figure beside the bar."""
        return CHIP + AFTER_CHIP + width(self.figure, FIGURE) + BETWEEN


@dataclass(frozen=True, slots=True)
class Bar:
    """Lengths from the left end of all bars."""

    parts: tuple[Part, ...]
    mark: float | None

    @property
    def beside(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.at is None)

    @property
    def chips(self) -> float:
        """Where those begin whose figures stand beside the bar."""
        ends = [*(part.right for part in self.parts[-1:]), *([self.mark] if self.mark is not None else [])]
        return max(ends, default=0.0) + BESIDE

    @property
    def end(self) -> float:
        return self.chips + sum(part.chip for part in self.beside)


def laid_out(rows: Sequence[SalesBar], room: float, texts: Texts) -> list[Bar]:
    """Returns all on one scale: the largest on which bars, marks and figures fit into the room."""
    most = max((max(row.taken, row.due or 0) for row in rows), default=0)
    if not most:
        return [_bar(row, 0, texts) for row in rows]
    widest = max(part.chip for row in rows for part in (*_bar(row, 0, texts).parts, _NO_PART))
    for beside in range(5):  # figures; there are four at most
        bars = [_bar(row, (room - BESIDE - beside * widest) / most, texts) for row in rows]
        if all(bar.end <= room for bar in bars):
            break
    return bars


def _bar(row: SalesBar, scale: float, texts: Texts) -> Bar:
    mark = None if row.due is None else row.due * scale
    parts, left = [], 0.0
    for its, number in ((WON, row.won), (LOST, row.lost), (BAD, row.bad), (OPEN, row.open)):
        if number:
            right = left + number * scale
            figure = count(number, texts)
            parts.append(Part(its, figure, left, right, _place(left, right, figure, mark)))
            left = right
    return Bar(tuple(parts), mark)


def _place(left: float, right: float, figure: str, mark: float | None) -> float | None:
    """The middle of the wider of the stretches on both sides of the mark."""
    stretches = [(left, right)]
    if mark is not None:
        stretches = [(left, min(right, mark - CLEAR)), (max(left, mark + CLEAR), right)]
    start, end = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return (start + end) / 2 if width(figure, FIGURE) + 2 * PADDING <= end - start else None


_NO_PART = Part(WON, "", 0, 0, None)
