"""/office: who works here and how leads are shared; invitations for those who may give them."""

from __future__ import annotations

from leads.office import Role
from leads.presence import Absence
from screens.aside import aside_button
from screens.assigning import LABEL
from screens.buttons import Invite
from screens.content import Button, Keyboard, Screen
from screens.format import date_and_clock, listing
from screens.page import GAP, MOST_BUTTONS, page
from screens.rules import MOST_RULES, rule_buttons, rule_words
from screens.texts import Html, Texts, cut
from screens.views.office import OfficeView, PersonRow, SegmentRow

MOST_INVITED = MOST_BUTTONS - MOST_RULES


def office_screen(view: OfficeView, texts: Texts) -> Screen:
    segments = (_segment(segment, texts) for segment in view.segments)
    text = page(
        texts("office-title", name=view.name),
        *_links(view, texts),
        _hours(view, texts),
        texts(f"office-presence-{view.presence}"),
        texts("office-aside", count=view.set_aside) if view.set_aside else None,
        GAP,
        texts("office-segments") if view.segments else texts("office-no-segments"),
        *segments,
        GAP,
        texts("office-people") if view.people else texts("office-nobody"),
        *(_person(person, texts) for person in view.people),
        GAP,
        texts("office-invite") if view.may_invite else None,
    )
    rules = () if view.links else (*aside_button(view.set_aside, texts), *rule_buttons(view.segments, texts))
    return Screen(text, (*rules, *_invitations(view, texts)) if view.may_invite else rules)


def _links(view: OfficeView, texts: Texts) -> list[Html]:
    """First, because they were just asked for."""
    if not view.links:
        return []
    made = [texts("office-link", name=name, link=link) for name, link in view.links.items()]
    return [GAP, *made, texts("office-link-life", hours=view.link_hours), GAP]


def _hours(view: OfficeView, texts: Texts) -> Html:
    if view.open_now:
        return texts("office-open")
    if view.opens_at is None:
        return texts("office-closed")
    return texts("office-opens", at=date_and_clock(view.opens_at, view.timezone, texts))


def _segment(segment: SegmentRow, texts: Texts) -> Html:
    of = rule_words(segment, texts)
    if not segment.members:
        return texts("office-segment-empty", name=segment.name, scheme=of)
    return texts("office-segment", name=segment.name, scheme=of, members=listing(segment.members))


def _person(person: PersonRow, texts: Texts) -> Html:
    roles = role_names(person.roles, texts)
    if person.absence:
        return texts(
            "office-absent", name=person.name, roles=roles, why=texts.plain(f"absent-{person.absence}")
        )
    if Role.MANAGER in person.roles:
        return texts("office-manager", name=person.name, roles=roles, load=person.load)
    return texts("office-person", name=person.name, roles=roles)


def role_names(roles: tuple[Role, ...], texts: Texts) -> str:
    return listing(texts.plain(f"role-{role}") for role in roles)


def _invitations(view: OfficeView, texts: Texts) -> Keyboard:
    """A link for everybody who is not connected yet, and for a new person in each role."""
    waiting = [person for person in view.people if person.absence is Absence.NO_TELEGRAM]
    people = tuple(
        (Button(cut(texts.plain("button-invite", name=person.name), LABEL), Invite(person=person.id)),)
        for person in waiting[:MOST_INVITED]
    )
    new = [Button(texts.plain(f"button-invite-{role}"), Invite(person=f"+{role}")) for role in Role]
    return (*people, *(tuple(new[n : n + 2]) for n in range(0, len(new), 2)))
