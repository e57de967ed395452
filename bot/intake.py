"""Long polling that confirms an update only when what it caused is stored.

Telegram forgets an update when getUpdates is called with a higher offset: https://core.telegram.org/bots/api#getupdates.
aiogram's own polling (`Dispatcher._listen_updates`) raises the offset before the handler has run: a crash in between
loses a lead.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram import Bot
from aiogram.dispatcher.middlewares.user_context import UserContextMiddleware
from aiogram.methods import TelegramMethod
from aiogram.types import Update

from bot.clock import Clock
from bot.courier.backoff import Backoff
from bot.courier.errors import Retry, Stop, TelegramStopped, judge
from bot.updates import Incoming, UnreadableError, read_update
from storage.ailments import DatabaseAilsError

LONG_POLL = 25  # seconds that Telegram waits for something to happen
ANSWER = 15  # seconds on top, for the answer to arrive
MOST_AT_ONCE = 20  # updates: what is confirmed need not be gone through once more after a crash
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
        self._offset: int | None = None
        self._backoff = Backoff()
        self.answers = 0  # of Telegram to getUpdates, so far

    async def run(self) -> None:
        """For ever. Raises TelegramStopped. Cancelled at any point, nothing is lost: Telegram sends it again."""
        while True:
            await self.poll_once(LONG_POLL)

    async def poll_once(self, timeout: int) -> int:  # noqa: ASYNC109 - Telegram does the waiting
        """One getUpdates, waiting up to `timeout` seconds, and everything it brings. Returns how many updates.

        After a failure it pauses. Raises TelegramStopped.
        """
        batch = await self._fetch(timeout)
        if not batch:
            return 0
        if await self._settle_all(batch):
            self._offset = max(one.number for one in batch) + 1
            self._backoff.succeeded("storing")
        else:
            await self._clock.sleep(self._backoff.failed("storing", self._clock.monotonic()))
        return len(batch)

    async def settle(self, one: Incoming) -> None:
        """Handles one update, or sets it aside. Raises what `set_aside` raises: then it is not settled.

        Nor is it when the database ails: the update is not to blame, and comes again. Raises DatabaseAilsError.
        """
        if one.update is None:
            await self._set_aside(one, UnreadableError())
            return
        for pause in (*PAUSES, None):
            try:
                await self._feed(one.update)
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

    async def _fetch(self, timeout: int) -> list[Incoming]:  # noqa: ASYNC109
        asked = RawUpdates(
            offset=self._offset, limit=MOST_AT_ONCE, timeout=timeout, allowed_updates=self._allowed
        )
        try:
            raw = await self._bot(asked, request_timeout=timeout + ANSWER)
        except Exception as error:  # noqa: BLE001 - a proxy's library raises anything; every error has a verdict
            await self._pause(error)
            return []
        self._backoff.succeeded("fetching")
        self.answers += 1
        return [read_update(one, self._bot) for one in raw]

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

    async def _settle_all(self, batch: Sequence[Incoming]) -> bool:
        """Each person's updates in order, different persons at the same time. False: not everything is settled."""
        lanes: defaultdict[object, list[Incoming]] = defaultdict(list)
        for one in batch:
            lanes[person_of(one)].append(one)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._settle_lane(lane)) for lane in lanes.values()]
        return all(task.result() for task in tasks)

    async def _settle_lane(self, lane: Sequence[Incoming]) -> bool:
        for one in lane:
            try:
                await self.settle(one)
            except DatabaseAilsError:
                return False
            except Exception as error:  # noqa: BLE001 - the disk may be full: the batch comes again
                log.error("update %d cannot be set aside: %s", one.number, type(error).__name__)
                return False
        return True


def person_of(one: Incoming) -> object:
    """Whose order must be kept: the person, else the chat."""
    if one.update is None:
        return one.chat
    context = UserContextMiddleware.resolve_event_context(one.update)
    return context.user_id or context.chat_id
