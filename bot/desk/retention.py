"""The office's own rule for how long a client's data are kept, applied a bite at a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final

from bot.desk.door import Door
from bot.desk.erasure import destroy
from bot.desk.work import Work
from contacts.phones import number_of
from contacts.spellings import Spellings
from leads.erasure import Cause, months_before
from storage import outdated, personal
from storage.tables import leads

BITE: Final = 20  # clients; each is erased in a transaction of its own


class Retention:
    """Keeps nothing but how far today's round has come: after a restart it begins anew, and finds what is left."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._after = ""  # the last phone of this round
        self._is_dirty = False  # something was erased, and may still be read in the database's files

    async def bite(self) -> bool:
        """Erases the next few clients whose time is over. True when the round is done."""
        async with self._door.read() as work:
            cutoff = _cutoff(work)
            if cutoff is None:
                return True
            phones = await outdated.phones(work.conn, cutoff, self._after, BITE)
            mentioned = await _mentioned(work, phones)
            alone = await outdated.without_phone(work.conn, cutoff, BITE)
        for phone in phones:
            await self._erase_client(phone, mentioned, cutoff)
        for lead in alone:
            await self._erase_lead(lead, cutoff)
        self._after = phones[-1] if phones else self._after
        return len(phones) < BITE and len(alone) < BITE and await self._end(cutoff)

    async def _erase_client(self, phone: str, mentioned: Collection[int], cutoff: datetime) -> None:
        """Unless he has called just now, or somebody else's younger lead speaks of him."""
        async with self._door.write() as work:
            ids = await personal.of_phone(work.conn, phone)
            if mentioned:
                spellings = Spellings([number_of(phone)])
                ids |= await personal.that_mention(work.conn, spellings.are_in, leads.c.id.in_(mentioned))
            if await outdated.is_client_old(work.conn, phone, ids, cutoff):
                found = await personal.lead_rows(work.conn, ids)
                rows = {"clients": await personal.erase_client(work.conn, phone)}
                await destroy(work, found, rows, Cause.RETENTION)
                self._is_dirty = True

    async def _erase_lead(self, lead: int, cutoff: datetime) -> None:
        async with self._door.write() as work:
            if await outdated.is_client_old(work.conn, "", [lead], cutoff):
                await destroy(work, await personal.lead_rows(work.conn, [lead]), {}, Cause.RETENTION)
                self._is_dirty = True

    async def _end(self, cutoff: datetime) -> bool:
        self._after = ""
        async with self._door.quiet() as work:
            aside = await outdated.set_aside_before(work.conn, cutoff)
            await personal.blank_set_aside(work.conn, aside)
        if self._is_dirty or aside:
            self._is_dirty = not await self._door.scrub(rebuild=False)
        return True


def _cutoff(work: Work) -> datetime | None:
    months = work.office.retention_months
    return months_before(work.now, months, work.office.timezone) if months else None


async def _mentioned(work: Work, phones: Collection[str]) -> set[int]:
    """Leads with more than one number in their text, of which one is among these."""
    if not phones:
        return set()
    spellings = Spellings([number_of(phone) for phone in phones])
    return await personal.that_mention(work.conn, spellings.are_in, leads.c.phones_found > 1)
