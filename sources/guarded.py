"""A client of HTTP that connects to no address but those it has judged, and follows nobody anywhere.

A name is resolved once; all of its addresses are judged, and so is the very one to which the socket then connects, so
that a name that means something else a moment later leads nowhere.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from sources import addresses

AGENT: Final = "Fairlead"


@dataclass(frozen=True, slots=True)
class Wait:
    """How long a server is waited for, in real seconds: `total` from the first step to the head of its answer."""

    total: float = 20.0
    connect: float = 10.0


WAIT: Final = Wait()


LookUp = Callable[[str, int], Awaitable[Sequence[tuple[Any, ...]]]]
"""Tells what a name means, as `socket.getaddrinfo` does. Raises OSError."""

_THREADS: Final = ThreadPoolExecutor(4, "names")
"""A server of names that hangs holds up nobody else who needs a thread."""


async def look_up(host: str, port: int) -> Sequence[tuple[Any, ...]]:
    ask = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    return await asyncio.get_running_loop().run_in_executor(_THREADS, ask)


class JudgingResolver(AbstractResolver):
    """Raises ForbiddenAddressError where one of the addresses that a name means is not allowed."""

    def __init__(self, names: LookUp, *, private: bool) -> None:
        self._names = names
        self._private = private

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002 - the protocol's signature
    ) -> list[ResolveResult]:
        found = [(kind, protocol, to[0]) for kind, _, protocol, _, to in await self._names(host, port)]
        addresses.check((to for _, _, to in found), private=self._private)
        numeric = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
        return [
            ResolveResult(hostname=host, host=to, port=port, family=kind, proto=protocol, flags=numeric)
            for kind, protocol, to in found
        ]

    async def close(self) -> None:
        """There is nothing to close."""


@asynccontextmanager
async def session(
    *, private: bool, wait: Wait = WAIT, names: LookUp = look_up
) -> AsyncIterator[aiohttp.ClientSession]:
    """Opens a session for one request: no cookies, no proxy of the environment's, no connection that outlives it.

    `private`: addresses of the own net are allowed. Whoever asks passes `allow_redirects=False`.
    """
    connector = aiohttp.TCPConnector(
        resolver=JudgingResolver(names, private=private),
        socket_factory=partial(_judged_socket, private),
        use_dns_cache=False,
        force_close=True,
    )
    async with aiohttp.ClientSession(
        connector=connector,
        timeout=aiohttp.ClientTimeout(total=wait.total, sock_connect=wait.connect),
        headers={"User-Agent": AGENT},
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        trust_env=False,
    ) as opened:
        yield opened


def _judged_socket(private: bool, info: tuple[Any, ...]) -> socket.socket:
    """Raises ForbiddenAddressError for the address to which it would connect."""
    family, kind, protocol, _, address = info
    addresses.check([address[0]], private=private)
    return socket.socket(family=family, type=kind, proto=protocol)
