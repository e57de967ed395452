"""The office's own rule for how long a client's data are kept, applied a bite at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from contacts.phones import number_of
from contacts.spellings import Spellings
from desk.door import Door
from desk.erasure import destroy
from desk.work import Work
from leads.client import Cause, months_before
from storage import personal
from storage.tables.clients import touches

BITE: Final = 20  # clients; each is erased in a transaction of its own


@dataclass(frozen=True, slots=True)
class Bite:
    """What is looked at next. `mentioned`: leads that speak of one of these clients' phones and of others."""

    cutoff: datetime  # UTC
    phones: Mapping[int, Sequence[str]]  # by client, in the order of their rows
    mentioned: Collection[int]


class Retention:
    """Keeps nothing but how far today's round has come: after a restart it begins anew, and finds what is left."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._after = 0  # the last client of this round
        self._is_dirty = False  # something was erased, and may still be read in the database's files

    async def bite(self) -> bool:
        """Erases the next few clients whose time is over. True when the round is done."""
        found = await self._door.read(self._next)
        if found is None:
            return True
        for client in found.phones:
            await self._erase(client, found)
        self._after = max(found.phones, default=self._after)
        return len(found.phones) < BITE and await self._end(found.cutoff)

    def _next(self, work: Work) -> Bite | None:
        """None where the office keeps everything."""
        cutoff = _cutoff(work)
        if cutoff is None:
            return None
        clients = personal.clients_before(work.store, cutoff, self._after, BITE)
        phones = personal.phones_by_client(work.store, clients)
        return Bite(cutoff, phones, _mentioned(work, [p for of_one in phones.values() for p in of_one]))

    async def _erase(self, client: int, found: Bite) -> None:
        """Unless they have called just now, or somebody else's younger lead speaks of them."""

        def case(work: Work) -> bool:
            ids = personal.of_clients(work.store, [client])
            phones = personal.phones_by_client(work.store, [client])[client]
            if found.mentioned and phones:
                spellings = Spellings([number_of(phone) for phone in phones])
                ids |= personal.that_mention(
                    work.store, spellings.are_in, touches.c.lead.in_(found.mentioned)
                )
            if not personal.is_client_old(work.store, client, ids, found.cutoff):
                return False
            destroy(work, personal.lead_rows(work.store, ids), [client], {}, Cause.RETENTION)
            return True

        self._is_dirty |= await self._door.write(case)

    async def _end(self, cutoff: datetime) -> bool:
        def case(work: Work) -> bool:
            aside = personal.set_aside_before(work.store, cutoff)
            personal.blank_set_aside(work.store, aside)
            return bool(aside)

        self._after = 0
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
    return personal.that_mention(work.store, spellings.are_in, touches.c.phones_found > 1)
