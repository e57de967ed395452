"""A sheet of paper: areas, rules and words on it, in units from its upper left corner.

Drawn with matplotlib's objects and never with pyplot, which keeps every figure for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from screens.pictures.style import DPI, INK, PAPER, POINTS, UNITS, WIDTH, Look, font


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float


class Sheet:
    """What people typed is written as it is: a `$` begins no formula."""

    def __init__(self, height: float) -> None:
        self.figure = Figure(figsize=(WIDTH / UNITS, height / UNITS), dpi=DPI, facecolor=PAPER)
        self._canvas = FigureCanvasAgg(self.figure)
        self._axes = self.figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(height, 0)
        self._axes.set_axis_off()

    def png(self) -> bytes:
        """The same sheet is the same bytes: neither a time nor matplotlib's version is in them."""
        file = BytesIO()
        self._canvas.print_png(file, metadata={"Software": None})
        return file.getvalue()

    def area(self, box: Box, colour: str) -> None:
        self._shape(_outline(box, 0, 0), facecolor=colour, edgecolor="none")

    def block(self, box: Box, look: Look, *, above: float, below: float) -> None:
        """Draws a block, rounded at its upper and its lower end by so much."""
        edge = {"edgecolor": look.line, "linewidth": 1.2}
        self._shape(_outline(box, above, below), facecolor=look.fill, hatch=look.hatch or None, **edge)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        self._shape(Path.circle((x, y), radius), facecolor=colour, edgecolor="none")

    def ring(self, x: float, y: float, radius: float, stroke: float, colour: str) -> None:
        circle = Path.circle((x, y), radius)
        self._shape(circle, facecolor="none", edgecolor=colour, linewidth=stroke * POINTS)

    def rule(self, x: float, y: float, to_x: float, to_y: float, colour: str) -> None:
        self._axes.plot([x, to_x], [y, to_y], color=colour, linewidth=1.0, solid_capstyle="butt", zorder=1)

    def write(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        bold: bool = False,
        ink: str = INK,
        align: Literal["left", "center", "right"] = "left",
    ) -> Text:
        """`y` is the middle of the line."""
        face = font(size, bold=bold)
        return self._axes.text(
            x, y, words, fontproperties=face, color=ink, ha=align, va="center", parse_math=False
        )

    def _shape(self, path: Path, **looks: object) -> None:
        self._axes.add_patch(PathPatch(path, **looks))


def _outline(box: Box, above: float, below: float) -> Path:
    """Clockwise from the upper left, with quarter circles (as curves) at the corners."""
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    corners = [
        ((left, top + above), (left, top), (left + above, top)),
        ((right - above, top), (right, top), (right, top + above)),
        ((right, bottom - below), (right, bottom), (right - below, bottom)),
        ((left + below, bottom), (left, bottom), (left, bottom - below)),
    ]
    points = [point for corner in corners for point in corner]
    codes = [Path.LINETO, Path.CURVE3, Path.CURVE3] * len(corners)
    return Path([*points, points[0]], [Path.MOVETO, *codes[1:], Path.CLOSEPOLY])
