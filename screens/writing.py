"""The buttons under any card on which its reader may write something down, or is asked to."""

from __future__ import annotations

from leads.lead import State
from screens.buttons.of_lead import Note, OwnWords, PutAmount, Reopen, Skip, Withdraw
from screens.content import Button, Keyboard
from screens.correcting import correct_button, list_question
from screens.one_client import add_row
from screens.texts import Html, Texts
from screens.views.lead import LeadView


def question(view: LeadView, texts: Texts) -> Html:
    """Tells what the reader may type now, or choose."""
    return texts(f"ask-{view.asked}") if view.asked else list_question(view, texts)


def skip_row(view: LeadView, texts: Texts) -> tuple[Button, ...]:
    """Returns one button, for whoever has nothing to say to what is asked."""
    return (Button(texts.plain(f"button-skip-{view.asked}"), Skip(lead=view.lead.id)),)


def own_words(view: LeadView, texts: Texts) -> Button:
    """Returns the button for a reason that stands in no list."""
    return Button(texts.plain("button-own-words"), OwnWords(lead=view.lead.id))


def undo_row(view: LeadView, texts: Texts) -> Keyboard:
    """Returns the buttons for taking back what became of a lead, where the reader may."""
    if view.may_withdraw:
        return (*add_row(view, texts), (Button(texts.plain("button-withdraw"), Withdraw(lead=view.lead.id)),))
    amount = Button(texts.plain("button-amount"), PutAmount(lead=view.lead.id))
    reopen = Button(texts.plain("button-reopen"), Reopen(lead=view.lead.id))
    row = (*((amount,) if view.may_put_amount else ()), *((reopen,) if view.may_reopen else ()))
    return (row,) if row else ()


def note_row(view: LeadView, texts: Texts) -> Keyboard:
    """Returns the buttons for a note and for what is wrong, where the reader may write something down."""
    if not view.may_write or view.lead.state in {State.DRAFT, State.WITHDRAWN}:
        return ()
    return ((Button(texts.plain("button-note"), Note(lead=view.lead.id)), *correct_button(view, texts)),)
