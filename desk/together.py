"""What comes in to be written while a transaction is under way is written by the next one, all of it together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from desk.door import Door
from desk.outgoing import Waiting
from desk.work import Work
from storage import sending
from storage.ailments import DatabaseAilsError

Case = Callable[[Work], None]


@dataclass(slots=True)
class Writing:
    """Something to be written, and what became of it."""

    case: Case
    looks: bool  # whether it wants to know what is due afterwards
    is_done: bool = False
    waiting: Waiting = None
    error: Exception | None = None


@dataclass(slots=True)
class Together:
    """The courier's bookkeeping, which wakes nobody. What is written here may be written twice."""

    door: Door
    _queue: list[Writing] = field(default_factory=list)
    _over: asyncio.Event | None = None  # when whoever is writing has written; None: nobody is

    async def write(self, case: Case, *, looks: bool = False) -> Waiting:
        """Returns when it is committed; raises what the case raises, whatever becomes of the others.

        The chats that have something due then, where it `looks`.
        """
        writing = Writing(case, looks)
        self._queue.append(writing)
        await asyncio.sleep(0)  # whoever comes at the same time comes along
        while not writing.is_done:
            await (self._over.wait() if self._over else self._write_all())
        if writing.error:
            raise writing.error
        return writing.waiting

    async def _write_all(self) -> None:
        over = self._over = asyncio.Event()
        several, self._queue = self._queue, []
        try:
            await self._write(several)
        finally:
            # whoever was cancelled here leaves the rest to the next
            self._queue = [writing for writing in several if not writing.is_done] + self._queue
            self._over = None
            over.set()
        await asyncio.sleep(0)  # all of them go on at the same time

    async def _write(self, several: Sequence[Writing]) -> None:
        """One that fails takes no other with it: then each is written alone."""
        looks = any(writing.looks for writing in several)

        def all_of_them(work: Work) -> Waiting:
            for writing in several:
                writing.case(work)
            return sending.chats_due(work.store) if looks else None

        waiting: Waiting = None
        error: Exception | None = None
        try:
            waiting = await self.door.quiet(all_of_them)
        except DatabaseAilsError as ails:
            error = ails
        except Exception as failed:  # noqa: BLE001 - it is raised to whoever has brought it
            if len(several) > 1:
                for writing in several:
                    await self._write([writing])
                return
            error = failed
        for writing in several:
            writing.is_done, writing.waiting, writing.error = True, waiting, error
