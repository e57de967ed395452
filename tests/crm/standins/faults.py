"""What goes wrong between a program and a CRM, on purpose."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class Weather:
    """`down`: it answers with a page of its proxy's; `hangs`: not at all; `drops`: so many answers are lost after what
    was asked is done; `revoked`: the key is no key any more; `blocked`: the account is not paid.
    """

    down: bool = False
    hangs: bool = False
    revoked: bool = False
    blocked: bool = False
    drops: int = 0
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    async def before(self) -> web.Response | None:
        """Returns what a broken way answers instead of the CRM."""
        if self.hangs:
            await self.woken.wait()
        return web.Response(status=502, text="<html>Bad Gateway</html>") if self.down else None

    def after(self, request: web.Request) -> None:
        """Loses the answer, if it is its turn."""
        if self.drops:
            self.drops -= 1
            assert request.transport is not None
            request.transport.abort()
