"""What takes long and is done beside everything else: nobody's tap waits for it.

An errand keeps in the database how far it has come: begun and not done, it is found there at the next start.
"""

from __future__ import annotations

import asyncio
import logging
from threading import Event

from desk.errands import Errand
from desk.places import places
from storage.ailments import DatabaseAilsError
from storage.offices import NoOfficeError

log = logging.getLogger(__name__)


class Errands:
    """Those who have errands `add` them; whoever has left some begun says at the start which (`at_start`).

    `stopping`: set when the program ends; what works in a thread looks at it, for nobody can stop a thread.
    """

    def __init__(self) -> None:
        self.stopping = Event()
        self._waiting: asyncio.Queue[Errand] = asyncio.Queue()
        self._at_start: list[Errand] = []

    def at_start(self, look: Errand) -> None:
        """Has this look, once, for what an earlier program has begun."""
        self._at_start.append(look)

    def add(self, errand: Errand) -> None:
        self._waiting.put_nowait(errand)

    async def run(self) -> None:
        """Runs for ever; several errands at the same time. Raises DatabaseAilsError."""
        await self._look()
        async with asyncio.TaskGroup() as group:
            try:
                while True:
                    group.create_task(_done(await self._waiting.get()))
            finally:
                self.stopping.set()

    async def drain(self) -> None:
        """Does, one after the other, what there is to do now."""
        await self._look()
        while not self._waiting.empty():
            await _done(self._waiting.get_nowait())

    async def _look(self) -> None:
        while self._at_start:
            await _done(self._at_start.pop(0))


async def _done(errand: Errand) -> None:
    """One that fails keeps no other from being done."""
    try:
        await errand()
    except (DatabaseAilsError, NoOfficeError) as error:
        log.warning("an errand was not done: %s", type(error).__name__)
    except Exception as error:  # noqa: BLE001 - whatever it raises
        log.error("an errand failed: %s", "; ".join(places(error)))
