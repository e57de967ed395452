"""The secretary's side: a message becomes a draft, a tap hands it over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from contacts.amounts import is_bare_phone
from contacts.reading import Letter, facts_of, join, read_client
from desk import by_itself
from desk.actor import Actor, Reply
from desk.door import Door
from desk.forgotten import mind, settled
from desk.leaving import expect, is_away
from desk.opened import bring, show
from desk.questions import stop_asking
from desk.two_leads import number_is_anothers
from desk.work import Work
from leads.by_itself import moment
from leads.client import Client, TouchKind, known_by
from leads.lead import State
from leads.offering import hand_over, touch
from leads.office import Office
from leads.picking import pick
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from leads.scene import Scene, who_has
from leads.segments import segment_for
from screens.format import listing
from screens.views.lead import Menu
from storage import cards, drafts, people, terms, touches
from storage.clients import Acquaintance, recognised
from storage.kinds import Change, Urgency
from storage.offices import take_number
from storage.scenes import Loaded


@dataclass(frozen=True, slots=True)
class Intake:
    door: Door

    async def read(self, letter: Letter) -> Callable[[Office], Client]:
        """The client by the office as it is known, read while nobody waits: dictionaries may have to be loaded first.

        By another office, if it has changed meanwhile, they are read once more.
        """
        if self.door.set_up is None:
            return partial(read_client, letter)
        known = self.door.set_up.office
        client = await asyncio.to_thread(read_client, letter, known)
        return lambda office: client if office is known else read_client(letter, office)

    async def hand_over(self, actor: Actor, lead: int, *, apart: bool = False) -> Reply:
        """The secretary taps `Передать`: from here on the lead is never dropped.

        A client who has an open lead comes to that one, unless `apart`: then it is a matter of its own.
        """

        def case(work: Work) -> Reply:
            draft = own_draft(work, actor, lead)
            if not apart and (twin := draft.stored.met.twin) is not None:
                return _add_to_open(work, draft, twin, actor.person or "", actor.chat)
            send_off(work, draft)
            return Reply(done="handed")

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def pick(self, actor: Actor, lead: int, who: str) -> Reply:
        """The secretary hands the lead over to a manager of their choice, where the segment leaves that to them.

        A list that was out of date is drawn again.
        """

        def case(work: Work) -> Reply:
            loaded = own_draft(work, actor, lead)
            if (twin := loaded.stored.met.twin) is not None:  # the client is somebody's already
                return _add_to_open(work, loaded, twin, actor.person or "", actor.chat)
            names = people.names(work.store)
            try:
                pick(loaded.scene, actor.person or "", who, work.now)
            except Refused as refused:
                cards.changed(work.store, Change.LEAD, lead)
                return Reply(refusal=refused.why, names=tuple(names[p] for p in refused.people))
            send_off(work, loaded)
            live = loaded.scene.live
            if live and live.fair:
                return Reply(done="picked", names=(names[who],))
            return Reply(done="handed")  # the office is closed, or somebody is asked before

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def list_drafts(self, actor: Actor, lead: int, *, is_open: bool) -> Reply:
        """Shows the secretary's other drafts under this one, or puts them away."""

        def case(work: Work) -> Reply:
            mine = own_draft(work, actor, lead).scene.lead
            is_alone = is_open and not drafts.own_others(work.store, lead, actor.person or "", 1)
            show(work.store, actor, mine, Menu.DRAFTS if is_open and not is_alone else Menu.NONE)
            return Reply(done="join-none" if is_alone else None)

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def join(self, actor: Actor, lead: int, other: int) -> Reply:
        """The secretary says that two of their drafts are of one client: what came first stands first."""

        def case(work: Work) -> Reply:
            both = sorted([own_draft(work, actor, lead), own_draft(work, actor, other)], key=_row)
            if lead == other:
                raise Refused(Refusal.NOT_YOURS)
            client = join(*(draft.client for draft in both))
            by_itself.soonest(work, lead, other)
            let_go(work, other)
            drafts.discard(work.store, other)
            rewrite_draft(work, lead, next(d.client for d in both if _row(d) == lead), client)
            show(work.store, actor, work.load(lead).scene.lead, Menu.NONE)
            return Reply(done="joined")

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def discard(self, actor: Actor, lead: int) -> Reply:
        """Somebody throws their own draft away; its card is removed."""

        def case(work: Work) -> Reply:
            own_draft(work, actor, lead)
            let_go(work, lead)
            drafts.discard(work.store, lead)
            return Reply(done="discarded")

        return await self.door.do(actor, Right.WRITE_DOWN, case)


def take(work: Work, actor: Actor, letter: Letter, client: Client) -> None:
    """Takes a message as a draft."""
    who = actor.person or ""
    client = _of_source(work, client)
    segment, met = recognise(work, client)
    due = moment(work.office, who, client, work.now)
    lead = drafts.add(work.store, client, segment, met, who, work.now, due)
    mind(work, lead)
    if met.client is not None:
        tell_beside(work, lead)
    if is_bare_phone(letter.text):
        stop_asking(work, who)
    bring(work.store, actor.chat, lead, who, Urgency.ANSWER)


def _of_source(work: Work, client: Client) -> Client:
    """Whatever comes from a bot or a channel is of the source that somebody has named for the last one from there."""
    learnt = touches.source_of(work.store, client.relay) if client.relay and not client.source else None
    source = work.office.source(learnt) if learnt else None
    return replace(client, source=source.id) if source else client


def go_by_itself(work: Work, draft: Loaded) -> None:
    """The time of a draft has come, and no hand has handed it over: it goes as a tap of whoever took the call would
    send it. What they are just asked or choose of it they can answer as of any lead.
    """
    lead = draft.scene.lead
    if lead.deadline is None or work.now < lead.deadline.at:
        return
    who = draft.stored.lead.secretary
    if not (work.office.hand_over_after and known_by(draft.client)):
        drafts.plan(work.store, lead.id, None)
        cards.changed(work.store, Change.LEAD, lead.id)
    elif (twin := draft.stored.met.twin) is not None:
        taker = people.by_ids(work.store, [who]).get(who) if who else None
        _add_to_open(work, draft, twin, who, taker.chat if taker else None)
    else:
        send_off(work, draft, by_itself=True)


def send_off(work: Work, draft: Loaded, *, by_itself: bool = False) -> None:
    """Hands a draft over as it stands, to whomever the rules choose."""
    lead, met = draft.scene.lead, draft.stored.met
    lead.known, lead.owner, lead.duplicate_of = met.known, met.owner, met.duplicate_of
    came = draft.stored.touch.at if draft.stored.touch else draft.stored.lead.created_at
    lead.waited = max(0, int((work.now - came).total_seconds()))
    lead.overtook, lead.by_itself = drafts.overtaken(work.store, lead.id, work.now), by_itself
    number = take_number(work.store)
    hand_over(draft.scene, number, work.now, twin_held=met.duplicate_holder is not None)
    work.save(draft)
    settled(work, lead.id)
    if draft.stored.has_others:
        tell_beside(work, lead.id)


def let_go(work: Work, lead: int) -> None:
    """The draft is about to be none any more: its card goes, nobody minds it, and those beside it say so."""
    tell_beside(work, lead)
    settled(work, lead)
    cards.changed(work.store, Change.LEAD, lead)


def tell_beside(work: Work, lead: int) -> None:
    """The other drafts of the same client, who was written down twice, say how it is now with this one."""
    if found := drafts.beside(work.store, lead):
        cards.changed(work.store, Change.LEAD, *(one.id for one in found))


def _add_to_open(work: Work, draft: Loaded, to: int, who: str | None, chat: int | None) -> Reply:
    """The client has an open lead: what was said now is a touch of that, and rings whoever has it."""
    let_go(work, draft.scene.lead.id)
    drafts.add_to(work.store, draft.scene.lead.id, to, TouchKind.REPEAT)
    twin = work.load(to)
    touch(twin.scene, TouchKind.REPEAT, who, work.now)
    work.save(twin)
    tell_where(work, chat, draft.scene.lead.id, twin.scene)
    return Reply(done="added")


def tell_where(work: Work, chat: int | None, draft: int, scene: Scene) -> None:
    """The secretary, who may not be the one who took the first call: with whom the client is."""
    who = who_has(scene)
    names = people.names(work.store)
    gone = [one for one in who if is_away(work, scene, one)]
    if len(gone) == len(who):
        expect(work, scene)
    key = "added-nobody" if not who else "added-away" if len(gone) == len(who) else "added"
    args = {"number": scene.lead.number, "names": listing([names[one] for one in who])}
    if chat is not None:
        work.note(chat, f"added:{draft}", key, Urgency.ANSWER, **args)


def recognise(work: Work, client: Client, lead: int = 0) -> tuple[str, Acquaintance]:
    """Tells to which segment a client belongs, and what the office knows of them, beside this lead."""
    met = recognised(work.store, client, lead)
    return segment_for(work.office, facts_of(work.office, client, met.known)).id, met


def own_draft(work: Work, actor: Actor, lead: int) -> Loaded:
    """The draft, if it is one and this secretary's. One that came by itself is theirs who touches it first.

    Raises Refused, NoLeadError.
    """
    loaded = work.load(lead)
    who = drafts.secretary_of(work.store, lead)
    comes_by_itself = who is None and loaded.scene.lead.state is State.DRAFT
    if comes_by_itself and may(actor.roles, Right.TAKE_IN) and actor.person:
        drafts.adopt(work.store, lead, actor.person)
        cards.changed(work.store, Change.LEAD, lead)
        return work.load(lead)
    if who != actor.person:
        raise Refused(Refusal.NOT_YOURS)
    if loaded.scene.lead.state is not State.DRAFT:
        raise Refused(Refusal.HANDED_ALREADY)
    return loaded


def rewrite_draft(work: Work, lead: int, before: Client, client: Client) -> None:
    """Puts a draft's client right; the segment follows the rules, unless the secretary has corrected it."""
    stored = work.load(lead).scene.lead.segment
    was, _ = recognise(work, before, lead)
    segment, met = recognise(work, client, lead)
    tell_beside(work, lead)
    drafts.rewrite(work.store, lead, client, segment if stored == was else stored, met)
    tell_beside(work, lead)  # of whoever it is now
    terms.renew(work.store, [drafts.stored(work.store, lead).lead.client])
    by_itself.plan(work, lead)
    cards.changed(work.store, Change.LEAD, lead)


def _row(draft: Loaded) -> int:
    return draft.scene.lead.id


def add_to_draft(work: Work, lead: int, more: Client, actor: Actor) -> None:
    """What is known of the client follows while it is a draft."""
    before = drafts.client_of(work.store, lead)
    client = join(before, more)
    stored = work.load(lead).scene.lead
    segment, met = stored.segment, Acquaintance(stored.known, stored.owner, stored.duplicate_of)
    was = drafts.stored(work.store, lead).lead.client
    if stored.state is State.DRAFT and before.phone is None:
        segment, met = recognise(work, client, lead)
    drafts.rewrite(work.store, lead, client, segment, met)
    tell_beside(work, lead)
    cards.changed(work.store, Change.LEAD, lead)
    now = drafts.stored(work.store, lead).lead.client
    by_itself.plan(work, lead)
    if stored.state is not State.DRAFT and now != was:
        number_is_anothers(work, actor, lead, now)
