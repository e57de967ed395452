"""Why a lead is said to be none: asked of its holder, told by a tap or in words, and read by whoever settles it."""

from __future__ import annotations

from leads.lead import State
from leads.questions import Asked
from leads.reasons import BadLeadReason
from screens.against import against_words
from screens.buttons.of_lead import BadReason
from screens.content import Button, Keyboard, page
from screens.texts import Html, Texts
from screens.views.lead import LeadView
from screens.writing import own_words, skip_row


def asks_why_bad(view: LeadView) -> bool:
    """Tells whether the holder may still say why, while the head has not settled it."""
    is_open = view.lead.state is State.DISPUTED and view.lead.bad_reason is None
    return is_open and view.asked in {None, Asked.REASON}


def bad_rows(view: LeadView, texts: Texts) -> Keyboard:
    """Returns the reasons, and the way to say it otherwise, or not at all."""
    buttons = [
        Button(texts.plain(f"bad-{reason}"), BadReason(lead=view.lead.id, reason=reason))
        for reason in BadLeadReason
        if reason is not BadLeadReason.OTHER
    ]
    last = skip_row(view, texts) if view.asked else (own_words(view, texts),)
    return (*(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2)), last)


def settle_question(view: LeadView, texts: Texts) -> Html:
    """Returns what the head is asked, with the reason where it is told."""
    reason = view.lead.bad_reason
    asked = (
        texts("head-settle-reason", reason=bad_reason(reason, texts).lower())
        if reason
        else texts("head-settle")
    )
    return page(asked, against_words("bad-against", view.against, texts) or None)


def bad_reason(reason: str, texts: Texts) -> str:
    """Returns a reason in words; one that this version does not know is shown as another one."""
    known = reason if reason in set(BadLeadReason) else BadLeadReason.OTHER
    return texts.plain(f"bad-{known}")
