"""The computer's clock may be put back by hours: what was planned by the wrong time is brought nearer, once."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.desk.door import Door
from leads.put_back import put_back
from storage import due

ENOUGH = timedelta(seconds=30)  # a clock that is merely slewed goes back by less

log = logging.getLogger(__name__)


class PutBack:
    """Knows the latest time that it has seen. What happened before the start it cannot know, so it looks then too."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._latest: datetime | None = None

    async def look(self) -> None:
        async with self._door.read() as work:
            is_back = self._latest is None or work.now < self._latest - ENOUGH
            found = await due.with_deadline(work.conn, work.now) if is_back else ()
        for lead in found:
            await self._bring_nearer(lead)
        self._latest = work.now if is_back or self._latest is None else max(self._latest, work.now)

    async def _bring_nearer(self, lead: int) -> None:
        async with self._door.read() as work:
            if not put_back((await work.load(lead)).scene, work.now):
                return
        async with self._door.write() as work:
            loaded = await work.load(lead)
            if put_back(loaded.scene, work.now):
                await work.save(loaded)
                log.warning("lead row %s: the clock was put back, and its deadline with it", lead)
