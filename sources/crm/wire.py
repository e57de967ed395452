"""A request to a CRM and its answer, within its limits; nothing of either is in a log, nor in what is raised."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from aiohttp import ClientError, ClientSession, ClientTimeout
from pydantic_core import from_json

from desk.crm_remote import CrmAwayError

PATIENCE: Final = ClientTimeout(total=30, sock_connect=10)
LARGEST: Final = 4 * 1024 * 1024  # bytes of an answer
_CODE: Final = re.compile(r"[A-Za-z0-9_. -]{1,60}")


class Clock(Protocol):
    def monotonic(self) -> float: ...
    async def sleep(self, seconds: float) -> None: ...


@dataclass(slots=True)
class Pace:
    """Lets so many requests through at once, and then one each `every` seconds."""

    clock: Clock
    every: float
    at_once: int = 1
    _until: float = field(default=0.0)

    async def turn(self) -> None:
        """Waits until there is room."""
        now = self.clock.monotonic()
        self._until = max(self._until, now - (self.at_once - 1) * self.every) + self.every
        if (early := self._until - self.every - now) > 0:
            await self.clock.sleep(early)


@dataclass(frozen=True, slots=True)
class Answered:
    """`body`: what its JSON says; None where there is none."""

    status: int
    body: Any

    def code(self, *keys: str) -> str:
        """Returns what the answer calls itself under one of these keys, as far as that may be told anybody."""
        said = self.body if isinstance(self.body, Mapping) else {}
        named = next((str(said[key]) for key in keys if said.get(key)), "")
        return named if _CODE.fullmatch(named) else f"HTTP {self.status}"


@dataclass(frozen=True, slots=True)
class Wire:
    """`headers`: what shows who we are, where the address does not."""

    session: ClientSession
    base: str
    pace: Pace
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    async def ask(
        self, method: str, path: str, body: Any = None, query: Mapping[str, str] | None = None
    ) -> Answered:
        """Returns the answer, whatever its status. Raises CrmAwayError where there is none, or a broken server's."""
        await self.pace.turn()
        try:
            found = await self._ask(method, path, body, query)
        except (ClientError, TimeoutError, OSError) as error:
            raise CrmAwayError(type(error).__name__) from None
        if found.status >= 500 and not isinstance(found.body, Mapping):
            raise CrmAwayError(f"HTTP {found.status}")
        return found

    async def _ask(self, method: str, path: str, body: Any, query: Mapping[str, str] | None) -> Answered:
        request = self.session.request(
            method,
            f"{self.base}{path}",
            json=body,
            params=query,
            headers={"Accept": "application/json", **self.headers},
            timeout=PATIENCE,
            allow_redirects=False,
        )
        async with request as answer:
            said = bytearray()
            async for chunk in answer.content.iter_chunked(65536):
                said += chunk
                if len(said) > LARGEST:
                    raise CrmAwayError("too large an answer")
            return Answered(answer.status, _json(bytes(said)))


def _json(said: bytes) -> Any:
    try:
        return from_json(said)
    except ValueError:
        return None


async def paused(seconds: float, woken: asyncio.Event) -> None:
    """Waits so many real seconds, or until somebody wakes."""
    try:
        async with asyncio.timeout(seconds):
            await woken.wait()
    except TimeoutError:
        pass
    woken.clear()
