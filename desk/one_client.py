"""The head says that two clients are one, or are two after all; a lead is added to another one of its client's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desk import by_itself, questions, two_leads
from desk.actor import Actor, Reply
from desk.door import Door
from desk.folding import add_to, keep_one_offer
from desk.intake import tell_where
from desk.notes import Heard
from desk.one_client_views import look_for
from desk.opened import opened, show
from desk.undoing import refuse_unless_theirs, show_draft
from desk.work import Work
from leads.entries.clients import ClientsJoined, ClientsParted
from leads.lead import State
from leads.questions import Asked, Question
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from screens.views.lead import Menu
from storage import cards, drafts, joins
from storage.kinds import CardKind, Change
from storage.scenes import Loaded


@dataclass(frozen=True, slots=True)
class OneClient:
    door: Door

    async def choose(self, actor: Actor, lead: int, other: int, *, sure: bool) -> Reply:
        """Opens the list of other clients (0), puts it away (-1), asks whether the head is sure, or joins the two.

        While the list is open, what the head types is looked for.
        """

        def case(work: Work) -> Reply:
            loaded = _theirs(work, lead)
            _stop_looking(work, actor, lead)
            if other == 0:
                questions.ask(work, actor.person or "", Asked.SAME_CLIENT, lead)
                _show(work, actor, lead, Menu.SAME_CLIENT)
                return Reply()
            if other < 0:
                _show(work, actor, lead, Menu.NONE)
                return Reply()
            there = _another(work, loaded, other)
            if not sure:
                _show(work, actor, lead, Menu.SURE, other=other)
                return Reply()
            _join(work, actor, loaded, there)
            return Reply(done="clients-joined")

        return await self.door.do(actor, Right.JOIN_CLIENTS, case)

    async def part(self, actor: Actor, lead: int, join: int) -> Reply:
        """Opens the list of those who were joined (0), or parts two: each has again what came with them."""

        def case(work: Work) -> Reply:
            loaded = _theirs(work, lead)
            if join == 0:
                if not joins.of_client(work.store, loaded.stored.lead.client):
                    raise Refused(Refusal.TWO_ALREADY)
                _show(work, actor, lead, Menu.PART)
                return Reply()
            made = joins.find(work.store, join)
            if made is None or not joins.is_of(work.store, made, loaded.stored.lead.client):
                raise Refused(Refusal.TWO_ALREADY)
            _part(work, actor, lead, made)
            return Reply(done="clients-parted")

        return await self.door.do(actor, Right.JOIN_CLIENTS, case)

    async def add(self, actor: Actor, lead: int, to: int) -> Reply:
        """Somebody adds a lead that nobody has had to another one of the same client: it costs nobody a turn."""

        def case(work: Work) -> Reply:
            refuse_unless_theirs(work.load(lead), actor)
            add_to(work, lead, to, actor.person or "")
            tell_where(work, actor.chat, lead, work.load(to).scene)
            return Reply(done="added")

        return await self.door.do(actor, Right.WITHDRAW, case)


def look(work: Work, heard: Heard, lead: int) -> bool:
    """Takes what was sent for what the head looks for: whom it may be. Raises Refused, NoLeadError.

    The list in which they look may be gone: then it is something else.
    """
    if heard.letter.kind or not may(heard.actor.roles, Right.JOIN_CLIENTS):
        return False
    loaded = _theirs(work, lead)
    card = cards.of(work.store, heard.actor.chat, CardKind.LEAD, lead)
    if card is None or opened(card.payload, loaded.scene.lead) is not Menu.SAME_CLIENT:
        questions.stop_asking(work, heard.who)
        return False
    found = look_for(work, loaded, heard.letter.text)
    if found is None:
        return False
    show(work.store, heard.actor, loaded.scene.lead, Menu.SAME_CLIENT, fresh=True, found=list(found))
    return True


def _theirs(work: Work, lead: int) -> Loaded:
    """A lead of a client who is somebody. Raises Refused, NoLeadError."""
    loaded = work.load(lead)
    if loaded.stored.lead.client is None:
        raise Refused(Refusal.ERASED)
    if loaded.scene.lead.state is State.DRAFT:
        raise Refused(Refusal.NOT_YOURS)
    return loaded


def _another(work: Work, one: Loaded, other: int) -> Loaded:
    """A lead of somebody else. Raises Refused, NoLeadError."""
    there = _theirs(work, other)
    if there.stored.lead.client == one.stored.lead.client:
        raise Refused(Refusal.SAME_ALREADY)
    return there


def _show(work: Work, actor: Actor, lead: int, menu: Menu, **more: Any) -> None:
    show(work.store, actor, work.load(lead).scene.lead, menu, **more)


def _stop_looking(work: Work, actor: Actor, lead: int) -> None:
    if questions.asked(work, actor.person or "") == Question(Asked.SAME_CLIENT, lead):
        questions.stop_asking(work, actor.person or "")


def _join(work: Work, actor: Actor, one: Loaded, other: Loaded) -> None:
    """Whoever called first is the one with whom everything is from now on."""
    store, by = work.store, actor.person or ""
    clients = one.stored.lead.client, other.stored.lead.client
    first, later = sorted(clients, key=lambda client: joins.numbers_of(store, client))
    sides = joins.open_of(store, first), joins.open_of(store, later)
    made = joins.join(store, later, first, work.now)
    work.log(ClientsJoined(by, made.numbers, made.other_numbers))
    cards.changed(store, Change.LEAD, *joins.to_redraw(store, first))
    keep_one_offer(work, first, by)
    _show(work, actor, one.scene.lead.id, Menu.PART)
    two_leads.tell(work, actor, first, sides, one.scene.lead.id)


def _part(work: Work, actor: Actor, lead: int, made: joins.Join) -> None:
    store = work.store
    root = work.load(lead).stored.lead.client
    here = joins.to_redraw(store, root)
    joins.part(store, made)
    _take_apart(work, made, root)
    work.log(ClientsParted(actor.person or "", made.numbers, made.other_numbers))
    if here:
        cards.changed(store, Change.LEAD, *here)
    _show(work, actor, lead, Menu.NONE)


def _take_apart(work: Work, made: joins.Join, root: int) -> None:
    """What was added to a lead of the other one is a draft again, with whoever took that call."""
    for lead, to in joins.added_to_others(work.store, (made.client, root)):
        draft = drafts.apart(work.store, lead, work.now)
        if draft is not None:
            by_itself.plan(work, draft)
            cards.changed(work.store, Change.HANDS, to)
            show_draft(work, draft)
