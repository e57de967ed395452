"""Long polling that confirms an update only when what it caused is stored.

Telegram forgets an update when getUpdates is called with a higher offset: https://core.telegram.org/bots/api#getupdates.
aiogram's own polling (`Dispatcher._listen_updates`) raises the offset before the handler has run: a crash in between
loses a lead.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable, Sequence
from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.dispatcher.middlewares.user_context import UserContextMiddleware
from aiogram.methods import TelegramMethod
from aiogram.types import Update

from bot.clock import Clock
from bot.courier.backoff import Backoff
from bot.courier.errors import Retry, Stop, TelegramStopped, judge
from bot.lanes import BehindError, Lanes
from bot.updates import Incoming, read_update
from bot.window import Window
from storage.ailments import DatabaseAilsError
from storage.causes import caused_by
from storage.inbox import UnreadableError

LONG_POLL = 25  # seconds that Telegram waits for something to happen
ANSWER = 15  # seconds on top, for the answer to arrive
MOST_AT_ONCE = 100  # updates; Telegram sends no more
CONFIRM = 10  # settled updates: those are confirmed, and more is fetched; a crash must not undo too much
LOOK_AGAIN = 0.25  # real seconds after which more is fetched, though hardly anything is settled
PAUSES = (0.2, 1.0)  # seconds before the second and the third attempt at an update

Feed = Callable[[Update], Awaitable[None]]
SetAside = Callable[[Incoming, Exception], Awaitable[None]]

log = logging.getLogger(__name__)


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates whose updates are read one by one, so that one that cannot be read does not hide the rest."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None
    limit: int
    timeout: int
    allowed_updates: list[str]


class Intake:
    """`feed` returns when everything that the update caused is committed; the same update twice changes nothing.

    `set_aside` keeps an update that `feed` has refused three times, or of which nothing can be read, as it came.
    """

    def __init__(
        self, bot: Bot, feed: Feed, set_aside: SetAside, clock: Clock, *, allowed_updates: Sequence[str]
    ) -> None:
        self._bot = bot
        self._feed = feed
        self._set_aside = set_aside
        self._clock = clock
        self._allowed = list(allowed_updates)
        self._window = Window()
        self._lanes = Lanes()
        self._room = asyncio.Event()
        self._settled = 0  # since the last fetch
        self._is_failing = False
        self._backoff = Backoff()
        self.answers = 0  # of Telegram to getUpdates, so far

    async def run(self) -> None:
        """Runs for ever. Raises TelegramStopped. Cancelled at any point, nothing is lost: Telegram sends it again."""
        while True:
            await self.poll_once(LONG_POLL)

    async def poll_once(self, timeout: int) -> int:  # noqa: ASYNC109 - Telegram does the waiting
        """Asks getUpdates once, waiting up to `timeout` seconds, and everything that comes until all is settled.

        Each person's updates go in order, different persons' at the same time; meanwhile more is fetched, so that
        nobody waits for somebody else's backlog. Returns how many updates. After a failure it pauses. Raises
        TelegramStopped.
        """
        batch = await self._fetch(timeout)
        if not batch:
            return 0
        brought, self._is_failing = len(batch), False
        stopped: TelegramStopped | None = None
        async with asyncio.TaskGroup() as lanes:
            self._hand_out(lanes, batch)
            while self._window.is_busy and not self._is_failing and not stopped:
                await self._until_there_is_room()
                try:
                    batch = await self._fetch(0) if self._window.is_busy else ()
                except TelegramStopped as error:
                    stopped = error
                else:
                    self._hand_out(lanes, batch)
                    brought += len(batch)
        if stopped:
            raise stopped
        await self._rest()
        return brought

    async def settle(self, one: Incoming) -> None:
        """Handles one update, or sets it aside. Raises what `set_aside` raises: then it is not settled.

        Nor is it when the database ails: the update is not to blame, and comes again. Raises DatabaseAilsError.
        """
        if one.update is None:
            await self._set_aside(one, UnreadableError())
            return
        with caused_by(f"u{one.number}"):
            await self._feed_all(one, one.update)

    async def _feed_all(self, one: Incoming, update: Update) -> None:
        """Tries it a few times, and sets it aside then."""
        for pause in (*PAUSES, None):
            try:
                await self._feed(update)
            except DatabaseAilsError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever a handler raises, the other updates go on
                log.error("update %d: %s", one.number, type(error).__name__)
                if pause is None:
                    await self._set_aside(one, error)
                else:
                    await self._clock.sleep(pause)
            else:
                return

    async def _fetch(self, timeout: int) -> Sequence[Incoming]:  # noqa: ASYNC109
        """What is not in hand yet."""
        asked = RawUpdates(
            offset=self._window.offset, limit=MOST_AT_ONCE, timeout=timeout, allowed_updates=self._allowed
        )
        try:
            raw = await self._bot(asked, request_timeout=timeout + ANSWER)
        except Exception as error:  # noqa: BLE001 - a proxy's library raises anything; every error has a verdict
            await self._pause(error)
            return []
        self._backoff.succeeded("fetching")
        self.answers += 1
        return [read_update(one, self._bot) for one in raw if self._window.is_new(one["update_id"])]

    async def _pause(self, error: Exception) -> None:
        """Raises TelegramStopped when waiting does not help. aiogram's own words may hold the token: not logged."""
        log.warning("getUpdates: %s", type(error).__name__)
        match judge(error):
            case Stop(message):
                raise TelegramStopped(message) from None
            case Retry(after=float() | int() as seconds):
                await self._clock.sleep(seconds)
            case _:
                await self._clock.sleep(self._backoff.failed("fetching", self._clock.monotonic()))

    def _hand_out(self, lanes: asyncio.TaskGroup, batch: Sequence[Incoming]) -> None:
        self._settled = 0
        self._room.clear()
        for one in batch:
            whose = person_of(one)
            self._window.take(one.number, whose)
            lanes.create_task(self._handle(one, whose))

    async def _until_there_is_room(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_AGAIN):
                await self._room.wait()

    async def _handle(self, one: Incoming, whose: Hashable) -> None:
        """When somebody's update cannot be settled, their later ones wait for it."""
        try:
            async with self._lanes.turn(whose, one.number):
                if self._window.is_behind(one.number, whose):
                    raise BehindError
                await self.settle(one)
        except Exception as error:  # noqa: BLE001 - the disk may be full: it comes again
            if not isinstance(error, DatabaseAilsError | BehindError):
                log.error("update %d cannot be set aside: %s", one.number, type(error).__name__)
            self._window.put_back(one.number)
            self._is_failing = True
        else:
            self._window.settle(one.number)
            self._settled += 1
        if self._settled >= CONFIRM or self._is_failing or not self._window.is_busy:
            self._room.set()

    async def _rest(self) -> None:
        """A pause, longer each time, while something cannot be settled."""
        if self._is_failing:
            await self._clock.sleep(self._backoff.failed("storing", self._clock.monotonic()))
        else:
            self._backoff.succeeded("storing")


def person_of(one: Incoming) -> Hashable:
    """Tells whose order must be kept: the person, else the chat."""
    if one.update is None:
        return one.chat
    context = UserContextMiddleware.resolve_event_context(one.update)
    return context.user_id or context.chat_id
