"""The panes of duty, as `desk.office.panes` has them in its table. What is no more shows the list instead."""

from __future__ import annotations

from desk.office import duty_office_views as views
from desk.page import Page
from screens.content import Screen
from screens.office.duties import (
    day_screen,
    plan_screen,
    rosters_screen,
    shift_screen,
    week_screen,
    weekly_screen,
)
from storage.people import PersonRow


def rosters(page: Page, person: PersonRow) -> Screen:
    return rosters_screen(views.rosters_view(page, person), page.texts, page.links.calendar)


def week(page: Page, person: PersonRow) -> Screen:
    view = views.week_view(page, person)
    return week_screen(view, page.texts) if view else rosters(page, person)


def day(page: Page, person: PersonRow) -> Screen:
    view = views.day_view(page, person)
    return day_screen(view, page.texts) if view else rosters(page, person)


def shift(page: Page, person: PersonRow) -> Screen:
    view = views.shift_view(page, person)
    return shift_screen(view, page.texts) if view else rosters(page, person)


def weekly(page: Page, person: PersonRow) -> Screen:
    view = views.weekly_view(page, person)
    return weekly_screen(view, page.texts) if view else rosters(page, person)


def plan(page: Page, person: PersonRow) -> Screen:
    view = views.wish_view(page, person)
    return plan_screen(view, page.texts) if view else rosters(page, person)
