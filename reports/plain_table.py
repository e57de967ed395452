"""A table for a terminal: names on the left, figures on the right, no lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

NOTHING = "–"


def plain_table(
    title: str, first: str, others: Sequence[str], *, gap: int = 2, longest: int | None = None
) -> Table:
    """`gap`: between columns; `longest`: a name in the first one, which is cut."""
    table = Table(title=title, title_justify="left", box=None, padding=(0, gap, 0, 0))
    table.add_column(first, no_wrap=True, max_width=longest)
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def number(value: int | None) -> str:
    return NOTHING if value is None else str(value)
