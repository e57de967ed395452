"""A report for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from bot.report.as_json import everybody, money, segments_in_order, sources_in_order
from bot.report.taking import Taken
from leads.intervals import ENOUGH, wilson
from leads.part import Part
from leads.report import ManagerFigures
from leads.shares import in_leads
from leads.wall_clock import DAY_NAMES

NOTHING = "–"
PARTS = (
    *("in", "claimed", "declined", "lapsed", "median\nsec.", "p90\nsec."),
    *("reached", "met", "invoiced", "sold", "lost", "bad", "conversion", "amount"),
)
PEOPLE = (
    *("offered", "has", "declined", "lapsed", "median\nsec.", "sold", "lost", "bad"),
    *("conversion", "amount", "due", "received", "balance"),
)


def report_table(found: Taken) -> Group:
    report = found.report
    all_parts = [("all", report.total), ("known clients", report.known), ("unknown clients", report.unknown)]
    names = {segment.id: segment.name for segment in found.office.segments}
    segments = [(names.get(id, id), part) for id, part in segments_in_order(report, found.office)]
    weekdays = [(DAY_NAMES[day], part) for day, part in sorted(report.weekdays.items())]
    return Group(
        _parts(f"{found.office.name}, {found.period.first} to {found.period.last}", all_parts),
        _parts("Segments", segments),
        _parts("Sources", ((id or NOTHING, part) for id, part in sources_in_order(report))),
        _people(found),
        _parts("Weekdays", weekdays),
        _parts("Hours", ((f"{hour:02}:00", part) for hour, part in sorted(report.hours.items()))),
        Text("\n".join(_last_lines(found))),
    )


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    for name in columns:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _parts(title: str, parts: Iterable[tuple[str, Part]]) -> Table:
    table = _table(title, PARTS)
    for name, part in parts:
        counts = (part.handed, part.claimed, part.declined, part.lapsed)
        way = (part.reached, part.met, part.invoiced, part.won, part.lost, part.bad)
        table.add_row(
            name,
            *map(str, counts),
            _number(part.times.median),
            _number(part.times.p90),
            *map(str, way),
            _conversion(part),
            str(money(part.amount)),
        )
    return table


def _people(found: Taken) -> Table:
    table = _table("Managers", PEOPLE)
    for who, name in everybody(found.report, found.office).items():
        figures = found.report.managers.get(who, ManagerFigures())
        sales = figures.sales
        table.add_row(
            name,
            *map(str, (figures.offered, sales.handed, figures.declined, figures.lapsed)),
            _number(figures.times.median),
            *map(str, (sales.won, sales.lost, sales.bad)),
            _conversion(sales),
            str(money(sales.amount)),
            f"{figures.due:.1f}",
            str(figures.received),
            f"{in_leads(found.balances.get(who, 0)):+.2f}",
        )
    return table


def _last_lines(found: Taken) -> list[str]:
    report, hand = found.report, found.report.discretion
    jain = NOTHING if report.jain is None else f"{report.jain:.4f}"
    return [
        f"open {report.total.open}, unclaimed {report.total.unclaimed}",
        f"Jain's index {jain}, farthest from his due share {report.max_deviation:.2f} leads",
        f"chosen by hand {hand.by_hand} of {hand.choices}, against the rule {hand.against_the_rule}",
        f"ledger head {found.head or NOTHING}",
    ]


def _conversion(part: Part) -> str:
    """With the interval of nine in ten where there are few."""
    if part.conversion is None:
        return NOTHING
    if part.closed >= ENOUGH:
        return f"{part.conversion:.1%}"
    low, high = wilson(part.won, part.closed)
    return f"{part.conversion:.0%} ({low:.0%}–{high:.0%})"


def _number(value: int | None) -> str:
    return NOTHING if value is None else str(value)
