"""Several runs side by side, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.console import Group
from rich.table import Table
from rich.text import Text

from bot.replay.engine import Replay
from leads.report import ManagerFigures, Report

NOTHING = "–"


class Run(Protocol):
    """What `bot.replay.command` knows of a run."""

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
    return Group(_totals(runs), _people(runs), Text("\n".join(rates)))


def _totals(runs: Sequence[Run]) -> Table:
    table = Table(title="Schemes side by side", title_justify="left")
    for name in (
        "scheme",
        "leads",
        "claimed",
        "unclaimed",
        "median s",
        "p90 s",
        "conversion",
        "Jain",
        "max dev.",
    ):
        table.add_column(name, justify="left" if name == "scheme" else "right")
    for run in runs:
        report = run.report
        table.add_row(
            run.name,
            str(report.total.handed),
            str(report.total.claimed),
            str(len(report.unclaimed)),
            _number(report.claim_median),
            _number(report.claim_p90),
            _percent(report.total.conversion),
            NOTHING if report.jain is None else f"{report.jain:.4f}",
            f"{report.max_deviation:.2f}",
        )
    return table


def _people(runs: Sequence[Run]) -> Table:
    """Turns received, the due share, and the conversion of everybody under each scheme."""
    table = Table(title="Received (due) · conversion", title_justify="left")
    table.add_column("manager")
    for run in runs:
        table.add_column(run.name, justify="right")
    for who in dict.fromkeys(who for run in runs for who in run.report.managers):
        table.add_row(who, *(_share(run.report.managers.get(who)) for run in runs))
    return table


def _share(figures: ManagerFigures | None) -> str:
    if figures is None:
        return NOTHING
    return f"{figures.received} ({figures.due:.1f}) · {_percent(figures.sales.conversion)}"


def _number(value: int | None) -> str:
    return NOTHING if value is None else str(value)


def _percent(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.1%}"
