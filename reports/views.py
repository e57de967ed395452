"""The figures of a period as the report's card shows them, and the picture that goes with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from babel.dates import format_date

from leads.figures.asking import Asking
from leads.figures.discretion import Discretion
from leads.figures.hand_overs import Favour
from leads.figures.part import Part
from leads.figures.periods import Period, Span
from leads.figures.report import ManagerFigures, Report
from leads.office import Office, Role
from leads.shares import in_leads
from reports.as_json import everybody, segments_in_order, sources_in_order
from reports.taking import Taken
from screens.format import amount
from screens.texts import Texts
from screens.views.pictures import SalesBar, SalesColumn, SalesPicture
from screens.views.report import DiscretionView, ManagerRow, MomentsRow, Pane, ReportView, SummaryView
from storage import figures
from storage.store import Store

ENOUGH = 3  # turns for each manager
A_LEAD = 1.0  # by which swaps have made somebody richer: less is nothing to be told of
WEEK, MOST_DAYS, MOST_MONTHS = 7, 62, 36
OFFICE_DAY = range(8, 20)  # hours that a picture shows even where nothing came in


def shows_hours(period: Period, pane: Pane) -> bool:
    """Whether the report must be taken by the clock: the picture of one day has columns of hours."""
    return pane is Pane.CLOCK or (pane is Pane.SUMMARY and period.days == 1)


def report_view(found: Taken, span: Span, today: date) -> ReportView:
    report = found.report
    names = {segment.id: segment.name for segment in found.office.segments}
    return ReportView(
        period=found.period,
        span=span,
        today=today,
        summary=_summary(found),
        segments=tuple((names.get(id, id), part) for id, part in segments_in_order(report, found.office)),
        sources=tuple((found.office.source_name(id), part) for id, part in sources_in_order(report)),
        reasons=report.reasons,
        reasons_of=tuple(
            (name, report.managers[who].reasons)
            for who, name in everybody(report, found.office, found.names).items()
            if who in report.managers and report.managers[who].reasons
        ),
        hours=tuple(sorted(report.hours.items())),
        weekdays=tuple(sorted(report.weekdays.items())),
    )


def picture_of(store: Store, office: Office, view: ReportView, texts: Texts) -> SalesPicture:
    """Draws a picture, of one day only where it was taken by the clock."""
    summary, period = view.summary, view.period
    return SalesPicture(
        first=period.first,
        last=period.last,
        name=office.name,
        came_in=summary.handed,
        taken=summary.claimed,
        sold=summary.won,
        amount=amount(summary.amount, texts) if summary.amount else "",
        rows=tuple(map(_bar, summary.managers)),
        columns=_columns(store, office, view, texts),
    )


def _bar(row: ManagerRow) -> SalesBar:
    ongoing = row.claimed - row.won - row.lost - row.bad
    speed = (row.claim_median, row.contact_median)
    return SalesBar(row.name, row.won, row.lost, row.bad, ongoing, row.due, *speed)


def _hours(parts: Mapping[int, Part]) -> tuple[SalesColumn, ...]:
    first, last = min((OFFICE_DAY.start, *parts)), max((OFFICE_DAY.stop - 1, *parts))
    empty = Part()
    found = [(hour, parts.get(hour, empty)) for hour in range(first, last + 1)]
    return tuple(SalesColumn(str(hour), part.handed, part.won) for hour, part in found)


def _columns(store: Store, office: Office, view: ReportView, texts: Texts) -> tuple[SalesColumn, ...]:
    """The hours of a day, the days of up to two months, the months of what is longer."""
    if view.period.days == 1:
        return _hours(dict(view.hours))
    start, end = view.period.bounds(office.timezone)
    found = figures.by_day(store, start, end, office.timezone)
    days = [view.period.first + timedelta(days=n) for n in range(view.period.days)]
    if len(days) <= MOST_DAYS:
        return tuple(SalesColumn(_day(day, len(days), texts), *found.get(day, (0, 0))) for day in days)
    months: dict[date, tuple[int, int]] = {day.replace(day=1): (0, 0) for day in days}
    for day, (came, won) in found.items():
        before = months[day.replace(day=1)]
        months[day.replace(day=1)] = (before[0] + came, before[1] + won)
    latest = list(months.items())[-MOST_MONTHS:]
    return tuple(SalesColumn(format_date(month, "LLL", locale=texts.locale), *both) for month, both in latest)


def _day(day: date, of: int, texts: Texts) -> str:
    return format_date(day, "ccc", locale=texts.locale) if of <= WEEK else str(day.day)


def _summary(found: Taken) -> SummaryView:
    report, total = found.report, found.report.total
    return SummaryView(
        first=found.period.first,
        last=found.period.last,
        handed=total.handed,
        claimed=total.claimed,
        won=total.won,
        lost=total.lost,
        bad=total.bad,
        unclaimed=tuple(number for number, holder in found.open_leads if holder is None),
        drafts=found.drafts,
        in_work=tuple(number for number, holder in found.open_leads if holder is not None),
        amount=total.amount,
        funnel=(total.reached, total.met, total.invoiced),
        claim_median=total.times.median,
        claim_p90=total.times.p90,
        contact_median=report.contacts.median,
        conversion=total.conversion,
        known=(report.known.handed, report.known.won, report.known.conversion),
        unknown=(report.unknown.handed, report.unknown.won, report.unknown.conversion),
        managers=_managers(found),
        jain=report.jain if is_enough(report) else None,
        furthest=_furthest(report, found.names),
        discretion=discretion_view(report.discretion, found.names),
        swapped=_swapped(found),
        moments=_moments(found),
    )


def _furthest(report: Report, names: Mapping[str, str]) -> tuple[str, float] | None:
    """None where everybody has had what was due."""
    lacking = ((figures.due - figures.received, who) for who, figures in report.managers.items())
    leads, who = max(lacking, default=(0.0, ""))
    return (names[who], leads) if round(leads, 1) > 0 else None


def is_enough(report: Report) -> bool:
    """An index of evenness over a handful of leads says nothing but that they cannot be cut in pieces."""
    return sum(m.received for m in report.managers.values()) >= ENOUGH * len(report.managers)


def _managers(found: Taken) -> tuple[ManagerRow, ...]:
    """Everybody who could have had a lead, in the office's order, then whoever has left meanwhile."""
    everyone, owed = found.report.managers, found.balances
    present = [p.id for p in found.office.with_role(Role.MANAGER) if p.id in owed]
    others = [who for who, figures in everyone.items() if who not in present and figures.sales.handed]
    return tuple(
        _row(found.names[who], everyone.get(who, ManagerFigures()), owed.get(who, 0), found.asking.get(who))
        for who in [*present, *sorted(others)]
    )


def _row(name: str, figures: ManagerFigures, owed: int, asking: Asking | None) -> ManagerRow:
    sales = figures.sales
    return ManagerRow(
        name=name,
        offered=figures.offered,
        claimed=sales.handed,
        declined=figures.declined,
        lapsed=figures.lapsed,
        won=sales.won,
        lost=sales.lost,
        bad=sales.bad,
        amount=sales.amount,
        balance=in_leads(owed),
        due=figures.due if figures.gained else None,
        claim_median=figures.times.median,
        own=figures.own,
        contact_median=figures.contacts.median,
        asking=asking,
    )


def discretion_view(found: Discretion, names: Mapping[str, str]) -> DiscretionView | None:
    """Returns None where nothing was chosen by hand."""
    if not found.by_hand:
        return None
    return DiscretionView(
        choices=found.choices,
        by_hand=found.by_hand,
        against_the_rule=found.against_the_rule,
        by=tuple((names[who], count, found.by_against[who]) for who, count in found.by.most_common()),
        benefit=tuple(
            (names[who], leads) for who, leads in sorted(found.benefit.items(), key=lambda item: -item[1])
        ),
    )


def _moments(found: Taken) -> tuple[MomentsRow, ...]:
    """Only of those whom somebody should ask about it."""
    gained = {who: figures.gained for who, figures in found.report.managers.items()}
    return tuple(
        MomentsRow(
            name=found.names[who],
            count=moments.count,
            wait=moments.waits.median or 0,
            before_older=moments.before_older,
            favour=favour_view(moments.favour(gained), found.names),
        )
        for who, moments in sorted(found.hand_overs.items())
        if moments.is_odd
    )


def _swapped(found: Taken) -> tuple[tuple[str, int], ...]:
    """The richest first; nobody where all that is less than a lead."""
    order = sorted(found.swapped.items(), key=lambda one: (-one[1], one[0]))
    return tuple((found.names[who], round(10 * more)) for who, more in order if abs(more) >= A_LEAD)


def favour_view(found: Favour | None, names: Mapping[str, str]) -> tuple[str, int, int, float] | None:
    return (names[found.who], found.count, found.of, found.share) if found else None
