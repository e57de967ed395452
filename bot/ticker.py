"""The ticker looks for what is due. It is woken by the clock, keeps nothing in memory, and may be late or doubled."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from storage.ailments import DatabaseAilsError

LATE_IS_FINE = {"misfire_grace_time": None, "coalesce": True}  # after a sleep of the machine too, once

log = logging.getLogger(__name__)


class Due(Protocol):
    """What the ticker calls (`desk.clockwork`)."""

    async def tick(self) -> None: ...
    async def forget(self) -> bool:
        """Does what is done daily. False: there is more of it, for the next look."""


class Ticker:
    """Wakes the clockwork. `every`: real seconds between two looks."""

    def __init__(self, clockwork: Due, every: float = 1.0) -> None:
        self._clockwork = clockwork
        self._every = every
        self._woken = asyncio.Event()
        self._new_day = asyncio.Event()
        self._new_day.set()  # whatever is restarted every night has its day here
        self.looks = 0  # so far

    async def run(self) -> None:
        """Runs for ever. A failure is logged and tried again at the next look."""
        # this executor runs a job where it stands: an Event may be set by no other thread than the loop's
        scheduler = AsyncIOScheduler(executors={"default": DebugExecutor()}, job_defaults=LATE_IS_FINE)
        scheduler.add_job(self._woken.set, "interval", seconds=self._every)
        scheduler.add_job(self._new_day.set, "interval", days=1)
        scheduler.start()
        try:
            while True:
                await self.look()
                await self._woken.wait()
                self._woken.clear()
        finally:
            scheduler.shutdown(wait=False)

    async def look(self) -> None:
        """Takes one look. A failure is logged."""
        self.looks += 1
        try:
            await self._clockwork.tick()
            if self._new_day.is_set() and await self._clockwork.forget():
                self._new_day.clear()
        except DatabaseAilsError:
            return  # told already, once
        except Exception as error:  # noqa: BLE001 - whatever ails the database, the ticker outlives it
            log.error("the ticker failed and will look again: %s", type(error).__name__)
