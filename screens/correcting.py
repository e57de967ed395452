"""The list of what may be put right of a lead, and the lists that it opens."""

from __future__ import annotations

from leads.lead import OVER, State
from leads.questions import Asked
from screens.buttons.of_intake import Correct, PickSegment, PickSource, Resegment
from screens.content import Button, Keyboard, page
from screens.leafing import leaf_words, leaves
from screens.one_client import join_row, one_client_list, one_client_question
from screens.texts import Html, Texts, cut
from screens.views.lead import Choice, LeadView, Menu
from screens.views.leafing import On

LABEL = 40


def correct_button(view: LeadView, texts: Texts) -> tuple[Button, ...]:
    """Returns the button, where the reader may put something right."""
    if not view.may_correct:
        return ()
    return (Button(texts.plain("button-correct"), Correct(lead=view.lead.id)),)


def correcting(view: LeadView, texts: Texts) -> Keyboard | None:
    """Returns the open list; None where none of these is."""
    match view.menu:
        case Menu.CORRECT:
            return _parts(view, texts)
        case Menu.SEGMENTS:
            return _segment_list(view, texts)
        case Menu.SOURCES:
            return _source_list(view, texts)
        case Menu.ONWARD if view.onward:
            return _onward(view, view.onward, texts)
    return one_client_list(view, texts)


def _parts(view: LeadView, texts: Texts) -> Keyboard:
    lead = view.lead.id
    name, phone, comment = (
        Button(texts.plain(f"button-correct-{what}"), Correct(lead=lead, what=what))
        for what in (Asked.NAME, Asked.PHONE, Asked.COMMENT)
    )
    lists = []
    if view.lead.state not in {State.DISPUTED, *OVER}:
        lists.append(Button(texts.plain("button-correct-segment"), PickSegment(lead=lead)))
    if view.sources:
        lists.append(Button(texts.plain("button-correct-source"), PickSource(lead=lead)))
    away = Button(texts.plain("button-put-away"), Correct(lead=lead, what="-"))
    return ((name, phone), *((tuple(lists),) if lists else ()), (comment,), *join_row(view, texts), (away,))


def _segment_list(view: LeadView, texts: Texts) -> Keyboard:
    def button(one: Choice) -> Button:
        return Button(_choice(one, view.segment, texts), PickSegment(lead=view.lead.id, segment=one.id))

    rows = leaves(view.segments, view.leafed, On.LEAD, str(view.lead.id), button, texts)
    return (*rows, (Button(texts.plain("button-put-away"), PickSegment(lead=view.lead.id, segment="-")),))


def list_question(view: LeadView, texts: Texts) -> Html:
    """Tells what the open list asks: whether the lead goes on in the segment that was chosen, who is one client; and
    what is looked for in a long one.
    """
    if view.menu in {Menu.SEGMENTS, Menu.SOURCES}:
        rows = view.segments if view.menu is Menu.SEGMENTS else view.sources
        return leaf_words(rows, view.leafed, texts) or page()
    if view.menu is not Menu.ONWARD or view.onward is None:
        return one_client_question(view, texts)
    return texts("ask-onward", segment=view.onward.name)


def _onward(view: LeadView, segment: Choice, texts: Texts) -> Keyboard:
    lead, stays = view.lead.id, texts.plain("button-stays")
    if view.holder:
        stays = texts.plain("button-stays-with", name=cut(view.holder, LABEL))
    return (
        (Button(texts.plain("button-onward"), Resegment(lead=lead, segment=segment.id, on=True)),),
        (Button(stays, Resegment(lead=lead, segment=segment.id, on=False)),),
        (Button(texts.plain("button-put-away"), PickSegment(lead=lead, segment="-")),),
    )


def _source_list(view: LeadView, texts: Texts) -> Keyboard:
    def button(one: Choice) -> Button:
        return Button(_choice(one, view.source, texts), PickSource(lead=view.lead.id, source=one.id))

    rows = leaves(view.sources, view.leafed, On.LEAD, str(view.lead.id), button, texts)
    return (*rows, (Button(texts.plain("button-put-away"), PickSource(lead=view.lead.id, source="-")),))


def _choice(one: Choice, chosen: str | None, texts: Texts) -> str:
    name = cut(one.name, LABEL)
    return texts.plain("button-marked", words=name) if one.name == chosen else name
