"""The doors of the small web side: how many connections are held at once, and how long one may say nothing.

aiohttp sets no bound to either: a thousand half-sent requests, for which nobody needs a secret, would use up the
program's descriptors, and then it could not even ask Telegram for anything.
"""

from __future__ import annotations

import asyncio
import contextlib
import resource
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

MOST = 200  # connections; Telegram's webhook uses 40 at most by default
HEAD = 5.0  # seconds from the connection to the end of its first request's head
IDLE = 75.0  # seconds between two requests; longer than the proxies that are usual before a server
BACKLOG = 64  # connections that the system accepts before the program has seen them

ANSWERING = float("inf")  # later than any time: who is being answered is never the quietest


def as_many_descriptors_as_allowed() -> None:
    """Raises the soft limit of open files to the hard one. Where the system refuses, all stays as it is."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):  # macOS knows no "unlimited" here
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


@dataclass(slots=True, eq=False)
class _Guest(asyncio.Protocol):
    """One connection, handed on to aiohttp's own protocol. `quiet_since`: in the loop's time, ANSWERING meanwhile."""

    inner: web.RequestHandler
    gone: Callable[[_Guest], None]
    quiet_since: float
    has_asked: bool = False
    transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.inner.connection_made(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self.inner.connection_lost(exc)
        self.gone(self)

    def data_received(self, data: bytes) -> None:
        self.inner.data_received(data)

    def eof_received(self) -> None:
        self.inner.eof_received()

    def pause_writing(self) -> None:
        self.inner.pause_writing()

    def resume_writing(self) -> None:
        self.inner.resume_writing()

    def send_away(self) -> None:
        if self.transport:
            self.transport.abort()


class _TurnedAway(asyncio.Protocol):
    """Where everybody who is in is being answered, one more is not let in."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.abort()


@dataclass(slots=True)
class Doors:
    """They hold `most` connections at most. When all places are taken, whoever has been quiet longest makes room."""

    most: int = MOST
    head: float = HEAD  # seconds
    _guests: dict[object, _Guest] = field(default_factory=dict)  # by aiohttp's own protocol

    def __len__(self) -> int:
        return len(self._guests)

    def middleware(self) -> Middleware:
        """Tells the doors which connections are being answered."""

        @web.middleware
        async def answering(request: web.Request, handler: Handler) -> web.StreamResponse:
            guest = self._guests.get(request.protocol)
            if guest is None:
                return await handler(request)
            guest.has_asked, guest.quiet_since = True, ANSWERING
            try:
                return await handler(request)
            finally:
                guest.quiet_since = asyncio.get_running_loop().time()

        return answering

    def let_in(self, server: web.Server) -> asyncio.Protocol:
        """Returns the protocol of a new connection; `server` makes aiohttp's own."""
        if len(self._guests) >= self.most and not self._make_room():
            return _TurnedAway()
        loop = asyncio.get_running_loop()
        inner = server()
        guest = self._guests[inner] = _Guest(inner, self._forget, loop.time())
        loop.call_later(self.head, self._is_late, guest)
        return guest

    def _make_room(self) -> bool:
        quietest = min(self._guests.values(), key=lambda guest: guest.quiet_since)
        if quietest.quiet_since == ANSWERING:
            return False
        self._forget(quietest)
        quietest.send_away()
        return True

    def _is_late(self, guest: _Guest) -> None:
        if not guest.has_asked and guest.inner in self._guests:
            guest.send_away()

    def _forget(self, guest: _Guest) -> None:
        self._guests.pop(guest.inner, None)


class BoundedSite(web.BaseSite):
    """A TCP site of aiohttp's whose connections come in through the doors."""

    def __init__(self, runner: web.AppRunner, host: str, port: int, doors: Doors) -> None:
        super().__init__(runner, backlog=BACKLOG)
        self._host, self._port, self._doors = host, port, doors

    @property
    def name(self) -> str:
        return f"http://{self._host}:{self._port}"

    async def start(self) -> None:
        await super().start()
        server = self._runner.server
        assert server is not None
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: self._doors.let_in(server), self._host, self._port, backlog=BACKLOG
        )
