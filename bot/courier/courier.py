"""Which card is next: many chats at once, one request at a time in each, the most urgent first."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from functools import partial

from aiogram import Bot

from bot.clock import Clock
from bot.courier.delivery import Delivery
from bot.courier.errors import TelegramStopped
from bot.courier.pace import Pace
from desk.outgoing import Drawn, Outbox, Waiting
from storage.ailments import DatabaseAilsError

AT_ONCE = 10  # requests under way; enough for 28 a second when an answer takes a third of a second
FAILED = "%s from the outbox, trying again"

log = logging.getLogger(__name__)


class Courier:
    """One for each bot: two would exceed Telegram's limits and send twice."""

    def __init__(self, bot: Bot, outbox: Outbox, clock: Clock) -> None:
        self._outbox = outbox
        self._clock = clock
        self._pace = Pace(clock)
        self._delivery = Delivery(bot, outbox, clock, self._pace)
        self._busy: set[int] = set()
        self._waiting: frozenset[int] = frozenset()  # chats that have more, some of them busy or held
        self._retry_at: datetime | None = None
        self._must_look = False  # something may be due that this does not know of
        self._woken = asyncio.Event()
        self._is_stopping = False

    async def run(self) -> None:
        """Until `stop()`. Raises TelegramStopped. Cancelled at any point, it leaves work that can be finished."""
        self._pace.begin()
        await self._work(until_idle=False)

    async def drain(self) -> None:
        """Works until nothing is due, however long Telegram makes it wait. Raises TelegramStopped."""
        await self._work(until_idle=True)

    def wake(self) -> None:
        """Something is due."""
        self._must_look = True
        self._woken.set()

    def stop(self) -> None:
        """`run` starts nothing more, and ends when what has begun is answered: nothing is left unsure."""
        self._is_stopping = True
        self._woken.set()

    async def _work(self, *, until_idle: bool) -> None:
        stopped: TelegramStopped | None = None
        try:
            async with asyncio.TaskGroup() as tasks:
                await self._dispatch(tasks, until_idle=until_idle)
        except* TelegramStopped as group:
            stopped = next(error for error in group.exceptions if isinstance(error, TelegramStopped))
        if stopped:
            raise stopped from None

    async def _dispatch(self, tasks: asyncio.TaskGroup, *, until_idle: bool) -> None:
        self._must_look = True
        while until_idle or not self._is_stopping:
            self._woken.clear()
            places = min(AT_ONCE - len(self._busy), self._pace.places())
            if self._must_look and places > 0:
                await self._look(tasks, places)
            if until_idle and not (self._must_look or self._busy or self._waiting or self._retry_at):
                return
            await self._rest(self._seconds())

    async def _look(self, tasks: asyncio.TaskGroup, places: int) -> None:
        """Starts what may leave now."""
        self._must_look = False
        # what is read about chats with something under way may be old by the time it is here
        held = self._pace.held() | self._busy
        try:
            due = await self._outbox.due(places, held)
        except Exception as error:  # noqa: BLE001 - whatever ails the database, the courier outlives it
            _complain(error)
            self._delivery.hold(None)
            self._must_look = True
            return
        self._waiting, self._retry_at = due.waiting, due.retry_at
        for drawn in due.drawn:
            chat = drawn.card.chat
            if self._pace.wait(chat):  # since it was read
                self._waiting |= {chat}
                continue
            self._busy.add(chat)
            tasks.create_task(self._deliver(drawn)).add_done_callback(partial(self._done, chat))

    def _seconds(self) -> float | None:
        """Until it is worth while to look again; None when only a wake helps.

        For a card that is put off the answer to whatever is under way comes soon enough.
        """
        if self._must_look:
            return self._pace.wait() if len(self._busy) < AT_ONCE else None
        waits = [self._pace.wait(chat) for chat in self._waiting - self._busy]
        if self._retry_at and not self._busy:
            waits.append(max(0.0, (self._retry_at - self._clock.now()).total_seconds()))
        return min(waits, default=None)

    async def _deliver(self, drawn: Drawn) -> Waiting:
        try:
            return await self._delivery.deliver(drawn)
        except TelegramStopped:
            raise
        except Exception as error:  # noqa: BLE001 - whatever ails the database, the courier outlives it
            _complain(error)
            self._delivery.hold(drawn.card.chat)
        return None

    def _done(self, chat: int, task: asyncio.Task[Waiting]) -> None:
        """Whoever has settled it has seen whether the chat has more; most often it has not."""
        self._busy.discard(chat)
        self._waiting -= {chat}
        waiting = None if task.cancelled() or task.exception() else task.result()
        if waiting is None or (chat in waiting and not self._pace.wait(chat)):
            self._must_look = True
        elif chat in waiting:
            self._waiting |= {chat}
        self._woken.set()

    async def _rest(self, seconds: float | None) -> None:
        """Until woken, or for so many seconds: then it is time to look."""
        if seconds is None:
            await self._woken.wait()
            return
        async with asyncio.TaskGroup() as group:
            nap = group.create_task(self._nap(seconds))
            await self._woken.wait()
            nap.cancel()

    async def _nap(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self.wake()


def _complain(error: Exception) -> None:
    """What ails the database is in the log already, once; here it would come with every attempt."""
    if not isinstance(error, DatabaseAilsError):
        log.error(FAILED, type(error).__name__)
