"""The panes of sources: their list, one of them, whose its leads are."""

from __future__ import annotations

from typing import Final

from desk.office.segment_views import asked
from desk.office.sources import TOPIC
from desk.page import Page
from leads.office import Office
from leads.sources import Source
from screens.content import Screen
from screens.office.sources import (
    source_going_screen,
    source_screen,
    source_segment_screen,
    sources_screen,
)
from screens.views.sources import SourceLine, SourceSegmentsView, SourcesView, SourceView
from storage.people import PersonRow

ON_A_PAGE: Final = 10


def sources(page: Page, person: PersonRow) -> Screen:
    office, question = page.work.office, asked(person)
    lines = [_line(office, source) for source in office.sources]
    here, pages = _page(len(lines), page.args["page"])
    is_asked = question.get("topic") == TOPIC and not question.get("source")
    shown = tuple(lines[here * ON_A_PAGE : (here + 1) * ON_A_PAGE])
    refused = is_asked and bool(question.get("refused"))
    return sources_screen(SourcesView(shown, here, pages, is_asked, refused), page.texts)


def source(page: Page, person: PersonRow) -> Screen | None:
    view = source_view(page, person)
    return source_screen(view, page.texts) if view else None


def source_going(page: Page, person: PersonRow) -> Screen | None:
    view = source_view(page, person)
    return source_going_screen(view, page.texts) if view else None


def source_segment(page: Page, _: PersonRow) -> Screen | None:
    office, found = page.work.office, _find(page)
    if found is None:
        return None
    rows = [(s.id, s.name, s.id == found.segment) for s in office.segments if not s.retired]
    here, pages = _page(len(rows), page.args["page"])
    shown = tuple(rows[here * ON_A_PAGE : (here + 1) * ON_A_PAGE])
    return source_segment_screen(SourceSegmentsView(_line(office, found), shown, here, pages), page.texts)


def source_view(page: Page, person: PersonRow) -> SourceView | None:
    """None for one that is no more."""
    office, found, question = page.work.office, _find(page), asked(person)
    if found is None:
        return None
    is_asked = (question.get("topic"), question.get("source")) == (TOPIC, found.id)
    named = tuple(
        s.name
        for s in office.segments
        if not s.retired and s.match and any(office.source(word) == found for word in s.match.source)
    )
    return SourceView(_line(office, found), named, is_asked, is_asked and bool(question.get("refused")))


def _find(page: Page) -> Source | None:
    return next((one for one in page.work.office.sources if one.id == page.args["about"]), None)


def _line(office: Office, source: Source) -> SourceLine:
    active = {s.id: s.name for s in office.segments if not s.retired}
    return SourceLine(source.id, source.name, source.kind.value, active.get(source.segment or ""))


def _page(rows: int, page: int) -> tuple[int, int]:
    """Which page it is, from 0, and of how many."""
    pages = max(1, -(-rows // ON_A_PAGE))
    return min(page, pages - 1), pages
