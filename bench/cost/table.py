"""The figures for people."""

from __future__ import annotations

from rich.table import Table

from bench.cost.figures import Figure, Figures


def table(figures: Figures) -> Table:
    shown = Table(title="What a lead costs", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("figure", "value", "unit", "least", "most", "rounds"):
        shown.add_column(name, justify="left" if name in {"figure", "unit"} else "right")
    for name, figure in figures.found.items():
        low, high = figure.spread
        unit = f"{figure.unit} ({figure.note})" if figure.note else figure.unit
        shown.add_row(name, number(figure.value), unit, number(low), number(high), str(figure.rounds))
    return shown


def line(name: str, figure: Figure) -> str:
    return f"{name}: {number(figure.value)} {figure.unit}"


def number(value: float) -> str:
    """Three figures, and no more of them than say something."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
