"""Reports and summaries, the Excel file, what other schemes would have brought, the evening's seal."""

from __future__ import annotations

from datetime import date

from desk.cards.page import Page
from desk.outgoing import Later
from desk.whatif import whatif_content
from desk.workbooks import workbook
from leads.figures.periods import Period, Span, period_of
from reports.taking import taken
from reports.views import picture_of, report_view, shows_hours
from screens.content import Content, Picture
from screens.pictures.drawing import draw_sales
from screens.report import report_caption, report_keyboard, report_screen
from screens.seal import seal_screen
from screens.views.report import Pane
from storage.people import PersonRow


def report_card(page: Page, _: PersonRow) -> Content | Later:
    return _report(page, is_record=False)


def summary_card(page: Page, _: PersonRow) -> Content | Later:
    """What was told in the evening stays as it was told: its buttons open a report below."""
    return _report(page, is_record=True)


def _report(page: Page, *, is_record: bool) -> Content | Later:
    """A picture where there is something to see, with the summary under it; otherwise a list."""
    span, pane = Span(page.args["span"]), Pane(page.args["pane"])
    store, office, today = page.work.store, page.work.office, page.work.today
    period = period_of(span, date.fromisoformat(page.args["first"]))
    found = taken(store, office, period, by_the_clock=shows_hours(period, pane))
    view = report_view(found, span, today)
    if pane is not Pane.SUMMARY or not view.summary.handed:
        return report_screen(view, pane, page.texts, fresh=is_record)
    picture = picture_of(store, office, view, page.texts)
    name, caption = f"report-{period.first.isoformat()}.png", report_caption(view, page.texts)
    keyboard = report_keyboard(view, pane, page.texts, fresh=is_record)

    async def drawn() -> Content:
        return Picture(await draw_sales(picture, page.texts), name, caption, keyboard)

    return drawn


def workbook_card(page: Page, person: PersonRow) -> Content | None:
    """Without its days it is taken away: somebody in it was erased since."""
    if not page.args:
        return None
    return workbook(page.work, person, _days(page), page.texts)


def whatif_card(page: Page, _: PersonRow) -> Later:
    return whatif_content(page.work, _days(page), page.texts)


def _days(page: Page) -> Period:
    return Period(date.fromisoformat(page.args["first"]), date.fromisoformat(page.args["last"]))


def seal_card(page: Page, _: PersonRow) -> Content:
    return seal_screen(date.fromisoformat(page.args["day"]), page.args["head"], page.texts)
