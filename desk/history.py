"""The whole of what happened around a lead, and what else its client came with: a page of it in the card's place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.actor import Actor, Reply
from desk.door import Door
from desk.here import as_here
from desk.masking import is_masked
from desk.opened import show
from desk.views import Reader, seat_of
from desk.work import Work
from leads.client import TouchKind
from leads.lead import Lead
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from screens.views.history import EarlierLead, HistoryView
from screens.views.lead import Menu, TouchView
from storage import cards, earlier, people
from storage.drafts import Stored, client_from
from storage.kinds import CardKind
from storage.people import PersonRow


@dataclass(frozen=True, slots=True)
class Histories:
    door: Door

    async def turn(self, actor: Actor, lead: int, page: int) -> Reply:
        """Whoever sees the client opens a page of the lead's history in the place of its card; 0 brings that back."""

        def case(work: Work) -> Reply:
            _refuse_unless_seen(work, actor, lead)
            card = cards.of(work.store, actor.chat, CardKind.LEAD, lead)
            its = {"page": page, "at": card.wanted + 1 if card else 1}
            menu = Menu.HISTORY if page else Menu.NONE
            show(work.store, actor, work.load(lead).scene.lead, menu, fresh=card is None, **its)
            return Reply()

        return await self.door.do(actor, Right.FIND, case)


def _refuse_unless_seen(work: Work, actor: Actor, lead: int) -> None:
    """Raises Refused, NoLeadError."""
    loaded, person = work.load(lead), work.at(actor.chat)
    if person is None:
        raise Refused(Refusal.NOT_YOURS)
    here = as_here(person, work.office, loaded.scene.segment.id)
    seat = seat_of(loaded.scene, Reader(here, loaded.stored.lead.secretary == person.id))
    if is_masked(seat, here, work.office):
        raise Refused(Refusal.NOT_YOURS)


def history_view(
    work: Work, stored: Stored, reader: PersonRow, later: tuple[TouchView, ...], page: int
) -> HistoryView:
    """Returns all of it; `later`: what happened after the message that made the lead, as the reader may see it."""
    first, names = stored.touch, people.names(work.store)
    sees_amounts = may(reader.roles, Right.SEE_AMOUNTS, work.office)
    begun = (
        (TouchView(TouchKind.FIRST, first.at, names.get(first.who), client_from(stored)),) if first else ()
    )
    client = stored.lead.client if stored.has_others else None
    others = earlier.of_client(work.store, stored.lead.id, client) if client else ()
    leads = tuple(_earlier(one, names, sees_amount=sees_amounts or one.holder == reader.id) for one in others)
    return HistoryView((*begun, *later), leads, page)


def _earlier(lead: Lead, names: Mapping[str, str], *, sees_amount: bool) -> EarlierLead:
    who = lead.holder or lead.taken_by
    return EarlierLead(
        number=lead.number or 0,
        at=lead.handed_at,
        who=names.get(who) if who else None,
        state=lead.state,
        outcome=lead.outcome,
        amount=lead.amount if sees_amount else None,
    )
