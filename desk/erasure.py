"""A client's personal data, erased in one transaction: what was found, what was destroyed, which cards say so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from desk.door import Door
from desk.sought import Sought, of_lead, of_the_same, with_every_number
from desk.work import Work
from leads.client import Cause
from leads.entries.people import Erased
from leads.lead import State
from storage import clients as known_clients
from storage import personal, showing
from storage.personal import LeadRow
from storage.tables.clients import touches

ERASED_NOTE = {"key": "erased", "args": {}}


@dataclass(frozen=True, slots=True)
class Destroyed:
    """Says what an erasure has destroyed, without a word of it. `at` is in UTC."""

    at: datetime
    rows: Mapping[str, int]  # by table
    leads: tuple[int, ...]  # numbers
    drafts: int  # thrown away


@dataclass(frozen=True, slots=True)
class Erasure:
    door: Door

    async def erase(self, sought: Sought) -> Destroyed | None:
        """Everything about one client goes, as the client wishes. None where nothing is known.

        Raises SeveralClientsError where words that are no address stand with several of them.
        """
        # reading every text takes long, and nobody has to wait for it
        whole, ids, last = await self.door.read(lambda work: _mentioning(work, sought))
        return await self.door.write(lambda work: _erase(work, whole, ids, last))


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
    clients = personal.clients_with(work.store, sought.phones, sought.addresses)
    clients |= personal.clients_of(work.store, sought.rows)
    every = {*ids, *sought.rows, *personal.of_clients(work.store, clients)}
    every |= personal.that_mention(work.store, sought.mentions, touches.c.id > last)
    every |= personal.of_messages(work.store, every)
    found = personal.lead_rows(work.store, every)
    rows = _erase_elsewhere(work, sought, found)
    if not found and not clients and not any(rows.values()):
        return None
    return destroy(work, found, clients, rows, Cause.WISH)


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
    return Destroyed(work.now, counts, numbers, drafts)


def _disown(work: Work, lead: LeadRow) -> None:
    for chat in {chat for chat, _ in lead.messages}:
        messages = sorted(message for where, message in lead.messages if where == chat)
        showing.disown(work.store, chat, lead.id, messages)


def _erase_elsewhere(work: Work, sought: Sought, found: Collection[LeadRow]) -> dict[str, int]:
    """Notes and updates that could not be handled."""
    shown = personal.shown_by(work.store, [lead.id for lead in found])
    written = frozenset[tuple[int, int]]().union(*(lead.messages for lead in found))
    albums = frozenset[str]().union(*(lead.albums for lead in found))
    notes = personal.notes_that_mention(work.store, sought.mentions)
    aside = personal.set_aside_about(work.store, sought.mentions, shown | written, albums, sought.accounts)
    personal.blank(work.store, notes, ERASED_NOTE)
    personal.blank_set_aside(work.store, aside)
    return {"cards": len(notes), "set_aside": len(aside)}
