"""The card of /office with whatever a tap has opened on it, and the links that an administrator makes."""

from __future__ import annotations

from desk.answers import invited_name, office_view
from desk.asides import aside_view
from desk.cards.page import Page
from desk.invitations import moving_view
from desk.rule_views import rule_view
from screens.aside import aside_screen
from screens.content import Content
from screens.moving import moving_screen
from screens.office import office_screen
from screens.rules import rule_screen
from storage.people import PersonRow


def office_card(page: Page, person: PersonRow) -> Content:
    """With the schemes of a segment, or with what could not be handled, where that is open."""
    if rule := rule_view(page.work.office, page.args.get("segment", "")):
        return rule_screen(rule, page.texts)
    if page.args.get("aside"):
        return aside_screen(aside_view(page.work), page.texts)
    return office_screen(office_view(page.work, person, {}), page.texts)


def invite_card(page: Page, person: PersonRow) -> Content:
    """The office, with a link for somebody new under it."""
    name = invited_name(page.work.office, page.args["invited"], page.texts)
    link = page.links.address(page.args["nonce"])
    return office_screen(office_view(page.work, person, {name: link}), page.texts)


def moving_card(page: Page, _: PersonRow) -> Content | None:
    """Nothing once the administrator has thought better of it."""
    nonce = page.args.get("nonce")
    view = moving_view(page.work, page.args.get("who", ""), page.links.address(nonce) if nonce else None)
    return moving_screen(view, page.texts) if view else None
