"""Which card is next: many chats at once, one request at a time in each, the most urgent first."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from aiogram import Bot

from bot.clock import Clock
from bot.courier.delivery import Delivery
from bot.courier.errors import TelegramStopped
from bot.courier.pace import Pace
from desk.outgoing import Card, Drawn, Due, Outbox, Room, Waiting
from storage.ailments import DatabaseAilsError
from storage.causes import caused_by

AT_A_TIME = 4  # cards that are drawn in a transaction that others wait for
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
        self._busy: dict[int, Card] = {}  # by chat, what is under way
        self._waiting: frozenset[int] = frozenset()  # chats that have more, some of them busy or held
        self._again: set[int] = set()  # busy chats of which it is known that they have more
        self._taken: list[Due] = []  # drawn already, to be sent as soon as may be
        self._overtaken: dict[int, set[int]] = {}
        """By chat, the cards that leave, or have left, since what waits in `_taken` was drawn."""
        self._is_at_work = False
        self._retry_at: datetime | None = None
        self._must_look = False  # something may be due that this does not know of
        self._woken = asyncio.Event()
        self._is_stopping = False
        self.waited = (
            0.0  # seconds so far in which something had to wait: for a limit of Telegram's, after a failure
        )

    async def run(self) -> None:
        """Runs until `stop()`. Raises TelegramStopped. Cancelled at any point, it leaves work that can be finished."""
        self._pace.begin()
        await self._work(until_idle=False)

    async def drain(self) -> None:
        """Works until nothing is due, however long Telegram makes it wait. Raises TelegramStopped."""
        await self._work(until_idle=True)

    def wake(self) -> None:
        """Something is due."""
        self._must_look = True
        self._woken.set()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Lets whoever changes something inside count on it that what is due is taken from them, sooner or later."""
        was, self._is_at_work = self._is_at_work, True
        try:
            yield
        finally:
            self._is_at_work = was

    def room(self) -> Room | None:
        """Tells what may leave now; None where nobody is at work, or nothing may."""
        places = self._places() if self._is_at_work and not self._is_stopping else 0
        return Room(min(places, AT_A_TIME), self._held()) if places > 0 else None

    def take(self, due: Due) -> None:
        """Takes what is drawn already, which goes out first; of what else is due it knows now."""
        self._taken.append(due)
        for chat, card in self._busy.items():  # what becomes of that is noted after this was drawn
            self._overtaken.setdefault(chat, set()).add(card.id)
        self._woken.set()

    def stop(self) -> None:
        """`run` starts nothing more, and ends when what has begun is answered: nothing is left unsure."""
        self._is_stopping = True
        self._woken.set()

    async def _work(self, *, until_idle: bool) -> None:
        stopped: TelegramStopped | None = None
        try:
            with self.at_work():
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
            await self._send_what_was_taken(tasks)
            if self._must_look and self._places() > 0:
                await self._look(tasks)
            if until_idle and self.is_idle:
                return
            await self._rest(self._seconds())
        for due in self._taken:
            await self._give_back(due.drawn)

    @property
    def is_idle(self) -> bool:
        """Nothing is due, as far as it knows."""
        return not (self._must_look or self._taken or self._busy or self._waiting or self._retry_at)

    def _places(self) -> int:
        return min(AT_ONCE - len(self._busy), self._pace.places())

    def _held(self) -> frozenset[int]:
        """What is read about chats with something under way, or about to be, may be old by the time it is here."""
        about_to_be = {one.card.chat for due in self._taken for one in due.drawn}
        return self._pace.held() | self._busy.keys() | about_to_be

    async def _look(self, tasks: asyncio.TaskGroup) -> None:
        """Starts what may leave now."""
        self._must_look = False
        try:
            due = await self._outbox.due(Room(self._places(), self._held()))
        except Exception as error:  # noqa: BLE001 - whatever ails the database, the courier outlives it
            _complain(error)
            self._delivery.hold(None)
            self._must_look = True
            return
        self._waiting, self._retry_at = frozenset(due.waiting), due.retry_at
        self._start(tasks, due)

    async def _send_what_was_taken(self, tasks: asyncio.TaskGroup) -> None:
        taken, self._taken = self._taken, []
        for due in taken:
            self._waiting |= due.waiting.keys()
            self._retry_at = min(filter(None, (self._retry_at, due.retry_at)), default=None)
            await self._give_back(self._start(tasks, due, is_taken=True))
        if not self._taken:
            self._overtaken.clear()

    async def _give_back(self, late: Sequence[Drawn]) -> None:
        """Notes that these do not leave yet, after all; where that fails, whoever gets one later may be told twice."""
        under_way = {card.id for card in self._busy.values()}
        noted = under_way.union(*self._overtaken.values())  # what becomes of these is noted then, or has been
        for drawn in late:
            try:
                if drawn.begun and drawn.card.id not in noted:
                    await self._outbox.unsent(drawn.card)
            except Exception as error:  # noqa: BLE001 - whatever ails the database, the courier outlives it
                _complain(error)

    def _start(self, tasks: asyncio.TaskGroup, due: Due, *, is_taken: bool = False) -> Sequence[Drawn]:
        """Starts what may leave; returns what has to wait, since it was read.

        What was taken while something was under way in its chat is old by now: that may have made other messages.
        """
        late = []
        for drawn in due.drawn:
            chat = drawn.card.chat
            is_old = chat in self._busy or (is_taken and chat in self._overtaken)
            if is_old or len(self._busy) >= AT_ONCE or self._pace.wait(chat):
                late.append(drawn)
                continue
            self._busy[chat] = drawn.card
            if self._taken:
                self._overtaken.setdefault(chat, set()).add(drawn.card.id)
            tasks.create_task(self._deliver(drawn)).add_done_callback(partial(self._done, chat))
        wait = {one.card.chat: (one.card.id, one.card.wanted) for one in late}
        self._waiting |= wait.keys()
        self._again |= {chat for chat, first in {**due.waiting, **wait}.items() if self._is_more(chat, first)}
        return late

    def _is_more(self, chat: int, first: tuple[int, int]) -> bool:
        """Whether a chat with something under way has more than that: whoever settles it may not know of it yet."""
        card = self._busy.get(chat)
        return card is not None and first != (card.id, card.wanted)

    def _seconds(self) -> float | None:
        """Until it is worth while to look again; None when only a wake helps.

        For a card that is put off the answer to whatever is under way comes soon enough.
        """
        if self._must_look:
            return self._pace.wait() if len(self._busy) < AT_ONCE else None
        waits = [self._pace.wait(chat) for chat in self._waiting - self._busy.keys()]
        if self._retry_at and not self._busy:
            waits.append(max(0.0, (self._retry_at - self._clock.now()).total_seconds()))
        return min(waits, default=None)

    async def _deliver(self, drawn: Drawn) -> Waiting:
        with caused_by(drawn.card.cause):
            return await self._try(drawn)

    async def _try(self, drawn: Drawn) -> Waiting:
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
        self._busy.pop(chat, None)
        self._waiting -= {chat}
        waiting = None if task.cancelled() or task.exception() or chat in self._again else task.result()
        if waiting is None or (chat in waiting and not self._pace.wait(chat)):
            self._must_look = True
        elif chat in waiting:
            self._waiting |= {chat}
        self._again.discard(chat)
        self._woken.set()

    async def _rest(self, seconds: float | None) -> None:
        """Until woken, or for so many seconds: then it is time to look."""
        if seconds is None:
            await self._woken.wait()
            return
        since = self._clock.monotonic()
        async with asyncio.TaskGroup() as group:
            nap = group.create_task(self._nap(seconds))
            await self._woken.wait()
            nap.cancel()
        self.waited += self._clock.monotonic() - since

    async def _nap(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self.wake()


def _complain(error: Exception) -> None:
    """What ails the database is in the log already, once; here it would come with every attempt."""
    if not isinstance(error, DatabaseAilsError):
        log.error(FAILED, type(error).__name__)
