"""The numbers of a message on a lead's card: the client's own, the others, and what only looks like one."""

from __future__ import annotations

from leads.lead import State
from screens.buttons import ChoosePhone
from screens.content import Button
from screens.texts import Html, Texts, cut
from screens.views.lead import LeadView

LABEL = 40  # UTF-16 units of a button: a number and its extension
MOST_OTHERS = 6  # a whole telephone book is no lead


def phone_words(phone: str, extension: str, texts: Texts) -> str:
    """`+7 843 292-44-44 доб. 101`."""
    return texts.plain("phone-with-extension", phone=phone, extension=extension) if extension else phone


def other_phones(view: LeadView, texts: Texts) -> list[Html]:
    """The further numbers of the message, for whoever sees the client."""
    others = view.client.others
    lines = [
        texts("client-other-phone", phone=phone_words(one.phone, one.extension, texts))
        for one in others[:MOST_OTHERS]
    ]
    if len(others) > MOST_OTHERS:
        lines.append(texts("client-more-phones", count=len(others) - MOST_OTHERS))
    if others and view.lead.state is State.DRAFT:
        lines.append(texts("client-choose-phone"))
    return lines


def slips(view: LeadView, texts: Texts) -> list[Html]:
    """As they were written, with what seems to be wrong; while it is a draft they are asked for."""
    shown = view.client.slips[:MOST_OTHERS]
    lines = [texts(f"client-slip-{one.flaw}", written=one.written) for one in shown]
    if shown and view.lead.state is State.DRAFT:
        lines.append(texts("client-ask-phone"))
    return lines


def choose_phone(view: LeadView, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """A draft's buttons: which of the numbers is the client's. Their data say which, not what it is."""
    return tuple(
        (
            Button(
                texts.plain(
                    "button-choose-phone", phone=cut(phone_words(one.phone, one.extension, texts), LABEL)
                ),
                ChoosePhone(lead=view.lead.id, index=one.index),
            ),
        )
        for one in view.client.others[:MOST_OTHERS]
    )
