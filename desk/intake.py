"""The secretary's side: a message becomes a draft, a tap hands it over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from contacts.amounts import is_bare_phone
from contacts.reading import Letter, choose, facts_of, join, read_client
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.forgotten import mind
from desk.leaving import expect, is_away
from desk.questions import stop_asking
from desk.work import Work, who_has
from leads.client import Client, TouchKind
from leads.lead import State
from leads.offering import hand_over, touch
from leads.office import Office
from leads.picking import pick
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.scene import Scene
from leads.segments import segment_for
from screens.format import listing
from storage import cards, drafts, people
from storage.clients import Acquaintance, acquaintance
from storage.kinds import CardKind, Change, Urgency
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
                return _add_to_open(work, actor, draft, twin)
            _hand_over(work, draft)
            return Reply(done="handed")

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def pick(self, actor: Actor, lead: int, who: str) -> Reply:
        """The secretary hands the lead over to a manager of their choice, where the segment leaves that to them.

        A list that was out of date is drawn again.
        """

        def case(work: Work) -> Reply:
            loaded = own_draft(work, actor, lead)
            if (twin := loaded.stored.met.twin) is not None:  # the client is somebody's already
                return _add_to_open(work, actor, loaded, twin)
            names = people.names(work.store)
            try:
                pick(loaded.scene, actor.person or "", who, work.now)
            except Refused as refused:
                cards.changed(work.store, Change.LEAD, lead)
                return Reply(refusal=refused.why, names=tuple(names[p] for p in refused.people))
            _hand_over(work, loaded)
            live = loaded.scene.live
            if live and live.fair:
                return Reply(done="picked", names=(names[who],))
            return Reply(done="handed")  # the office is closed, or somebody is asked before

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def pick_segment(self, actor: Actor, lead: int, segment: str) -> Reply:
        """Opens the list of segments (empty), puts it away (`-`), or corrects the draft's segment."""

        def case(work: Work) -> Reply:
            loaded = own_draft(work, actor, lead)
            chosen = next((s.id for s in work.office.segments if s.id == segment and not s.retired), None)
            if chosen:
                loaded.scene.lead.segment = chosen
                work.save(loaded)
            _show(work, actor, lead, menu="" if segment else "segments")
            return Reply(done="segment-changed" if chosen else None)

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def choose_phone(self, actor: Actor, lead: int, index: int) -> Reply:
        """The secretary says that of several numbers this one is the client's: who they are, and where they belong,
        is looked up anew.
        """

        def case(work: Work) -> Reply:
            own_draft(work, actor, lead)
            client = drafts.client_of(work.store, lead)
            if not index < len(client.phones) or client.phones[index] == client.phone:
                return NOTHING
            _change_phone(work, lead, client, client.phones[index])
            return Reply(done="phone-chosen")

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def pick_source(self, actor: Actor, lead: int, source: str) -> Reply:
        """Opens the list of sources (empty), puts it away (`-`), or says where the draft's lead is from; the one
        that is said already is taken back. The draft's segment follows, unless they have corrected it.
        """

        def case(work: Work) -> Reply:
            loaded = own_draft(work, actor, lead)
            chosen = next((s.id for s in work.office.sources if s.id == source), None)
            if chosen:
                _change_source(work, loaded, None if loaded.scene.lead.source == chosen else chosen)
            _show(work, actor, lead, menu="" if source else "sources")
            return Reply(done="source-changed" if chosen else None)

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def discard(self, actor: Actor, lead: int) -> Reply:
        """Somebody throws their own draft away; its card is removed."""

        def case(work: Work) -> Reply:
            own_draft(work, actor, lead)
            drafts.discard(work.store, lead)
            cards.changed(work.store, Change.LEAD, lead)
            return Reply(done="discarded")

        return await self.door.do(actor, Right.WRITE_DOWN, case)


def take(work: Work, actor: Actor, letter: Letter, client: Client) -> None:
    """Takes a message as a draft."""
    who = actor.person or ""
    segment, met = _recognise(work, client)
    lead = drafts.add(work.store, client, segment, met, who, work.now)
    mind(work, lead)
    if is_bare_phone(letter.text):
        stop_asking(work, who)
    cards.want(work.store, actor.chat, CardKind.LEAD, lead, who, Urgency.ANSWER)


def _hand_over(work: Work, draft: Loaded) -> None:
    lead, met = draft.scene.lead, draft.stored.met
    lead.known, lead.owner, lead.duplicate_of = met.known, met.owner, met.duplicate_of
    number = take_number(work.store)
    hand_over(draft.scene, number, work.now, twin_held=met.duplicate_holder is not None)
    work.save(draft)
    if draft.stored.has_others and (beside := drafts.beside(work.store, lead.id)):
        cards.changed(work.store, Change.LEAD, *beside)  # the same client, written down twice


def _add_to_open(work: Work, actor: Actor, draft: Loaded, to: int) -> Reply:
    """The client has an open lead: what was said now is a touch of that, and rings whoever has it."""
    drafts.add_to(work.store, draft.scene.lead.id, to, TouchKind.REPEAT)
    cards.changed(work.store, Change.LEAD, draft.scene.lead.id)  # it is gone
    twin = work.load(to)
    touch(twin.scene, TouchKind.REPEAT, actor.person or "", work.now)
    work.save(twin)
    _tell_where(work, actor, draft.scene.lead.id, twin.scene)
    return Reply(done="added")


def _tell_where(work: Work, actor: Actor, draft: int, scene: Scene) -> None:
    """The secretary, who may not be the one who took the first call: with whom the client is."""
    who = who_has(scene)
    names = people.names(work.store)
    gone = [one for one in who if is_away(work, scene, one)]
    if len(gone) == len(who):
        expect(work, scene)
    key = "added-nobody" if not who else "added-away" if len(gone) == len(who) else "added"
    args = {"number": scene.lead.number, "names": listing([names[one] for one in who])}
    work.note(actor.chat, f"added:{draft}", key, Urgency.ANSWER, **args)


def _recognise(work: Work, client: Client, lead: int = 0) -> tuple[str, Acquaintance]:
    met = acquaintance(work.store, client.phone, lead)
    return segment_for(work.office, facts_of(work.office, client, met.known)).id, met


def _change_source(work: Work, draft: Loaded, source: str | None) -> None:
    lead = draft.scene.lead
    client = drafts.client_of(work.store, lead.id)
    was, now = (
        segment_for(work.office, facts_of(work.office, replace(client, source=one), lead.known)).id
        for one in (lead.source, source)
    )
    if lead.segment == was:
        lead.segment = now
    lead.source = source
    work.save(draft)


def _show(work: Work, actor: Actor, lead: int, menu: str) -> None:
    """The card as it is now, with this list of buttons open."""
    where = (actor.chat, CardKind.LEAD, lead, actor.person)
    cards.want(work.store, *where, Urgency.ANSWER, fresh=False, payload={"menu": menu})


def _change_phone(work: Work, lead: int, before: Client, phone: str) -> None:
    """The segment follows the rules, unless the secretary has corrected it."""
    client = choose(before, phone, work.office.locale)
    stored = work.load(lead).scene.lead.segment
    was, _ = _recognise(work, before, lead)
    segment, met = _recognise(work, client, lead)
    drafts.rewrite(work.store, lead, client, segment if stored == was else stored, met)
    cards.changed(work.store, Change.LEAD, lead)


def own_draft(work: Work, actor: Actor, lead: int) -> Loaded:
    """The draft, if it is one and this secretary's. Raises Refused, NoLeadError."""
    loaded = work.load(lead)
    if drafts.secretary_of(work.store, lead) != actor.person:
        raise Refused(Refusal.NOT_YOURS)
    if loaded.scene.lead.state is not State.DRAFT:
        raise Refused(Refusal.HANDED_ALREADY)
    return loaded


def add_to_draft(work: Work, lead: int, more: Client) -> None:
    """What is known of the client follows while it is a draft."""
    before = drafts.client_of(work.store, lead)
    client = join(before, more)
    stored = work.load(lead).scene.lead
    segment, met = stored.segment, Acquaintance(stored.known, stored.owner, stored.duplicate_of)
    if stored.state is State.DRAFT and before.phone is None:
        segment, met = _recognise(work, client, lead)
    drafts.rewrite(work.store, lead, client, segment, met)
    cards.changed(work.store, Change.LEAD, lead)
