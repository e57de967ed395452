"""Several runs side by side, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.console import Group
from rich.table import Table
from rich.text import Text

from leads.figures.report import ManagerFigures, Report
from reports.replay.engine import Replay
from reports.table import NOTHING, number, plain_table

COLUMNS = (
    "leads",
    "claimed",
    "un-\nclaimed",
    "median\nsec.",
    "p90\nsec.",
    "conver-\nsion",
    "Jain",
    "max.\ndev.",
)
ABREAST = 3  # schemes: so many fit on a narrow terminal


class Run(Protocol):
    """What `bot.commands.replay` knows of a run."""

    @property
    def name(self) -> str: ...
    @property
    def replay(self) -> Replay: ...
    @property
    def report(self) -> Report: ...
    @property
    def rate(self) -> float: ...


def comparison(runs: Sequence[Run]) -> Group:
    rates = (f"{run.name}: {len(run.replay.cases):,} leads, {run.rate:,.0f} a second" for run in runs)
    people = (_people(runs[n : n + ABREAST]) for n in range(0, len(runs), ABREAST))
    return Group(_totals(runs), *people, Text("\n".join(rates)))


def _totals(runs: Sequence[Run]) -> Table:
    table = plain_table("Schemes side by side", "scheme", COLUMNS)
    for run in runs:
        report = run.report
        table.add_row(
            run.name,
            str(report.total.handed),
            str(report.total.claimed),
            str(report.total.unclaimed),
            number(report.total.times.median),
            number(report.total.times.p90),
            _percent(report.total.conversion),
            NOTHING if report.jain is None else f"{report.jain:.4f}",
            f"{report.max_deviation:.2f}",
        )
    return table


def _people(runs: Sequence[Run]) -> Table:
    """Turns received, the due share, and the conversion of everybody under each scheme."""
    table = plain_table("Received (due) · conversion", "manager", [run.name for run in runs])
    for who in dict.fromkeys(who for run in runs for who in run.report.managers):
        table.add_row(who, *(_share(run.report.managers.get(who)) for run in runs))
    return table


def _share(figures: ManagerFigures | None) -> str:
    if figures is None:
        return NOTHING
    return f"{figures.received} ({figures.due:.1f}) · {_percent(figures.sales.conversion)}"


def _percent(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.1%}"
