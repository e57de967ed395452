"""`/metrics`: for whoever has METRICS_TOKEN; without one, for programs on this very machine."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from ipaddress import ip_address

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from prometheus_client import CollectorRegistry
from prometheus_client.core import Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from pydantic import SecretStr

from bot.clock import Clock
from bot.metrics.counting import Counting
from bot.metrics.standing import Running, families
from desk.door import Door
from sources.adapter import bears
from storage.ailments import DatabaseAilsError
from storage.gauges import Gauges, gauges
from storage.offices import NoOfficeError

WITHIN = 5.0  # seconds, for the database
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")
"""Whoever says so is a proxy, and speaks for somebody else."""
LEADS = "/leads"


class MetricsSite:
    """`token`: METRICS_TOKEN; None: whoever asks from this machine, and for nobody else, may read."""

    def __init__(
        self,
        door: Door,
        counting: Counting,
        running: Callable[[], Running],
        clock: Clock,
        token: SecretStr | None,
    ) -> None:
        self._door = door
        self._counting = counting
        self._running = running
        self._clock = clock
        self._token = token

    def add_to(self, site: web.Application) -> None:
        site.router.add_get("/metrics", self._told)
        site.middlewares.append(self._counted())

    async def _told(self, request: web.Request) -> web.Response:
        if not self._may_read(request):
            return web.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
        told = CollectorRegistry()
        told.register(_Told(families(await self._stored(), self._running(), self._clock.now())))
        page = generate_latest(self._counting.registry) + generate_latest(told)
        return web.Response(body=page, headers={"Content-Type": CONTENT_TYPE_LATEST})

    def _may_read(self, request: web.Request) -> bool:
        if self._token:
            return bears(request.headers.get("Authorization", ""), self._token.get_secret_value())
        try:
            is_here = ip_address(request.remote or "").is_loopback
        except ValueError:
            return False
        return is_here and not any(name in request.headers for name in FORWARDED)

    async def _stored(self) -> Gauges | None:
        """None where the database does not answer: what the program itself knows is told all the same."""
        try:
            async with asyncio.timeout(WITHIN):
                return await self._door.read(lambda work: gauges(work.store, work.now))
        except (DatabaseAilsError, NoOfficeError, TimeoutError):
            return None

    def _counted(self) -> Middleware:
        @web.middleware
        async def counted(request: web.Request, handler: Handler) -> web.StreamResponse:
            """Counts what comes to the sources' addresses; which of them the office does not know is one of all."""
            try:
                answer = await handler(request)
            except web.HTTPException as error:
                self._count(request, error.status)
                raise
            self._count(request, answer.status)
            return answer

        return counted

    def _count(self, request: web.Request, status: int) -> None:
        if request.path == LEADS:
            self._counting.source("leads", "leads", status)
        elif called := request.match_info.get("source"):
            office = self._door.set_up
            known = office.office.source(called) if office else None
            self._counting.source(*((known.id, known.kind) if known else ("", "unknown")), status)


class _Told(Collector):
    """What stands so just now; read once."""

    def __init__(self, told: Iterable[Metric]) -> None:
        self._told = list(told)

    def collect(self) -> Iterable[Metric]:
        return self._told
