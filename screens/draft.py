"""The secretary's card of one lead: a draft to hand over, then a status that stays true."""

from __future__ import annotations

from leads.lead import State
from screens.buttons import Discard, HandOver, PickSegment, PickSource
from screens.client import client_lines
from screens.content import Button, Keyboard, Screen
from screens.numbers import choose_phone
from screens.page import GAP, MOST_BUTTONS, page, with_quote
from screens.picking import pick_lines, pick_list
from screens.status import status, title
from screens.texts import Texts, cut
from screens.views.lead import Choice, LeadView, Menu

EXCERPT = 800  # UTF-16 units: she has just written the whole of it herself
LABEL = 40
MOST_BY_REGION = 4


def secretary_screen(view: LeadView, texts: Texts) -> Screen:
    above = page(title(view, texts), status(view, texts), GAP, client_lines(view, texts))
    if view.lead.state is not State.DRAFT:
        return Screen(with_quote(above, view.client.said.text, most=EXCERPT))
    below = pick_lines(view, texts)
    return Screen(with_quote(above, view.client.said.text, below, most=EXCERPT), _draft_keyboard(view, texts))


def _draft_keyboard(view: LeadView, texts: Texts) -> Keyboard:
    lead = view.lead.id
    hand = Button(texts.plain("button-hand-over"), HandOver(lead=lead), style="primary")
    drop = Button(texts.plain("button-discard"), Discard(lead=lead))
    if view.menu is Menu.SEGMENTS:
        return ((hand,), *_segment_list(view, texts))
    if view.menu is Menu.SOURCES:
        return ((hand,), *_source_list(view, texts))
    segment = Button(texts.plain("button-segment", name=cut(view.segment, LABEL)), PickSegment(lead=lead))
    below = (
        *pick_list(view, texts),
        *choose_phone(view, texts),
        (segment,),
        *_by_region(view, texts),
        *_source(view, texts),
        (drop,),
    )
    return ((hand,), *below)


def _segment_list(view: LeadView, texts: Texts) -> Keyboard:
    rows = tuple(
        (Button(_choice(one, view.segment, texts), PickSegment(lead=view.lead.id, segment=one.id)),)
        for one in view.segments[:MOST_BUTTONS]
    )
    return (*rows, (Button(texts.plain("button-put-away"), PickSegment(lead=view.lead.id, segment="-")),))


def _source_list(view: LeadView, texts: Texts) -> Keyboard:
    rows = tuple(
        (Button(_choice(one, view.source, texts), PickSource(lead=view.lead.id, source=one.id)),)
        for one in view.sources[:MOST_BUTTONS]
    )
    return (*rows, (Button(texts.plain("button-put-away"), PickSource(lead=view.lead.id, source="-")),))


def _source(view: LeadView, texts: Texts) -> Keyboard:
    """Where the office has named any."""
    if not view.sources:
        return ()
    name = cut(view.source, LABEL) if view.source else None
    words = texts.plain("button-source-is", name=name) if name else texts.plain("button-source")
    return ((Button(words, PickSource(lead=view.lead.id)),),)


def _by_region(view: LeadView, texts: Texts) -> Keyboard:
    """One tap for each segment that the client may belong to, for all that is known of him."""
    return tuple(
        (
            Button(
                texts.plain("button-by-region", name=cut(one.name, LABEL)),
                PickSegment(lead=view.lead.id, segment=one.id),
            ),
        )
        for one in view.by_region[:MOST_BY_REGION]
    )


def _choice(one: Choice, chosen: str | None, texts: Texts) -> str:
    name = cut(one.name, LABEL)
    return texts.plain("button-marked", words=name) if one.name == chosen else name
