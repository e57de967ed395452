"""The ticker looks for what is due. It is woken by the clock, keeps nothing in memory, and may be late or doubled."""

from __future__ import annotations

import asyncio
import logging

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.desk.clockwork import Clockwork

log = logging.getLogger(__name__)


class Ticker:
    """`every`: real seconds between two looks."""

    def __init__(self, clockwork: Clockwork, every: float = 1.0) -> None:
        self._clockwork = clockwork
        self._every = every
        self._woken = asyncio.Event()

    async def run(self) -> None:
        """For ever. A failure is logged and tried again at the next look."""
        scheduler = AsyncIOScheduler()
        scheduler.add_job(self._woken.set, "interval", seconds=self._every)
        scheduler.add_job(self._forget, "interval", days=1)
        scheduler.start()
        try:
            while True:
                await self._look()
                await self._woken.wait()
                self._woken.clear()
        finally:
            scheduler.shutdown(wait=False)

    async def _look(self) -> None:
        try:
            await self._clockwork.tick()
        except Exception as error:  # noqa: BLE001 - whatever ails the database, the ticker outlives it
            log.error("the ticker failed and will look again: %s", type(error).__name__)

    async def _forget(self) -> None:
        await self._clockwork.forget()
