"""The computer's clock may be put back by hours: what was planned by the wrong time is brought nearer, once."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from desk.door import Door
from desk.work import Work
from leads.deadlines import put_back
from storage import due

ENOUGH = timedelta(seconds=30)  # a clock that is merely slewed goes back by less

log = logging.getLogger(__name__)


class PutBack:
    """Knows the latest time that it has seen. What happened before the start it cannot know, so it looks then too."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._latest: datetime | None = None

    async def look(self, now: datetime) -> None:
        """`now`: in UTC, as this look's first transaction had it. Nothing is read where the clock has gone on."""
        is_back = self._latest is None or now < self._latest - ENOUGH
        if is_back:
            for lead in await self._door.read(lambda work: due.with_deadline(work.store, now)):
                await self._bring_nearer(lead)
        self._latest = now if is_back or self._latest is None else max(self._latest, now)

    async def _bring_nearer(self, lead: int) -> None:
        def case(work: Work) -> bool:
            loaded = work.load(lead)
            is_moved = put_back(loaded.scene, work.now)
            if is_moved:
                work.save(loaded)
            return is_moved

        is_far = await self._door.read(lambda work: put_back(work.load(lead).scene, work.now))
        if is_far and await self._door.write(case):
            log.warning("lead row %s: the clock was put back, and its deadline with it", lead)
