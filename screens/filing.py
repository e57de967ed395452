"""What somebody has sent who hands over no leads: which of their leads it is for."""

from __future__ import annotations

from screens.buttons.of_intake import BringIn, Discard, FileUnder
from screens.content import GAP, Button, Keyboard, Screen, page, with_quote
from screens.story import words_of
from screens.texts import Texts, cut
from screens.views.lead import LeadView

EXCERPT = 800  # UTF-16 units: they have just written the whole of it themselves
LABEL = 40


def filing_screen(view: LeadView, texts: Texts) -> Screen:
    """Asks which of the reader's open leads this is a note on."""
    question = texts("filing-which") if view.leads else texts("filing-none")
    drop = Button(texts.plain("button-discard"), Discard(lead=view.lead.id))
    bring = ((Button(texts.plain("button-bring-in"), BringIn(lead=view.lead.id)),),) if view.brings_in else ()
    keyboard = (*lead_list(view, texts), *bring, (drop,))
    return Screen(with_quote(page(question, GAP), words_of(view, texts), most=EXCERPT), keyboard)


def lead_list(view: LeadView, texts: Texts) -> Keyboard:
    """Returns one button for each lead that it may be for."""
    return tuple(
        (
            Button(
                texts.plain("button-file", number=one.number, name=cut(one.client, LABEL))
                if one.client
                else texts.plain("button-file-nameless", number=one.number),
                FileUnder(lead=view.lead.id, to=one.id),
            ),
        )
        for one in view.leads
    )
