"""/report: a period's summary with its picture, the lists behind it, the Excel file, and the buttons between them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from babel.dates import get_day_names

from leads.figures.asking import Asking
from leads.figures.part import Part
from leads.figures.periods import Period, Span, after, before
from leads.figures.reasons import Reasons
from screens.buttons.base import is_day
from screens.buttons.of_sight import Report, WhatIf, Workbook
from screens.content import GAP, Button, Document, Keyboard, Screen, page
from screens.format import amount, dated, leads_in_tenths, percent_of, period_words, short_date, span
from screens.habits import habit_lines, odd_lines
from screens.reason_words import counted_reasons
from screens.summary import LONGEST_CAPTION, detail_lines, summary_lines
from screens.texts import Html, Texts
from screens.views.report import ManagerRow, Pane, ReportView

MOST_PARTS = 25  # lines of a list

MOST = 40  # lines


def report_caption(view: ReportView, texts: Texts) -> Html:
    """Tells what stands under the picture."""
    return page(*summary_lines(view.summary, texts), *odd_lines(view.habits, texts), most=LONGEST_CAPTION)


def report_screen(view: ReportView, pane: Pane, texts: Texts, *, fresh: bool = False) -> Screen:
    """Shows, without a picture, one of the lists, or the summary of a period in which nothing came in.

    `fresh`: as of `report_keyboard`.
    """
    match pane:
        case Pane.SUMMARY:
            lines: tuple[Html | None, ...] = (
                *summary_lines(view.summary, texts),
                *odd_lines(view.habits, texts),
            )
        case Pane.DETAILS:
            lines = (*detail_lines(view.summary, texts), *odd_lines(view.habits, texts))
        case Pane.HABITS:
            lines = habit_lines(view.habits, texts)
        case Pane.PEOPLE:
            lines = (_title("report-people", view, texts), *team_lines(view.summary.managers, texts))
        case Pane.PARTS:
            segments, sources = _parts(view.segments, texts), _parts(view.sources, texts)
            title = _title("report-parts", view, texts)
            lines = (title, *segments, GAP, texts("report-sources"), *sources)
        case Pane.REASONS:
            lines = (_title("report-why", view, texts), *reason_lines(view, texts))
        case Pane.CLOCK:
            hours = ((f"{hour:02}:00", part) for hour, part in view.hours)
            names = get_day_names("wide", locale=texts.locale)
            days = ((names[day].capitalize(), part) for day, part in view.weekdays)
            weekdays = (GAP, *_parts(days, texts, with_shares=False)) if view.period.days > 1 else ()
            lines = (_title("report-clock", view, texts), *_parts(hours, texts, with_shares=False), *weekdays)
    return Screen(page(*lines), report_keyboard(view, pane, texts, fresh=fresh))


def report_keyboard(view: ReportView, pane: Pane, texts: Texts, *, fresh: bool = False) -> Keyboard:
    """`fresh`: the tap opens the report at the end of the chat; what it was under stays as it is.

    There is no way to a period that no button can name: the calendar ends there.
    """

    def day_in(period: Period) -> date:
        return min(period.last, max(period.first, view.today))

    def to(words: str, pane: Pane, span: Span, period: Period) -> Button:
        return Button(words, Report(pane=pane, span=span, day=day_in(period).isoformat(), fresh=fresh))

    here, span = view.period, view.span
    around = []
    if is_day(day_in(earlier := before(span, here))):
        around.append(to(f"‹ {_name(earlier, span, texts)}", pane, span, earlier))
    if (following := after(span, here)).first <= view.today:
        around.append(to(f"{_name(following, span, texts)} ›", pane, span, following))
    spans = [
        to(texts.plain(f"report-{other}") + (" ✓" if other is span else ""), pane, other, here)
        for other in Span
    ]
    if not view.summary.handed:
        return tuple(map(tuple, (around, spans)))
    panes = [to(texts.plain(f"report-to-{other}"), other, span, here) for other in _beside(pane, view)]
    lists = [panes[n : n + 2] for n in range(0, len(panes), 2)]
    whatif = Button(texts.plain("button-whatif"), WhatIf())
    if not (is_day(here.first) and is_day(here.last)):
        return tuple(map(tuple, (around, spans, *lists, (whatif,))))
    file = Button(texts.plain("report-to-excel"), Workbook(first=str(here.first), last=str(here.last)))
    return tuple(map(tuple, (around, spans, *lists, (file, whatif))))


def _beside(pane: Pane, view: ReportView) -> list[Pane]:
    """The other panes; what everybody does stands behind the details, and not for everybody."""
    shows_habits = view.sees_habits and pane is Pane.DETAILS
    return [other for other in Pane if other is not pane and (other is not Pane.HABITS or shows_habits)]


def _name(period: Period, span: Span, texts: Texts) -> str:
    """As short as it stands on a button."""
    if span is Span.MONTH:
        return f"{period.first:%m.%Y}"
    return short_date(period.first, texts)


def _title(key: str, view: ReportView, texts: Texts) -> Html:
    return texts(key, period=period_words(view.period.first, view.period.last, texts))


def _parts(parts: Iterable[tuple[str, Part]], texts: Texts, *, with_shares: bool = True) -> tuple[Html, ...]:
    lines = [_part(name, part, texts, with_shares=with_shares) for name, part in parts]
    return (*lines[:MOST_PARTS], Html("…")) if len(lines) > MOST_PARTS else tuple(lines)


def _part(name: str, part: Part, texts: Texts, *, with_shares: bool) -> Html:
    """`Казань: пришло 12, взято 11 · продаж 3 из 8 (38%, 18–63%) · 120 000 ₽`; an hour is too little for shares."""
    figures = [texts("part-in", count=part.handed, claimed=part.claimed)]
    if part.closed and with_shares:
        share = percent_of(part.won, part.closed, texts, short=True)
        figures.append(texts("part-sold-share", won=part.won, of=part.closed, share=share))
    elif part.closed:
        figures.append(texts("part-sold", won=part.won, of=part.closed))
    if part.amount:
        figures.append(Html(amount(part.amount, texts)))
    return texts("part-line", name=name or texts.plain("part-unknown"), figures=Html(" · ".join(figures)))


def reason_lines(view: ReportView, texts: Texts) -> tuple[Html, ...]:
    """Lists why leads were declined, lost and bad: all together, then manager by manager."""
    if not view.reasons:
        return (texts("reasons-none"),)
    total = [
        texts(f"reasons-{kind}", count=counts.total(), reasons=counted_reasons(kind, counts, texts))
        for kind, counts in view.reasons.by_kind
        if counts
    ]
    people = [texts("reasons-of", name=name, figures=_why(of, texts)) for name, of in view.reasons_of]
    return (*total, GAP, *people[:MOST], *((Html("…"),) if len(people) > MOST else ()))


def _why(of: Reasons, texts: Texts) -> Html:
    said = (
        texts(f"reasons-{kind}-short", reasons=counted_reasons(kind, counts, texts))
        for kind, counts in of.by_kind
        if counts
    )
    return Html("; ".join(said))


def team_lines(managers: tuple[ManagerRow, ...], texts: Texts) -> tuple[Html, ...]:
    """Lists the busiest first."""
    order = sorted(managers, key=lambda m: (-m.claimed, -m.won, m.name))
    lines = tuple(_manager(manager, texts) for manager in order[:MOST])
    return (*lines, Html("…")) if len(order) > MOST else lines


def _manager(manager: ManagerRow, texts: Texts) -> Html:
    closed = manager.won + manager.lost
    parts = (
        _claimed(manager, texts),
        texts("team-contact", span=span(manager.contact_median, texts)) if manager.contact_median else None,
        _asked(manager.asking, texts),
        texts("team-own", count=manager.own) if manager.own else None,
        texts("team-sold", won=manager.won, of=closed) if closed else None,
        texts("team-declined", count=manager.declined) if manager.declined else None,
        texts("team-lapsed", count=manager.lapsed) if manager.lapsed else None,
        _against_share(manager.balance, texts),
    )
    return texts("team-line", name=manager.name, figures=Html(" · ".join(part for part in parts if part)))


def _asked(asking: Asking | None, texts: Texts) -> Html | None:
    """How often somebody asked for a lead; nothing where none waited for them."""
    if asking is None or not asking.waited:
        return None
    if asking.is_never:
        return texts("team-asked-never")
    return texts("team-asked", count=asking.had, of=asking.waited)


def _against_share(balance: float, texts: Texts) -> Html | None:
    """By how much somebody has had less than their share, or more; nothing is said of who has just that."""
    tenths = round(abs(balance) * 10)
    if not tenths:
        return None
    return texts("team-short" if balance > 0 else "team-over", leads=leads_in_tenths(tenths, texts))


def _claimed(manager: ManagerRow, texts: Texts) -> Html:
    if manager.claim_median is None:
        return texts("team-claimed", count=manager.claimed)
    return texts("team-claimed-in", count=manager.claimed, span=span(manager.claim_median, texts))


def workbook_document(data: bytes, period: Period, texts: Texts) -> Document:
    days = dated(period.first, period.last, texts)
    return Document(data, texts.plain("workbook-file", days=days), texts("workbook-caption", period=days))


def bundle_document(data: bytes, head: str, texts: Texts) -> Document:
    """`head`: `NUMBER:SEAL` of its last entry, as it is published."""
    return Document(data, texts.plain("bundle-file"), texts("bundle-caption", head=head))
