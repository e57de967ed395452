"""The office's own rule for how long a client's data are kept, applied a bite at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from contacts.phones import number_of
from contacts.spellings import Spellings
from desk.door import Door
from desk.erasure import destroy
from desk.work import Work
from leads.erasure import Cause, months_before
from storage import outdated, personal
from storage.tables import leads

BITE: Final = 20  # clients; each is erased in a transaction of its own


@dataclass(frozen=True, slots=True)
class Bite:
    """What is looked at next. `mentioned`: leads that speak of one of these phones and of others."""

    cutoff: datetime  # UTC
    phones: Sequence[str]
    mentioned: Collection[int]
    alone: Sequence[int]  # leads without a phone


class Retention:
    """Keeps nothing but how far today's round has come: after a restart it begins anew, and finds what is left."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._after = ""  # the last phone of this round
        self._is_dirty = False  # something was erased, and may still be read in the database's files

    async def bite(self) -> bool:
        """Erases the next few clients whose time is over. True when the round is done."""
        found = await self._door.read(self._next)
        if found is None:
            return True
        for phone in found.phones:
            await self._erase_client(phone, found.mentioned, found.cutoff)
        for lead in found.alone:
            await self._erase_lead(lead, found.cutoff)
        self._after = found.phones[-1] if found.phones else self._after
        is_last = len(found.phones) < BITE and len(found.alone) < BITE
        return is_last and await self._end(found.cutoff)

    def _next(self, work: Work) -> Bite | None:
        """None where the office keeps everything."""
        cutoff = _cutoff(work)
        if cutoff is None:
            return None
        phones = outdated.phones(work.conn, cutoff, self._after, BITE)
        alone = outdated.without_phone(work.conn, cutoff, BITE)
        return Bite(cutoff, phones, _mentioned(work, phones), alone)

    async def _erase_client(self, phone: str, mentioned: Collection[int], cutoff: datetime) -> None:
        """Unless he has called just now, or somebody else's younger lead speaks of him."""

        def case(work: Work) -> bool:
            ids = personal.of_phone(work.conn, phone)
            if mentioned:
                spellings = Spellings([number_of(phone)])
                ids |= personal.that_mention(work.conn, spellings.are_in, leads.c.id.in_(mentioned))
            if not outdated.is_client_old(work.conn, phone, ids, cutoff):
                return False
            found = personal.lead_rows(work.conn, ids)
            destroy(work, found, {"clients": personal.erase_client(work.conn, phone)}, Cause.RETENTION)
            return True

        self._is_dirty |= await self._door.write(case)

    async def _erase_lead(self, lead: int, cutoff: datetime) -> None:
        def case(work: Work) -> bool:
            is_old = outdated.is_client_old(work.conn, "", [lead], cutoff)
            if is_old:
                destroy(work, personal.lead_rows(work.conn, [lead]), {}, Cause.RETENTION)
            return is_old

        self._is_dirty |= await self._door.write(case)

    async def _end(self, cutoff: datetime) -> bool:
        def case(work: Work) -> bool:
            aside = outdated.set_aside_before(work.conn, cutoff)
            personal.blank_set_aside(work.conn, aside)
            return bool(aside)

        self._after = ""
        if await self._door.quiet(case) or self._is_dirty:
            self._is_dirty = not await self._door.scrub(rebuild=False)
        return True


def _cutoff(work: Work) -> datetime | None:
    months = work.office.retention_months
    return months_before(work.now, months, work.office.timezone) if months else None


def _mentioned(work: Work, phones: Collection[str]) -> set[int]:
    """Leads with more than one number in their text, of which one is among these."""
    if not phones:
        return set()
    spellings = Spellings([number_of(phone) for phone in phones])
    return personal.that_mention(work.conn, spellings.are_in, leads.c.phones_found > 1)
