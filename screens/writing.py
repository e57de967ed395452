"""The buttons under any card on which its reader may write something down, or is asked to."""

from __future__ import annotations

from leads.lead import State
from screens.buttons import Note, Skip
from screens.content import Button, Keyboard
from screens.texts import Texts
from screens.views.lead import LeadView


def skip_row(view: LeadView, texts: Texts) -> tuple[Button, ...]:
    """One button, for whoever has nothing to say to what is asked."""
    return (Button(texts.plain(f"button-skip-{view.asked}"), Skip(lead=view.lead.id)),)


def note_row(view: LeadView, texts: Texts) -> Keyboard:
    """The button for a note, where the reader may write one."""
    if not view.may_write or view.lead.state is State.DRAFT:
        return ()
    return ((Button(texts.plain("button-note"), Note(lead=view.lead.id)),),)
