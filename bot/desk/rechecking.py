"""Offers bind whoever is there: looked at anew when people come and go, and when the office is set up otherwise."""

from __future__ import annotations

from bot.desk.door import Door
from bot.desk.work import Work
from leads.cutting import recheck
from storage import due


def recheck_offers(work: Work, who: str) -> None:
    """After he has gone, or has said when he will."""
    for lead in due.offered_to_anybody(work.conn):
        loaded = work.load(lead)
        is_his = loaded.scene.live is not None and who in loaded.scene.live.people
        if is_his and recheck(loaded.scene, work.now):
            work.save(loaded)


class Recheck:
    """Knows by which set-up of the office it has looked; after a start it looks once."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._version: int | None = None

    async def look(self) -> None:
        """Hours, rosters and teams may be others now, by a file, a tap or another program."""
        set_up = self._door.set_up
        if set_up is None or set_up.version == self._version:
            return
        for lead in await self._door.read(lambda work: due.by_the_clock(work.conn)):
            await self._recheck(lead)
        self._version = set_up.version

    async def _recheck(self, lead: int) -> None:
        def case(work: Work) -> None:
            loaded = work.load(lead)
            if recheck(loaded.scene, work.now):
                work.save(loaded)

        if await self._door.read(lambda work: recheck(work.load(lead).scene, work.now)):
            await self._door.write(case)
