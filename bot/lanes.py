"""One update of each person at a time, in Telegram's order: a webhook is called for several at once.

https://core.telegram.org/bots/api#setwebhook (max_connections), and on `update_id`: "restore the correct update
sequence, should they get out of order".
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from heapq import heappop, heappush


class BehindError(Exception):
    """An earlier update of the same person is not settled: this one would overtake it, and has to come again."""


class Lanes:
    def __init__(self) -> None:
        self._waiting: dict[Hashable, list[tuple[int, int, asyncio.Future[None]]]] = {}
        self._arrivals = 0

    @asynccontextmanager
    async def turn(self, whose: Hashable, number: int) -> AsyncIterator[None]:
        """Waits until nobody is ahead; of those that wait, the lowest number goes first.

        When one fails, those behind it fail too. Raises BehindError.
        """
        await self._wait(whose, number)
        try:
            yield
        except BaseException:
            for _, _, behind in self._waiting.pop(whose):
                if not behind.done():
                    behind.set_exception(BehindError)
            raise
        self._next(whose)

    async def _wait(self, whose: Hashable, number: int) -> None:
        if whose not in self._waiting:
            self._waiting[whose] = []
            return
        mine = asyncio.get_running_loop().create_future()
        self._arrivals += 1
        heappush(self._waiting[whose], (number, self._arrivals, mine))
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled() and mine.exception() is None:  # it was just its turn
                self._next(whose)
            raise

    def _next(self, whose: Hashable) -> None:
        while self._waiting[whose]:
            _, _, following = heappop(self._waiting[whose])
            if not following.done():
                following.set_result(None)
                return
        del self._waiting[whose]
