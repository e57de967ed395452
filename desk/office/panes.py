"""The one table of the panes of /office: who may open each, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from desk.answers import office_view, scheme_view
from desk.asides import aside_view
from desk.leafing import leafed
from desk.office import crm_views, duty_panes, hook_views, segment_panes, source_views
from desk.office.changes import change_view, changes_view
from desk.office.file_views import file_pane
from desk.office.inviting import open_links_view
from desk.office.listing import listed_view
from desk.office.own_settings import own_settings
from desk.office.people_views import former_view, people_view, person_view
from desk.office.privacy import privacy_view
from desk.office.settings import group_view, setting_view, settings_view
from desk.office.tried import tried_pane
from desk.office.upkeep import upkeep_view
from desk.outgoing import Later
from desk.page import Page
from leads.rights import Right, may
from screens.buttons.of_panes import OfficePane
from screens.content import Content, Screen
from screens.office.changes import change_screen, changes_screen
from screens.office.front import aside_screen, office_screen
from screens.office.inviting import inviting_screen, open_links_screen, picking_screen
from screens.office.listed import listed_screen
from screens.office.people import former_screen, people_screen
from screens.office.person import dismissing_screen, person_screen, roles_screen, teams_screen
from screens.office.privacy import privacy_screen
from screens.office.schemes import scheme_screen
from screens.office.settings import group_screen, setting_screen, settings_screen
from screens.office.upkeep import upkeep_screen
from screens.texts import Texts
from screens.views.people import PersonView
from storage.people import PersonRow

DrawPane = Callable[[Page, PersonRow], Screen | Later | None]
"""Draws a pane; None where what it is about is no more. `page.args` has `about`, which may be old, and `page`."""


@dataclass(frozen=True, slots=True)
class PaneFacts:
    right: Right
    draw: DrawPane


def office_pane(page: Page, person: PersonRow) -> Content | Later:
    """Draws the pane that is open; the front where there is nothing to show, or it is not theirs to see."""
    name = page.args.get("pane", "")
    pane = OfficePane(name) if name in set(OfficePane) else OfficePane.FRONT
    facts = PANES[pane]
    shown = facts.draw(page, person) if may(person.roles, facts.right) else None
    return shown or _front(page, person)


def _front(page: Page, person: PersonRow) -> Screen:
    return office_screen(office_view(page.work, person), page.texts, page.links.calendar)


def _scheme(page: Page, _: PersonRow) -> Screen | None:
    view = scheme_view(page.work.office, page.args["about"])
    return scheme_screen(view, page.texts) if view else None


def _aside(page: Page, _: PersonRow) -> Screen:
    return aside_screen(aside_view(page.work), page.texts)


def _changes(page: Page, _: PersonRow) -> Screen:
    return changes_screen(changes_view(page.work, page.args["page"]), page.texts)


def _change(page: Page, _: PersonRow) -> Screen | None:
    view = change_view(page.work, page.args["about"])
    return change_screen(view, page.texts) if view else None


def _settings(page: Page, _: PersonRow) -> Screen:
    return settings_screen(settings_view(page.work), page.texts)


def _group(page: Page, person: PersonRow) -> Screen | None:
    view = group_view(page.work, person, page.args["about"])
    return group_screen(view, page.texts) if view else None


def _setting(page: Page, person: PersonRow) -> Screen | None:
    view = setting_view(page.work, person, page.args["about"])
    return setting_screen(view, page.texts) if view else None


def _people(page: Page, person: PersonRow) -> Screen:
    return people_screen(people_view(page, person), page.texts)


def _former(page: Page, person: PersonRow) -> Screen:
    return former_screen(former_view(page, person), page.texts)


def _of_person(draw: Callable[[PersonView, Texts], Screen]) -> DrawPane:
    """A pane about one person."""

    def drawn(page: Page, reader: PersonRow) -> Screen | None:
        view = person_view(page.work, reader, page.args["about"])
        return draw(replace(view, leafed=leafed(page, reader)), page.texts) if view else None

    return drawn


def _inviting(page: Page, _: PersonRow) -> Screen:
    return inviting_screen(len(open_links_view(page.work).rows), page.texts)


def _invited(page: Page, person: PersonRow) -> Screen:
    view = open_links_view(page.work)
    return open_links_screen(replace(view, leafed=leafed(page, person)), page.texts)


def _listed(page: Page, reader: PersonRow) -> Screen:
    return listed_screen(listed_view(page.work, reader), page.texts)


def _picking(page: Page, _: PersonRow) -> Screen:
    return picking_screen(page.texts)


def _upkeep(page: Page, _: PersonRow) -> Screen:
    return upkeep_screen(upkeep_view(page.work), page.texts)


def _privacy(page: Page, reader: PersonRow) -> Screen:
    return privacy_screen(privacy_view(page.work, reader), page.texts)


PANES: Mapping[OfficePane, PaneFacts] = {
    OfficePane.FRONT: PaneFacts(Right.SEE_OFFICE, _front),
    OfficePane.SCHEME: PaneFacts(Right.SWITCH_SCHEMES, _scheme),
    OfficePane.ASIDE: PaneFacts(Right.MIND, _aside),
    OfficePane.CHANGES: PaneFacts(Right.SEE_OFFICE, _changes),
    OfficePane.CHANGE: PaneFacts(Right.SEE_OFFICE, _change),
    OfficePane.SETTINGS: PaneFacts(Right.SEE_OFFICE, _settings),
    OfficePane.GROUP: PaneFacts(Right.SEE_OFFICE, _group),
    OfficePane.SETTING: PaneFacts(Right.SEE_OFFICE, _setting),
    OfficePane.FILE: PaneFacts(Right.SET_UP, file_pane),
    OfficePane.TRIED: PaneFacts(Right.SEE_OFFICE, tried_pane),
    OfficePane.PEOPLE: PaneFacts(Right.SEE_OFFICE, _people),
    OfficePane.PERSON: PaneFacts(Right.SEE_OFFICE, _of_person(person_screen)),
    OfficePane.ROLES: PaneFacts(Right.SET_UP, _of_person(roles_screen)),
    OfficePane.TEAMS: PaneFacts(Right.RUN, _of_person(teams_screen)),
    OfficePane.DISMISSING: PaneFacts(Right.SET_UP, _of_person(dismissing_screen)),
    OfficePane.FORMER: PaneFacts(Right.SET_UP, _former),
    OfficePane.SEGMENTS: PaneFacts(Right.SEE_OFFICE, segment_panes.segments),
    OfficePane.RETIRED: PaneFacts(Right.SEE_OFFICE, segment_panes.retired),
    OfficePane.SEGMENT: PaneFacts(Right.SEE_OFFICE, segment_panes.segment),
    OfficePane.RETIRING: PaneFacts(Right.SET_UP, segment_panes.retiring),
    OfficePane.MEMBERS: PaneFacts(Right.RUN, segment_panes.members),
    OfficePane.HEADS: PaneFacts(Right.SET_UP, segment_panes.heads),
    OfficePane.OWN: PaneFacts(Right.SEE_OFFICE, own_settings),
    OfficePane.RULES: PaneFacts(Right.SET_UP, segment_panes.rules),
    OfficePane.RULE: PaneFacts(Right.SET_UP, segment_panes.rule),
    OfficePane.INVITING: PaneFacts(Right.INVITE, _inviting),
    OfficePane.INVITED: PaneFacts(Right.INVITE, _invited),
    OfficePane.LISTED: PaneFacts(Right.INVITE, _listed),
    OfficePane.DUTIES: PaneFacts(Right.RUN, duty_panes.rosters),
    OfficePane.DUTY_WEEK: PaneFacts(Right.RUN, duty_panes.week),
    OfficePane.DUTY_DAY: PaneFacts(Right.RUN, duty_panes.day),
    OfficePane.SHIFT: PaneFacts(Right.RUN, duty_panes.shift),
    OfficePane.DUTY_WEEKLY: PaneFacts(Right.RUN, duty_panes.weekly),
    OfficePane.DUTY_PLAN: PaneFacts(Right.RUN, duty_panes.plan),
    OfficePane.PICKING: PaneFacts(Right.INVITE, _picking),
    OfficePane.UPKEEP: PaneFacts(Right.SEE_OFFICE, _upkeep),
    OfficePane.SOURCES: PaneFacts(Right.SET_UP, source_views.sources),
    OfficePane.SOURCE: PaneFacts(Right.SET_UP, source_views.source),
    OfficePane.SOURCE_KINDS: PaneFacts(Right.SET_UP, source_views.kinds),
    OfficePane.SOURCE_SEGMENT: PaneFacts(Right.SET_UP, source_views.segments),
    OfficePane.SOURCE_RENEWING: PaneFacts(Right.SET_UP, source_views.renewing),
    OfficePane.SOURCE_GOING: PaneFacts(Right.SET_UP, source_views.going),
    OfficePane.UNREAD: PaneFacts(Right.SET_UP, source_views.unread),
    OfficePane.CRM: PaneFacts(Right.SET_UP, crm_views.pane),
    OfficePane.CRM_PEOPLE: PaneFacts(Right.SET_UP, crm_views.people),
    OfficePane.CRM_PERSON: PaneFacts(Right.SET_UP, crm_views.person),
    OfficePane.CRM_STAGES: PaneFacts(Right.SET_UP, crm_views.stages),
    OfficePane.CRM_STAGE: PaneFacts(Right.SET_UP, crm_views.stage),
    OfficePane.CRM_PIPELINE: PaneFacts(Right.SET_UP, crm_views.pipeline),
    OfficePane.CRM_RENEWING: PaneFacts(Right.SET_UP, crm_views.renewing),
    OfficePane.CRM_OFF: PaneFacts(Right.SET_UP, crm_views.off),
    OfficePane.HOOKS: PaneFacts(Right.SET_UP, hook_views.overview),
    OfficePane.HOOK: PaneFacts(Right.SET_UP, hook_views.hook),
    OfficePane.HOOK_EVENTS: PaneFacts(Right.SET_UP, hook_views.events),
    OfficePane.HOOK_SURE: PaneFacts(Right.SET_UP, hook_views.sure),
    OfficePane.HOOK_KEY: PaneFacts(Right.SET_UP, hook_views.secret),
    OfficePane.HOOK_SENT: PaneFacts(Right.SET_UP, hook_views.sent),
    OfficePane.PRIVACY: PaneFacts(Right.SEE_OFFICE, _privacy),
}

assert PANES.keys() == set(OfficePane), "each pane is drawn"
