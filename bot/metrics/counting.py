"""What is counted while the program runs; after a restart it begins at nothing, as Prometheus expects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TypedDict

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

from bot.clock import Clock
from desk.happenings import Happening

A_CLAIM = (5, 10, 20, 30, 60, 120, 180, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 86400)
A_CALL = (30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 86400, 259200)
LATE = (0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200)
A_REQUEST = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60)


class _Of(TypedDict):
    """What all of them have."""

    namespace: str
    registry: CollectorRegistry


class Counting(BaseRequestMiddleware):
    """Hears what happens, and keeps the sums. It is every request's middleware: the Bot API's answers are counted."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        of = _Of(namespace="fairlead", registry=self.registry)
        self._events = Counter("lead_events", "Entries of the ledger about leads", ("event", "segment"), **of)
        self._claims = Histogram(
            "time_to_claim_seconds",
            "From the hand-over until somebody first has the lead",
            ("segment",),
            buckets=A_CLAIM,
            **of,
        )
        self._contacts = Histogram(
            "time_to_first_contact_seconds",
            "From the claim to the first mark that its client was called",
            ("segment",),
            buckets=A_CALL,
            **of,
        )
        self._late = Histogram(
            "deadline_lateness_seconds", "How late a lead's deadline was met", buckets=LATE, **of
        )
        self._requests = Counter(
            "telegram_requests", "Requests to the Bot API, by what came of them", ("method", "result"), **of
        )
        self._seconds = Histogram(
            "telegram_request_seconds",
            "How long the Bot API took, but for getUpdates",
            buckets=A_REQUEST,
            **of,
        )
        self._sources = Counter(
            "source_requests", "What sources have sent, by the answer", ("source", "kind", "status"), **of
        )

        self._deliveries = Counter(
            "deliveries", "What goes out to hooks and to the CRM, by what came of it", ("to", "result"), **of
        )

    def hear(self, happened: Sequence[Happening]) -> None:
        """Counts what has happened to leads."""
        for one in happened:
            for kind in one.kinds:
                self._events.labels(kind, one.segment).inc()
            if one.taken_after is not None:
                self._claims.labels(one.segment).observe(one.taken_after)
            if one.contacted_after is not None:
                self._contacts.labels(one.segment).observe(one.contacted_after)

    def late(self, by: timedelta) -> None:
        self._late.observe(by.total_seconds())

    def source(self, source: str, kind: str, status: int) -> None:
        """Counts one request of a source. `source`: an id that the office knows, or `leads`."""
        self._sources.labels(source, kind, str(status)).inc()

    def delivery(self, to: str, result: str) -> None:
        """Counts one try. `to`: `hook` or `crm`; `result`: a status, or what kept it from being answered."""
        self._deliveries.labels(to, result).inc()

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Counts one request to the Bot API; whatever it raises goes on."""
        result, since = "ok", self._clock.monotonic()
        try:
            return await make_request(bot, method)
        except Exception as error:
            result = type(error).__name__ if isinstance(error, TelegramAPIError) else "other"
            raise
        finally:
            name = method.__api_method__
            self._requests.labels(name, result).inc()
            if name != "getUpdates":  # which waits for something to happen
                self._seconds.observe(self._clock.monotonic() - since)
