"""Notes, the menu of commands, and the answers to /help, /me, /queue, /why and /leads."""

from __future__ import annotations

from desk.answers import leads_view
from desk.cards.page import Page
from desk.me import me_view
from desk.queue import queue_view
from desk.why import why_view
from screens.content import Content
from screens.help import command_menu, help_screen
from screens.leads import leads_screen
from screens.me import me_screen
from screens.notice import notice_screen
from screens.queue import queue_screen
from screens.why import why_screen
from storage.people import PersonRow


def note_card(page: Page) -> Content:
    """Its words are its own; it may be for a stranger."""
    return notice_screen(page.card.payload["key"], page.card.payload["args"], page.texts)


def menu_card(page: Page, person: PersonRow) -> Content:
    return command_menu(person.roles, page.texts)


def help_card(page: Page, person: PersonRow) -> Content:
    return help_screen(person.name, person.roles, page.texts)


def me_card(page: Page, person: PersonRow) -> Content:
    return me_screen(me_view(page.work, person), page.texts)


def queue_card(page: Page, person: PersonRow) -> Content:
    return queue_screen(queue_view(page.work, person), page.texts)


def why_card(page: Page, person: PersonRow) -> Content | None:
    view = why_view(page.work, person, int(page.args["number"]))
    return why_screen(view, page.texts) if view else None


def leads_card(page: Page, _: PersonRow) -> Content:
    return leads_screen(leads_view(page.work), page.texts)
