"""The secretary's card of one lead: a draft to hand over, then a status that stays true."""

from __future__ import annotations

from handlers.buttons import Discard, HandOver, PickSegment
from handlers.screen import Button, Keyboard, Screen
from handlers.screens.client import client_lines
from handlers.screens.numbers import choose_phone
from handlers.screens.page import GAP, MOST_BUTTONS, page, with_quote
from handlers.screens.picking import pick_lines, pick_list
from handlers.screens.status import status, title
from handlers.texts import Texts, cut
from handlers.views.lead import Choice, LeadView, Menu
from leads.scene import State

EXCERPT = 800  # UTF-16 units: she has just written the whole of it herself
LABEL = 40


def secretary_screen(view: LeadView, texts: Texts) -> Screen:
    above = page(title(view, texts), status(view, texts), GAP, client_lines(view, texts))
    if view.state is not State.DRAFT:
        return Screen(with_quote(above, view.client.text, most=EXCERPT))
    below = pick_lines(view, texts)
    return Screen(with_quote(above, view.client.text, below, most=EXCERPT), _draft_keyboard(view, texts))


def _draft_keyboard(view: LeadView, texts: Texts) -> Keyboard:
    lead = view.lead_id
    hand = Button(texts.plain("button-hand-over"), HandOver(lead=lead), style="primary")
    drop = Button(texts.plain("button-discard"), Discard(lead=lead))
    if view.menu is Menu.SEGMENTS:
        rows = tuple(
            (Button(_choice(one, view, texts), PickSegment(lead=lead, segment=one.id)),)
            for one in view.segments[:MOST_BUTTONS]
        )
        away = Button(texts.plain("button-put-away"), PickSegment(lead=lead, segment="-"))
        return ((hand,), *rows, (away,))
    segment = Button(texts.plain("button-segment", name=cut(view.segment, LABEL)), PickSegment(lead=lead))
    return ((hand,), *pick_list(view, texts), *choose_phone(view, texts), (segment,), (drop,))


def _choice(one: Choice, view: LeadView, texts: Texts) -> str:
    name = cut(one.name, LABEL)
    return texts.plain("button-marked", words=name) if one.name == view.segment else name
