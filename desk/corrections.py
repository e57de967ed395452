"""What was read of a client, put right: the number, the name, the source, the segment; before and after the hand-over.

A draft just changes. Of a lead that was handed over a touch keeps what stood there before, an entry says that it was
put right, and whoever holds it is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from contacts.phones import readable
from contacts.reading import choose, facts_of
from desk import crm_rows, questions
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.here import may_here
from desk.intake import own_draft, rewrite_draft
from desk.notes import refuse_unless_theirs
from desk.opened import show
from desk.two_leads import number_is_anothers
from desk.work import Work
from leads.client import Client, Correction, TouchKind
from leads.corrections import correct, correct_source
from leads.lead import State
from leads.questions import Asked
from leads.refusals import Refusal, Refused
from leads.resegmenting import refuse_unless_movable
from leads.rights import Right
from leads.segments import KnownBy, segment_for
from screens.views.lead import Menu
from storage import cards, clients, drafts, joins, terms, touches
from storage.clients import Acquaintance
from storage.kinds import Change
from storage.scenes import Loaded
from storage.touches import Touch

LISTING = frozenset({"", "-"})  # of the buttons of a list: show it, put it away
TYPED = frozenset({Asked.NAME, Asked.PHONE, Asked.COMMENT})


@dataclass(frozen=True, slots=True)
class Corrections:
    door: Door

    async def open(self, actor: Actor, lead: int, *, is_open: bool) -> Reply:
        """Shows what may be put right, or puts that away."""

        def case(work: Work) -> Reply:
            theirs(work, actor, lead)
            questions.stop_asking_of(
                work, actor.person or "", lead
            )  # it would stand in the place of the list
            show_menu(work, actor, lead, Menu.CORRECT if is_open else Menu.NONE)
            return Reply()

        return await self.door.do(actor, Right.WRITE_DOWN, case)

    async def ask(self, actor: Actor, lead: int, what: str) -> Reply:
        """The next thing that they send is what this should be."""

        def case(work: Work) -> Reply:
            theirs(work, actor, lead)
            if what not in TYPED:
                return NOTHING
            questions.ask(work, actor.person or "", Asked(what), lead)
            show_menu(work, actor, lead, Menu.NONE)
            return Reply(done=f"{what}-asked")

        return await self.door.do(actor, Right.WRITE_DOWN, case)

    async def pick_segment(self, actor: Actor, lead: int, segment: str) -> Reply:
        """Opens the list of segments (empty), puts it away (`-`), or corrects the draft's segment.

        Of a lead that was handed over it asks whether that one goes on by the segment's rule: `desk.resegmenting`.
        """

        def case(work: Work) -> Reply:
            loaded = theirs(work, actor, lead)
            if segment in LISTING:
                show_menu(work, actor, lead, Menu.NONE if segment else Menu.SEGMENTS)
                return Reply()
            chosen = next((s.id for s in work.office.segments if s.id == segment and not s.retired), None)
            if loaded.scene.lead.state is not State.DRAFT:
                return _ask_whether_it_goes_on(work, actor, loaded, chosen)
            if chosen:
                loaded.scene.lead.segment = chosen
                work.save(loaded)
            show_menu(work, actor, lead, Menu.NONE)
            return Reply(done="segment-changed" if chosen else None)

        return await self.door.do(actor, Right.WRITE_DOWN, case)

    async def choose_phone(self, actor: Actor, lead: int, index: int) -> Reply:
        """The secretary says that of several numbers this one is the client's: who they are, and where they belong,
        is looked up anew.
        """

        def case(work: Work) -> Reply:
            own_draft(work, actor, lead)
            client = drafts.client_of(work.store, lead)
            if not index < len(client.phones) or client.phones[index] == client.phone:
                return NOTHING
            rewrite_draft(work, lead, client, choose(client, client.phones[index], work.office.locale))
            return Reply(done="phone-chosen")

        return await self.door.do(actor, Right.TAKE_IN, case)

    async def pick_source(self, actor: Actor, lead: int, source: str) -> Reply:
        """Opens the list of sources (empty), puts it away (`-`), or says where the lead is from; the one that is
        said already is taken back. A draft's segment follows, unless they have corrected it.
        """

        def case(work: Work) -> Reply:
            loaded = theirs(work, actor, lead)
            chosen = next((s.id for s in work.office.sources if s.id == source), None)
            if chosen:
                _change_source(work, actor, loaded, None if loaded.scene.lead.source == chosen else chosen)
            show_menu(work, actor, lead, Menu.NONE if source else Menu.SOURCES)
            return Reply(done="source-changed" if chosen else None)

        return await self.door.do(actor, Right.WRITE_DOWN, case)


def theirs(work: Work, actor: Actor, lead: int) -> Loaded:
    """Loads a lead that somebody may put right: a draft of their own, else one whose client they see.

    Raises Refused, NoLeadError.
    """
    loaded = work.load(lead)
    if loaded.scene.lead.state is State.DRAFT:
        return own_draft(work, actor, lead)
    refuse_unless_theirs(loaded, actor)
    is_near = actor.person in {loaded.scene.lead.holder, loaded.stored.lead.secretary}
    if not is_near and not may_here(loaded, actor, Right.SEE_CLIENTS):
        raise Refused(Refusal.NOT_YOURS)
    if loaded.stored.lead.client is None:
        raise Refused(Refusal.ERASED)
    return loaded


def _ask_whether_it_goes_on(work: Work, actor: Actor, loaded: Loaded, segment: str | None) -> Reply:
    refuse_unless_movable(loaded.scene)
    is_another = segment is not None and segment != loaded.scene.lead.segment
    menu = Menu.ONWARD if is_another else Menu.NONE
    show_menu(work, actor, loaded.scene.lead.id, menu, segment=segment or "")
    return Reply()


def show_menu(work: Work, actor: Actor, lead: int, menu: Menu, **more: Any) -> None:
    """Shows the card as it is now, with this list of buttons open; `more`: what it is about."""
    show(work.store, actor, work.load(lead).scene.lead, menu, **more)


def changed(was: str | None, now: str | None) -> str:
    """What stood there, and what stands there now; a dash for nothing."""
    return f"{was or '—'} → {now or '—'}"


def with_phone(client: Client, phone: str, locale: str) -> Client:
    """Returns the client with this number. The one that was wrong is none of theirs.

    Where somebody of the office says that they are, they stay.
    """
    others = [one for one in client.phones if one not in {client.phone, phone}]
    found = choose(client, phone, locale)
    if client.region_by is KnownBy.HAND:
        found = replace(found, region=client.region, place=client.place, region_by=client.region_by)
    return replace(found, phones=(phone, *others), slips=())


def change_name(work: Work, actor: Actor, loaded: Loaded, name: str, **where: Any) -> None:
    """Calls the client so, in all of their open leads. `where`: the message in which somebody says so, if one does."""
    lead, was = loaded.scene.lead.id, loaded.client.name
    renamed = clients.call(work.store, loaded.stored.lead.client, lead, name)
    cards.changed(work.store, Change.LEAD, *renamed)
    crm_rows.follow_client(work, renamed)
    put_right(work, actor, lead, Correction.NAME, Client(name=was, text=changed(was, name), **where))


def change_phone(work: Work, actor: Actor, loaded: Loaded, phone: str, **where: Any) -> None:
    """Whoever has this number is the client from now on. `where` as of `change_name`."""
    lead, was = loaded.scene.lead, loaded.client.phone
    client = with_phone(loaded.client, phone, work.office.locale)
    told = Acquaintance(lead.known, lead.owner, lead.duplicate_of)  # at the hand-over; that stays as it was
    drafts.rewrite(work.store, lead.id, client, lead.segment, told)
    before, now = loaded.stored.lead.client, drafts.stored(work.store, lead.id).lead.client
    terms.renew(work.store, [now])
    if now != before:
        clients.look_after(work.store, before)
        clients.look_after(work.store, now)
        theirs = {*joins.to_redraw(work.store, before), *joins.to_redraw(work.store, now)}
        cards.changed(work.store, Change.LEAD, *sorted(theirs))
    phones = tuple(one for one in (was, phone) if one)
    words = changed(was and readable(was), readable(phone))
    put_right(work, actor, lead.id, Correction.PHONE, Client(phones=phones, text=words, **where))
    if now != before:
        number_is_anothers(work, actor, lead.id, now)


def _change_source(work: Work, actor: Actor, loaded: Loaded, source: str | None) -> None:
    lead = loaded.scene.lead
    if lead.state is State.DRAFT:
        client = drafts.client_of(work.store, lead.id)
        was, now = (
            segment_for(work.office, facts_of(work.office, replace(client, source=one), lead.known)).id
            for one in (lead.source, source)
        )
        if lead.segment == was:
            lead.segment = now
        lead.source = source
        work.save(loaded)
        return
    before, after = (work.office.source_name(one) if one else None for one in (lead.source, source))
    note_change(work, actor, loaded, Correction.SOURCE, Client(text=changed(before, after)))
    correct_source(loaded.scene, source, actor.person or "", work.now)
    work.save(replace(loaded, stored=replace(loaded.stored, has_later=True)))


def put_right(work: Work, actor: Actor, lead: int, what: Correction, said: Client) -> None:
    """A touch keeps what stood there before; the ledger says that it was put right."""
    loaded = work.load(lead)
    note_change(work, actor, loaded, what, said)
    correct(loaded.scene, what, actor.person or "", work.now)
    work.save(replace(loaded, stored=replace(loaded.stored, has_later=True)))


def note_change(work: Work, actor: Actor, loaded: Loaded, what: Correction, said: Client) -> None:
    """Keeps what stood there before."""
    touch = Touch(TouchKind.CORRECTION, work.now, actor.person, said, what)
    touches.add(work.store, loaded.scene.lead.id, loaded.stored.lead.client, touch)
