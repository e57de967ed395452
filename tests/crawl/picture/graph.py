"""The ways between the screens of one role as a drawing: cards and panes in columns, by how many taps they are away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape

STEP, LINE, WIDE = 210, 22, 190  # pixels between columns, between rows; of a box


def drawing(depths: Mapping[str, int], ways: Iterable[tuple[str, str]], targets: Mapping[str, str]) -> str:
    """`depths`: by the name of a card; `ways`: between them; `targets`: the address of its first screen."""
    columns: dict[int, list[str]] = defaultdict(list)
    for name, depth in depths.items():
        columns[depth].append(name)
    at = {
        name: (column * STEP, row * LINE)
        for column, names in enumerate(columns[depth] for depth in sorted(columns))
        for row, name in enumerate(sorted(names))
    }
    width, height = len(columns) * STEP, max((len(names) for names in columns.values()), default=0) * LINE + 4
    lines = "".join(_line(*at[one], *at[other]) for one, other in sorted(set(ways)) if one != other)
    boxes = "".join(_box(name, *place, targets[name]) for name, place in at.items())
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}">{lines}{boxes}</svg>'


def _line(x: int, y: int, to_x: int, to_y: int) -> str:
    """Forth as a curve from right to left; back, and beside, as a thinner one."""
    is_forth = to_x > x
    start, end = (x + WIDE, to_x) if is_forth else (x, to_x + WIDE)
    bend = (end - start) / 2
    middle = LINE / 2
    curve = f"M{start} {y + middle} C{start + bend} {y + middle} {end - bend} {to_y + middle} {end} {to_y + middle}"
    return f'<path class="{"forth" if is_forth else "back"}" d="{curve}"/>'


def _box(name: str, x: int, y: int, target: str) -> str:
    label = escape(name if len(name) <= 28 else f"{name[:27]}…")
    rect = f'<rect x="{x}" y="{y + 2}" width="{WIDE}" height="{LINE - 4}" rx="4"/>'
    return f'<a href="{target}">{rect}<text x="{x + 6}" y="{y + 15}">{label}</text><title>{escape(name)}</title></a>'
