"""Death strikes at a given moment: before or after something that the program waits for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Death:
    def __init__(self) -> None:
        self.left: int | None = None  # moments to live; None: for ever
        self.moments = 0  # that have passed
        self.struck = asyncio.Event()

    async def moment(self) -> None:
        """Returns, unless this is the one: then nothing of the program happens any more."""
        self.moments += 1
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            self.struck.set()
            await asyncio.Event().wait()

    @asynccontextmanager
    async def around(self) -> AsyncIterator[None]:
        await self.moment()
        yield
        await self.moment()
