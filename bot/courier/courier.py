"""Which card is next: many chats at once, one request at a time in each, the most urgent first."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from functools import partial

from aiogram import Bot

from bot.clock import Clock
from bot.courier.delivery import Delivery
from bot.courier.errors import TelegramStopped
from bot.courier.outbox import Card, Outbox
from bot.courier.pace import IN_ALL, Pace
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
        self._woken = asyncio.Event()
        self._is_stopping = False

    async def run(self) -> None:
        """Until `stop()`. Raises TelegramStopped. Cancelled at any point, it leaves work that can be finished.

        Begins as if every chat had just been written to: by a process that was killed a moment ago, perhaps.
        """
        self._pace.hold(IN_ALL.seconds)
        await self._work(until_idle=False)

    async def drain(self) -> None:
        """Works until nothing is due, however long Telegram makes it wait. Raises TelegramStopped."""
        await self._work(until_idle=True)

    def wake(self) -> None:
        """Something is due."""
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
        while until_idle or not self._is_stopping:
            self._woken.clear()
            in_hand = frozenset(self._busy)  # what is read about these may be old by the time it is here
            try:
                due = await self._outbox.due()
            except Exception as error:  # noqa: BLE001 - whatever ails the database, the courier outlives it
                _complain(error)
                await self._rest(self._delivery.hold(None))
                continue
            if until_idle and not due and not self._busy:
                return
            await self._rest(self._start(tasks, [card for card in due if card.chat not in in_hand]))

    def _start(self, tasks: asyncio.TaskGroup, due: Sequence[Card]) -> float | None:
        """Starts what may leave now. Returns the seconds until something else may; None when only a wake helps.

        For a card that is put off the answer to whatever is under way comes soon enough.
        """
        waits: list[float] = []
        put_off: list[float] = []
        seen: set[int] = set()
        for card in due:
            if card.chat in self._busy or card.chat in seen:
                continue
            if len(self._busy) >= AT_ONCE:
                break
            seen.add(card.chat)
            if wait := self._delivery.wait(card):
                put_off.append(wait)
            elif wait := self._pace.wait(card.chat):
                waits.append(wait)
            else:
                self._busy.add(card.chat)
                tasks.create_task(self._deliver(card)).add_done_callback(partial(self._done, card.chat))
        return min(waits if self._busy else waits + put_off, default=None)

    async def _deliver(self, card: Card) -> None:
        try:
            await self._delivery.deliver(card)
        except TelegramStopped:
            raise
        except Exception as error:  # noqa: BLE001 - whatever ails the database, the courier outlives it
            _complain(error)
            self._delivery.hold(card.chat)

    def _done(self, chat: int, _: asyncio.Task[None]) -> None:
        self._busy.discard(chat)
        self._woken.set()

    async def _rest(self, seconds: float | None) -> None:
        """Until woken, or for so many seconds."""
        if seconds is None:
            await self._woken.wait()
            return
        async with asyncio.TaskGroup() as group:
            nap = group.create_task(self._nap(seconds))
            await self._woken.wait()
            nap.cancel()

    async def _nap(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self._woken.set()


def _complain(error: Exception) -> None:
    """What ails the database is in the log already, once; here it would come with every attempt."""
    if not isinstance(error, DatabaseAilsError):
        log.error(FAILED, type(error).__name__)
