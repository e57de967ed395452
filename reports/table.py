"""A report for a terminal; and the plain table that every command prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from leads.figures.expected import ENOUGH, wilson
from leads.figures.part import Part
from leads.figures.report import ManagerFigures
from leads.shares import in_leads
from leads.wall_clock import DAY_NAMES
from reports.as_json import everybody, money, segments_in_order, sources_in_order
from reports.taking import Taken

LONGEST_NAME = 22
CAME = ("in", "claimed", "declined", "lapsed", "median s", "p90 s", "open", "unclaimed")
BECAME = ("reached", "met", "invoiced", "sold", "lost", "bad", "conversion", "amount")
ASKED = ("offered", "has", "declined", "lapsed", "median s", "call s", "due", "received", "balance")
SOLD = ("sold", "lost", "bad", "conversion", "amount")

ASKING = ("asked for", "waited")  # of the leads that wait to be asked for

NOTHING = "–"


def report_table(found: Taken) -> Group:
    """Returns each part twice, how it came and what became of it, so that it fits on a terminal."""
    report = found.report
    whole = [("all", report.total), ("known clients", report.known), ("unknown clients", report.unknown)]
    names = {segment.id: segment.name for segment in found.office.segments}
    parts = {
        f"{found.office.name}, {found.period.first} to {found.period.last}": whole,
        "Segments": [(names.get(id, id), part) for id, part in segments_in_order(report, found.office)],
        "Sources": [(found.office.source_name(id) or NOTHING, part) for id, part in sources_in_order(report)],
        "Weekdays": [(DAY_NAMES[day], part) for day, part in sorted(report.weekdays.items())],
        "Hours": [(f"{hour:02}:00", part) for hour, part in sorted(report.hours.items())],
    }
    tables = [table for title, its in parts.items() for table in (_came(title, its), _became(its))]
    return Group(*tables, _asked(found), _sold(found), Text("\n".join(_last_lines(found))))


def _table(title: str, columns: Sequence[str]) -> Table:
    return plain_table(title, "", columns, gap=1, longest=LONGEST_NAME)


def _came(title: str, parts: Iterable[tuple[str, Part]]) -> Table:
    table = _table(title, CAME)
    for name, part in parts:
        counts = (part.handed, part.claimed, part.declined, part.lapsed)
        seconds = (number(part.times.median), number(part.times.p90))
        table.add_row(name, *map(str, counts), *seconds, str(part.open), str(part.unclaimed))
    return table


def _became(parts: Iterable[tuple[str, Part]]) -> Table:
    table = _table("", BECAME)
    for name, part in parts:
        way = (part.reached, part.met, part.invoiced, part.won, part.lost, part.bad)
        table.add_row(name, *map(str, way), _conversion(part), str(money(part.amount)))
    return table


def _asked(found: Taken) -> Table:
    table = _table("Managers", (*ASKED, *ASKING) if found.asking else ASKED)
    for who, name, figures in _managers(found):
        table.add_row(
            name,
            *map(str, (figures.offered, figures.sales.handed, figures.declined, figures.lapsed)),
            number(figures.times.median),
            number(figures.contacts.median),
            f"{figures.due:.1f}",
            str(figures.received),
            f"{in_leads(found.balances.get(who, 0)):+.2f}",
            *_asking(found, who),
        )
    return table


def _asking(found: Taken, who: str) -> tuple[str, ...]:
    """Nothing where no leads are asked for."""
    if not found.asking:
        return ()
    of = found.asking.get(who)
    return (str(of.had), str(of.waited)) if of else (NOTHING, NOTHING)


def _sold(found: Taken) -> Table:
    table = _table("", SOLD)
    for _, name, figures in _managers(found):
        sales = figures.sales
        counts = map(str, (sales.won, sales.lost, sales.bad))
        table.add_row(name, *counts, _conversion(sales), str(money(sales.amount)))
    return table


def _managers(found: Taken) -> list[tuple[str, str, ManagerFigures]]:
    names = everybody(found.report, found.office, found.names)
    return [(who, name, found.report.managers.get(who, ManagerFigures())) for who, name in names.items()]


def _last_lines(found: Taken) -> list[str]:
    report, hand = found.report, found.report.discretion
    jain = NOTHING if report.jain is None else f"{report.jain:.4f}"
    return [
        f"Jain's index {jain}, farthest from their due share {report.max_deviation:.2f} leads",
        f"chosen by hand {hand.by_hand} of {hand.choices}, against the scheme {hand.against_the_rule}",
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
