"""The head's card of one lead: everything about it, and his hand on the wheel."""

from __future__ import annotations

from leads.lead import State
from screens.assigning import assign_menu
from screens.buttons import Settle
from screens.client import client_lines
from screens.content import Button, Keyboard, Screen
from screens.page import GAP, page, with_quote
from screens.status import status, title
from screens.texts import Texts
from screens.views.lead import LeadView


def head_screen(view: LeadView, texts: Texts) -> Screen:
    above = page(title(view, texts), status(view, texts), GAP, client_lines(view, texts))
    question = texts("head-settle") if view.lead.state is State.DISPUTED else page()
    return Screen(with_quote(above, view.client.said.text, question), _keyboard(view, texts))


def _keyboard(view: LeadView, texts: Texts) -> Keyboard:
    if view.lead.state in {State.DRAFT, State.CLOSED}:
        return ()
    if view.lead.state is State.DISPUTED:
        bad = Button(texts.plain("button-settle-bad"), Settle(lead=view.lead.id, bad=True), style="danger")
        good = Button(texts.plain("button-settle-good"), Settle(lead=view.lead.id, bad=False))
        return ((bad, good),)
    return assign_menu(view, texts)
