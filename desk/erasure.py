"""A client's personal data, erased in one transaction: what was found, what was destroyed, which cards say so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from contacts.extensions import split
from desk.door import Door
from desk.sought import Sought, of_lead, of_the_same, with_every_number
from desk.work import Work
from leads.client import Cause
from leads.entries.people import Erased
from leads.lead import State
from storage import clients as known_clients
from storage import crm, personal, requests, showing
from storage.clients import OPEN
from storage.kinds import CardKind, Holds, that_hold
from storage.personal import LeadRow
from storage.tables.clients import touches

NOTES = tuple(kind for kind in that_hold(Holds.WORDS) if kind is not CardKind.ERASING)
"""What was told somebody; the other one only holds by what a client is looked for."""
ERASED_NOTE = {"key": "erased", "args": {}}


@dataclass(frozen=True, slots=True)
class Destroyed:
    """Says what an erasure has destroyed, without a word of it. `at` is in UTC; `in_crm`: the numbers in the office's
    CRM of those leads that are there, from where a hand has to erase them.
    """

    at: datetime
    rows: Mapping[str, int]  # by table
    leads: tuple[int, ...]  # numbers
    drafts: int  # thrown away
    in_crm: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Says what an erasure would destroy, without a word of it. `open`: leads that are not closed, and who has each.

    `counts`: of drafts, touches, files, messages that show the client, cards with own words, set-aside updates.
    `extensions`: of others who are reached by the same number.
    """

    leads: tuple[int, ...] = ()  # numbers
    open: tuple[tuple[int, str | None], ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    extensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erasure:
    door: Door

    async def erase(
        self, sought: Sought, then: Callable[[Work, Destroyed], None] = lambda _, __: None
    ) -> Destroyed | None:
        """Everything about one client goes, as the client wishes. None where nothing is known.

        `then` is done with it, or not at all. Raises SeveralClientsError where words that are no address stand with
        several of them.
        """

        def case(work: Work) -> Destroyed | None:
            destroyed = _erase(work, *found)
            if destroyed:
                then(work, destroyed)
            return destroyed

        # reading every text takes long, and nobody has to wait for it
        found = await self.door.read(lambda work: _mentioning(work, sought))
        return await self.door.write(case)

    async def look(self, sought: Sought) -> Found | None:
        """Tells what would go, and changes nothing. None and what is raised: as `erase`."""
        return await self.door.read(lambda work: _found(work, *_mentioning(work, sought)))

    def with_extensions(self, work: Work, sought: Sought) -> list[str]:
        """Returns others who are reached by the same number, each with an extension of their own, as stored."""
        if not sought.phones or split(sought.phones[0])[1]:
            return []
        return personal.with_extensions(work.store, sought.phones[0])


def _mentioning(work: Work, sought: Sought) -> tuple[Sought, Collection[int], int]:
    """All that is sought of the client, the leads that speak of them, and the last row that was looked at."""
    last = personal.newest(work.store)
    sought = of_lead(work, sought) if sought.lead is not None else sought
    sought = with_every_number(work, sought)
    ids = personal.that_mention(work.store, sought.mentions)
    whole = with_every_number(work, of_the_same(work, sought, ids))
    if whole != sought:
        ids |= personal.that_mention(work.store, whole.mentions)
    return whole, ids, last


def _erase(work: Work, sought: Sought, ids: Collection[int], last: int) -> Destroyed | None:
    """`ids`: the leads that speak of the client, of all up to the row `last`."""
    clients, found = _concerned(work, sought, ids, last)
    elsewhere = _elsewhere(work, sought, found)
    asked = personal.notes_that_mention(work.store, sought.mentions, [CardKind.ERASING])
    personal.blank(work.store, [*elsewhere["cards"], *asked], ERASED_NOTE)
    personal.blank_set_aside(work.store, elsewhere["set_aside"])
    requests.forget_request(work.store, elsewhere["requests"])
    if not found and not clients and not any(elsewhere.values()):
        return None
    rows = {table: len(those) for table, those in elsewhere.items()}
    return destroy(work, found, clients, rows, Cause.WISH)


def _found(work: Work, sought: Sought, ids: Collection[int], last: int) -> Found | None:
    clients, found = _concerned(work, sought, ids, last)
    elsewhere = _elsewhere(work, sought, found)
    if not found and not clients and not any(elsewhere.values()):
        return None
    rows = [lead.id for lead in found]
    counts = {"drafts": sum(lead.state is State.DRAFT for lead in found), **personal.counts(work.store, rows)}
    counts |= {table: len(those) for table, those in elsewhere.items()}
    still = [lead for lead in found if lead.number and lead.state in OPEN]
    holders = personal.holders(work.store, [lead.id for lead in still])
    return Found(
        tuple(sorted(lead.number for lead in found if lead.number)),
        tuple((lead.number or 0, holders.get(lead.id)) for lead in still),
        counts,
    )


def _concerned(work: Work, sought: Sought, ids: Collection[int], last: int) -> tuple[set[int], list[LeadRow]]:
    """The clients, and the leads that are theirs or speak of them."""
    clients = personal.clients_with(work.store, sought.phones, sought.addresses)
    clients |= personal.clients_of(work.store, sought.rows)
    every = {*ids, *sought.rows, *personal.of_clients(work.store, clients)}
    every |= personal.that_mention(work.store, sought.mentions, touches.c.id > last)
    every |= personal.of_messages(work.store, every)
    return clients, personal.lead_rows(work.store, every)


def destroy(
    work: Work, found: Collection[LeadRow], clients: Collection[int], rows: Mapping[str, int], cause: Cause
) -> Destroyed:
    """Erases these clients, and what these leads say of theirs, and notes it; `rows` counts what went before."""
    said, dropped = personal.erase_leads(work.store, found, cause)
    known_clients.erase(work.store, clients)
    for lead in found:
        if cause is Cause.WISH:  # what is older than two days, nobody can remove
            _disown(work, lead)
    personal.redraw(work.store, [lead.id for lead in found])
    if cause is Cause.WISH:
        personal.take_workbooks(work.store)
    numbers = tuple(sorted(lead.number for lead in found if lead.number))
    work.log(Erased(numbers, cause))
    drafts = sum(lead.state is State.DRAFT for lead in found)
    counts = {"leads": len(found), "touches": said, "clients": len({*clients, *dropped}), **rows}
    there = crm.there(work.store, [lead.id for lead in found])
    return Destroyed(work.now, counts, numbers, drafts, tuple(there[id] for id in sorted(there)))


def _disown(work: Work, lead: LeadRow) -> None:
    for chat in {chat for chat, _ in lead.messages}:
        messages = sorted(message for where, message in lead.messages if where == chat)
        showing.disown(work.store, chat, lead.id, messages)


def _elsewhere(work: Work, sought: Sought, found: Collection[LeadRow]) -> dict[str, list[int]]:
    """Notes, updates that could not be handled, and what sources have sent of which nothing was read."""
    shown = personal.shown_by(work.store, [lead.id for lead in found])
    written = frozenset[tuple[int, int]]().union(*(lead.messages for lead in found))
    albums = frozenset[str]().union(*(lead.albums for lead in found))
    notes = personal.notes_that_mention(work.store, sought.mentions, NOTES)
    aside = personal.set_aside_about(work.store, sought.mentions, shown | written, albums, sought.accounts)
    came = personal.requests_about(work.store, sought.mentions)
    return {"cards": notes, "set_aside": aside, "requests": came}
