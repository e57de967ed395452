"""The panes of segments, as `desk.office.panes` has them in its table."""

from __future__ import annotations

from desk.office import segment_views as views
from desk.page import Page
from screens.content import Screen
from screens.office.rules import part_screen, rules_screen
from screens.office.segments import (
    heads_screen,
    members_screen,
    retired_screen,
    retiring_screen,
    segment_screen,
    segments_screen,
)
from storage.people import PersonRow


def segments(page: Page, person: PersonRow) -> Screen:
    return segments_screen(views.segments_view(page, person), page.texts)


def retired(page: Page, person: PersonRow) -> Screen:
    return retired_screen(views.retired_view(page, person), page.texts)


def segment(page: Page, person: PersonRow) -> Screen | None:
    view = views.segment_view(page, person)
    return segment_screen(view, page.texts) if view else None


def retiring(page: Page, person: PersonRow) -> Screen | None:
    view = views.segment_view(page, person)
    return retiring_screen(view, page.texts) if view else None


def members(page: Page, person: PersonRow) -> Screen | None:
    view = views.members_view(page, person)
    return members_screen(view, page.texts) if view else None


def heads(page: Page, person: PersonRow) -> Screen | None:
    view = views.heads_view(page, person)
    return heads_screen(view, page.texts) if view else None


def rules(page: Page, _: PersonRow) -> Screen | None:
    view = views.rules_view(page)
    return rules_screen(view, page.texts) if view else None


def rule(page: Page, person: PersonRow) -> Screen | None:
    view = views.part_view(page, person)
    return part_screen(view, page.texts) if view else None
