"""SQLite without a thread of its own: a story is told in less time.

aiosqlite hands each transaction to a thread and waits for it. Here the event loop runs it itself; before each the
others get their turn, so what happens at the same time stays interleaved.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from typing import Any

from aiosqlite import core


class OneThread(core.Connection):
    """Not for two programs that write at the same time: the second would keep the first from ever finishing."""

    def __await__(self) -> Generator[Any, None, core.Connection]:
        self._connection = self._connector()
        return self._connect().__await__()

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        await asyncio.sleep(0)
        return fn(*args, **kwargs)

    def stop(self) -> None:
        self._running = False
        if self._connection:
            self._connection.close()
            self._connection = None

    async def close(self) -> None:
        self.stop()
