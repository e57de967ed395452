"""What a segment may have of its own: times and offers beside the office's, and what its scheme reads."""

from __future__ import annotations

from desk.changing import document_of
from desk.office.spots import Spot, default_of, segment_at, value_at
from desk.page import Page
from leads.office import OF_POLICY
from leads.schemes import settings_counting
from screens.content import Screen
from screens.office.own_settings import own_settings_screen
from screens.views.segments import OwnRow, OwnView
from storage import offices
from storage.people import PersonRow


def own_settings(page: Page, _: PersonRow) -> Screen | None:
    view = own_view(page)
    return own_settings_screen(view, page.texts) if view else None


def own_view(page: Page) -> OwnView | None:
    """Shows one of them all, by its id or its `short`; None for one that is no more."""
    work = page.work
    id = segment_at(work, page.args["about"])
    if id is None:
        return None
    segment, document = work.office.segment(id), document_of(offices.read_office(work.store))
    rows = []
    for setting in (*OF_POLICY, *settings_counting(segment)):
        spot = Spot(setting, id)
        value = value_at(document, spot)
        is_office_s = spot.is_laid_over and value is None
        rows.append(OwnRow(setting, default_of(work, spot) if is_office_s else value, is_office_s))
    return OwnView(id, segment.name, segment.scheme, tuple(rows))
