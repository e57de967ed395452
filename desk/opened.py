"""The list of buttons that somebody has opened under a lead's card: it is of the lead as it stood then.

A card that comes to the end of a chat comes with its lists closed. Where a lead has changed hands meanwhile, or is
over, a list that was left open is gone when the card is drawn again: whoever opened it meant another situation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.actor import Actor
from desk.transaction import Transaction
from leads.lead import Lead, State
from leads.rights import Right, may
from screens.views.lead import Menu
from storage import cards, drafts
from storage.kinds import CardKind, Urgency
from storage.people import PersonRow
from storage.store import Store

NOBODYS = frozenset({State.WAITING, State.OFFERED})
CLOSED: Mapping[str, Any] = {"menu": ""}
OF_THE_CLIENT = frozenset({Menu.SAME_CLIENT, Menu.SURE, Menu.PART})
"""These are about the client, whoever has the lead meanwhile."""


def bring(store: Store, chat: int, lead: int, person: str | None, urgency: Urgency) -> None:
    """Brings a lead's card to the end of a chat, with its lists closed: what has happened is what is to be seen."""
    cards.want(store, chat, CardKind.LEAD, lead, person, urgency, payload=CLOSED)


def whose(work: Transaction, draft: int) -> tuple[PersonRow, ...]:
    """Returns whoever took a draft in, as far as they have an account; of one that came by itself all who hand leads
    over.
    """
    who = drafts.secretary_of(work.store, draft)
    here = work.connected()
    return tuple(p for p in here if (p.id == who if who else may(p.roles, Right.TAKE_IN)))


def bring_draft(work: Transaction, draft: int, urgency: Urgency) -> None:
    """Brings a draft to whose it is."""
    for person in whose(work, draft):
        bring(work.store, person.chat or 0, draft, person.id, urgency)


def show(store: Store, actor: Actor, lead: Lead, menu: Menu, *, fresh: bool = False, **more: Any) -> None:
    """Shows whoever has tapped the card with this list open; `more`: what the list is about."""
    payload = {"menu": menu, "stood": standing(lead), **more} if menu else CLOSED
    where = (actor.chat, CardKind.LEAD, lead.id, actor.person, Urgency.ANSWER)
    cards.want(store, *where, fresh=fresh, payload=payload)


def opened(payload: Mapping[str, Any], lead: Lead) -> Menu:
    """Returns the list that a card has open, as long as the lead still stands as it did then."""
    menu = Menu(payload.get("menu", ""))
    is_still_meant = menu in OF_THE_CLIENT or payload.get("stood") == standing(lead)
    return menu if is_still_meant else Menu.NONE


def standing(lead: Lead) -> str:
    """Tells in whose hands a lead is, and how far it is; who is asked just now makes no difference."""
    if lead.state in NOBODYS:
        return "nobodys"
    return f"{lead.state}:{lead.holder or ''}"
