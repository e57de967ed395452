"""A client's personal data, erased in one transaction: what was found, what was destroyed, which cards say so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.desk.door import Door
from bot.desk.sought import Sought, of_lead, of_the_same
from bot.desk.work import Work
from leads.entries.office import Erased
from leads.erasure import Cause
from leads.scene import State
from storage import cards, personal
from storage.personal import LeadRow
from storage.tables import leads

ERASED_NOTE = {"key": "erased", "args": {}}


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What an erasure has destroyed, without a word of it. `at` is in UTC."""

    at: datetime
    rows: Mapping[str, int]  # by table
    leads: tuple[int, ...]  # numbers
    drafts: int  # thrown away


@dataclass(frozen=True, slots=True)
class Erasure:
    door: Door

    async def erase(self, sought: Sought) -> Destroyed | None:
        """Everything about one client, as he wishes. None where nothing is known of him.

        Raises SeveralClientsError where words that are no address stand with several of them.
        """
        async with self.door.read() as work:  # reading every text takes long, and nobody has to wait for it
            last = await personal.newest(work.conn)
            sought = await of_lead(work, sought) if sought.lead is not None else sought
            ids = await personal.that_mention(work.conn, sought.mentions)
            whole = await of_the_same(work, sought, ids)
            if whole != sought:
                sought, ids = whole, ids | await personal.that_mention(work.conn, whole.mentions)
        async with self.door.write() as work:
            return await _erase(work, sought, ids, last)


async def _erase(work: Work, sought: Sought, ids: Collection[int], last: int) -> Destroyed | None:
    """`ids`: the leads that speak of him, of all up to the row `last`."""
    every = {*ids, *sought.rows}
    for phone in sought.phones:
        every |= await personal.of_phone(work.conn, phone)
    every |= await personal.that_mention(work.conn, sought.mentions, leads.c.id > last)
    every |= await personal.of_messages(work.conn, every)
    found = await personal.lead_rows(work.conn, every)
    rows = await _erase_elsewhere(work, sought, found)
    rows["clients"] = sum([await personal.erase_client(work.conn, phone) for phone in sought.phones])
    if not found and not any(rows.values()):
        return None
    return await destroy(work, found, rows, Cause.WISH)


async def destroy(work: Work, found: Collection[LeadRow], rows: Mapping[str, int], cause: Cause) -> Destroyed:
    """Erases what these leads say of their client, and notes it; `rows` counts what went before."""
    await personal.erase_leads(work.conn, [lead.id for lead in found], cause)
    for lead in found:
        if cause is Cause.WISH and lead.chat:  # what is older than two days, nobody can remove
            await cards.disown(work.conn, lead.chat, str(lead.id), lead.messages)
        for kind in ("lead", "files"):
            await cards.touch(work.conn, kind, str(lead.id))
    if cause is Cause.WISH:
        await personal.take_workbooks(work.conn)
    numbers = tuple(sorted(lead.number for lead in found if lead.number))
    await work.log(Erased(numbers, cause))
    drafts = sum(lead.state is State.DRAFT for lead in found)
    return Destroyed(work.now, {"leads": len(found), **rows}, numbers, drafts)


async def _erase_elsewhere(work: Work, sought: Sought, found: Collection[LeadRow]) -> dict[str, int]:
    """Notes and updates that could not be handled."""
    shown = await personal.shown_by(work.conn, [lead.id for lead in found])
    written = {(lead.chat, message) for lead in found if lead.chat for message in lead.messages}
    albums = {lead.album for lead in found if lead.album}
    notes = await personal.notes_that_mention(work.conn, sought.mentions)
    aside = await personal.set_aside_about(work.conn, sought.mentions, shown | written, albums)
    await personal.blank(work.conn, notes, ERASED_NOTE)
    await personal.blank_set_aside(work.conn, aside)
    return {"cards": len(notes), "set_aside": len(aside)}
