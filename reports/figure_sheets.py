"""The sheets of figures: the whole period with what each figure means, the managers, the segments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from leads.figures.asking import Asking
from leads.figures.expected import wilson
from leads.figures.part import Part
from leads.figures.report import ManagerFigures
from leads.shares import in_leads
from reports.as_json import everybody, segments_in_order
from reports.cells import Kind, Value
from reports.habits import TakenHabits, in_order
from reports.sheet import Book, Column, Rate, Sheet, write
from reports.taking import Taken
from reports.views import is_enough
from screens.reason_words import reason_words

COUNT, MONEY, SHARE, FIGURE = Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.FIGURE
WIDTHS = (34, 22, 112)  # characters: the figure's name, its value, what it means
RATES = (Column("conversion", SHARE), Column("conversion-low", SHARE), Column("conversion-high", SHARE))
BELOW = Rate("won", "lost")
MANAGERS = (
    Column("manager"),
    *(Column(key, COUNT, sums=True) for key in ("offered", "has", "own", "declined", "lapsed")),
    Column("median", COUNT),
    Column("contact-median", COUNT),
    *(Column(key, COUNT, sums=True) for key in ("reached", "met", "invoiced", "won", "lost", "bad", "open")),
    *RATES,
    Column("amount", MONEY, sums=True),
    Column("due", FIGURE, sums=True),
    Column("received", COUNT, sums=True),
    Column("balance", Kind.BALANCE),
)
ASKING = tuple(Column(key, COUNT, sums=True) for key in ("asked-for", "asked-waited"))
"""Beside managers, where there is a team whose leads are asked for."""
REASONS = (Column("manager"), Column("why-what"), Column("why-reason"), Column("why-count", COUNT, sums=True))
HABITS = (
    Column("manager"),
    Column("habit-what"),
    *(Column(key, COUNT) for key in ("habit-hits", "habit-of", "habit-others", "habit-of-others")),
    Column("habit-mix", SHARE),
    Column("habit-chance", SHARE),
)
HAND_OVERS = (
    Column("taker"),
    Column("handed-over", COUNT, sums=True),
    Column("lay", COUNT),
    Column("before-older", COUNT, sums=True),
    Column("favoured"),
    Column("favoured-leads", COUNT),
    Column("favoured-share", SHARE),
    Column("by-itself", COUNT, sums=True),
)
SEGMENTS = (
    Column("segment"),
    *(Column(key, COUNT, sums=True) for key in ("in", "claimed", "unclaimed", "declined", "lapsed")),
    *(Column(key, COUNT) for key in ("median", "nine-in-ten")),
    *(Column(key, COUNT, sums=True) for key in ("reached", "met", "invoiced", "won", "lost", "bad", "open")),
    *RATES,
    Column("amount", MONEY, sums=True),
)


def figures_sheet(book: Book, found: Taken, made: datetime) -> None:
    """Returns each figure with its definition in one sentence."""
    words, sheet = book.texts.plain, book.add("figures")
    for place, key in enumerate(("figure", "value", "about")):
        sheet.write_string(0, place, words(f"workbook-{key}"), book.header)
        sheet.set_column(place, place, WIDTHS[place])
    for row, (key, kind, value) in enumerate((*_heading(found, made, book), *_figures(found)), 1):
        write(sheet, book, (row, 0), Kind.TEXT, words(f"workbook-{key}"), book.wrapped)
        write(sheet, book, (row, 1), kind, value, book.plain[kind])
        write(sheet, book, (row, 2), Kind.TEXT, words(f"workbook-about-{key}"), book.beside)


def managers_sheet(book: Book, found: Taken) -> None:
    sheet = Sheet(book, "managers", (*MANAGERS, *ASKING) if found.asking else MANAGERS)
    for who, name in everybody(found.report, found.office, found.names).items():
        of = found.report.managers.get(who, ManagerFigures())
        answers = (of.own, of.declined, of.lapsed, of.times.median, of.contacts.median)
        asked = (of.offered, of.sales.handed, *answers)
        turns = (of.due, of.received, in_leads(found.balances.get(who, 0)))
        pulls = _asking(found.asking.get(who)) if found.asking else ()
        sheet.line(name, *asked, *_way(of.sales), *_rates(of.sales), of.sales.amount, *turns, *pulls)
    sheet.end({"conversion": BELOW})


def _asking(of: Asking | None) -> tuple[int | None, int | None]:
    return (of.had, of.waited) if of else (None, None)


def segments_sheet(book: Book, found: Taken) -> None:
    names = {segment.id: segment.name for segment in found.office.segments}
    sheet = Sheet(book, "segments", SEGMENTS)
    for id, part in segments_in_order(found.report, found.office):
        came = (part.handed, part.claimed, part.unclaimed, part.declined, part.lapsed)
        times = (part.times.median, part.times.p90)
        sheet.line(names.get(id, id), *came, *times, *_way(part), *_rates(part), part.amount)
    total = found.report.total
    sheet.end({"conversion": BELOW, "median": total.times.median, "nine-in-ten": total.times.p90})


def reasons_sheet(book: Book, found: Taken) -> None:
    """Adds a line for each manager, each thing that is asked why, and each reason that was told."""
    sheet = Sheet(book, "reasons", REASONS)
    for who, name in everybody(found.report, found.office, found.names).items():
        of = found.report.managers.get(who, ManagerFigures()).reasons
        for kind, counts in of.by_kind:
            what = book.texts.plain(f"workbook-why-{kind}")
            for reason, count in sorted(counts.items()):
                sheet.line(name, what, reason_words(kind, reason, book.texts), count)
    sheet.end()


def habits_sheet(book: Book, habits: TakenHabits, found: Taken) -> None:
    """Adds each manager's mix, and a line for each thing that they have done at all, beside the others."""
    sheet, words = Sheet(book, "habits", HABITS), book.texts.plain
    for who in in_order(found.office, habits):
        name, mix = found.names[who], habits.mixes.get(who)
        if mix is not None:
            sheet.line(name, words("workbook-habit-of-mix"), None, None, None, None, float(mix), None)
        for one in habits.compared.get(who, ()):
            counts = (one.hits, one.of, one.others_hits, one.of_others)
            sheet.line(name, words(f"habit-{one.habit}"), *counts, None, float(one.chance))
        asks, others = habits.asking.get(who), habits.others_ask(who)
        if asks and asks.waited:
            counts = (asks.had, asks.waited, others.had, others.waited)
            sheet.line(name, words("habit-asked"), *counts, None, None)
    sheet.end()


def hand_overs_sheet(book: Book, found: Taken) -> None:
    """Adds a line for each of those who take calls: how long drafts of theirs lay, and how many overtook others."""
    sheet = Sheet(book, "hand-overs", HAND_OVERS)
    gained = {who: figures.gained for who, figures in found.report.managers.items()}
    for who, of in sorted(found.hand_overs.items(), key=lambda one: found.names[one[0]]):
        favour = of.favour(gained)
        whom = (found.names[favour.who], favour.count, favour.share) if favour else (None, None, None)
        sheet.line(found.names[who], of.count, of.waits.median, of.before_older, *whom, of.by_itself)
    sheet.end()


def _way(part: Part) -> tuple[int, ...]:
    return part.reached, part.met, part.invoiced, part.won, part.lost, part.bad, part.open


def _rates(part: Part) -> tuple[float | None, ...]:
    """With the interval in which the true one is, nine times in ten: a handful of sales says little."""
    if part.conversion is None:
        return None, None, None
    return part.conversion, *wilson(part.won, part.closed)


def _heading(found: Taken, made: datetime, book: Book) -> Iterator[tuple[str, Kind, Value]]:
    first, last = (
        datetime.combine(day, time(), book.zone) for day in (found.period.first, found.period.last)
    )
    yield "office", Kind.TEXT, found.office.name
    yield "first-day", Kind.DAY, first
    yield "last-day", Kind.DAY, last
    yield "made", Kind.MOMENT, made
    yield "zone", Kind.TEXT, str(found.office.timezone)


def _figures(found: Taken) -> Iterator[tuple[str, Kind, Value]]:
    report, total = found.report, found.report.total
    yield "in", COUNT, total.handed
    yield "claimed", COUNT, total.claimed
    yield "unclaimed", COUNT, total.unclaimed
    yield "declined", COUNT, total.declined
    yield "lapsed", COUNT, total.lapsed
    yield "median", COUNT, total.times.median
    yield "nine-in-ten", COUNT, total.times.p90
    yield "contact-median", COUNT, report.contacts.median
    for key, value in zip(
        ("reached", "met", "invoiced", "won", "lost", "bad", "open"), _way(total), strict=True
    ):
        yield key, COUNT, value
    for column, rate in zip(RATES, _rates(total), strict=True):
        yield column.key, SHARE, rate
    yield "amount", MONEY, total.amount
    for key, part in (("known", report.known), ("unknown", report.unknown)):
        yield key, COUNT, part.handed
        yield f"{key}-won", COUNT, part.won
        yield f"{key}-conversion", SHARE, part.conversion
        yield f"{key}-amount", MONEY, part.amount
    yield "jain", FIGURE, report.jain if is_enough(report) else None
    yield "max-deviation", FIGURE, report.max_deviation
    yield "by-hand", COUNT, report.discretion.by_hand
    yield "against-the-scheme", COUNT, report.discretion.against_the_rule
    yield "ledger-head", Kind.TEXT, found.head
