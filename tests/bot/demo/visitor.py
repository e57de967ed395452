"""A page without a browser: it tells, and it watches."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.clock import SystemClock
from bot.demo.run import demo_office
from bot.demo.server import page_server

ANNA, PETROV, HEAD, DIRECTOR = 101, 201, 301, 401
PATIENCE = 15  # seconds until what should be seen is missed
State = dict[str, Any]


class Visitor:
    """A page without a browser: it tells, and it watches."""

    def __init__(self, client: TestClient[Request, Application]) -> None:
        self.client = client
        self.host = f"{client.host}:{client.port}"

    async def tells(self, path: str, body: object, **headers: str) -> int:
        async with self.client.post(f"/demo/{path}", json=body, headers=headers) as response:
            return response.status

    async def state(self) -> State:
        async with self.client.get("/demo/events") as events:
            return await _next(events)

    async def deadline(self) -> str:
        """Waits for one."""
        async with asyncio.timeout(PATIENCE), self.client.get("/demo/events") as events:
            while not (at := (await _next(events))["clock"]["next_deadline"]):
                continue
            return str(at)

    async def sees(self, person: int, words: str, times: int = 1) -> State:
        """Waits for so many messages with these words; returns the newest."""
        async with asyncio.timeout(PATIENCE), self.client.get("/demo/events") as events:
            while True:
                messages = of(await _next(events), person)["messages"]
                found = [m for m in messages if words in (m["text"] or m["caption"] or "")]
                if len(found) >= times:
                    return dict(found[-1])


@asynccontextmanager
async def visiting() -> AsyncIterator[Visitor]:
    """The demo office, just opened."""
    async with demo_office(SystemClock()) as office, TestClient(TestServer(page_server(office))) as client:
        yield Visitor(client)


async def _next(events: ClientResponse) -> State:
    """The next state of a stream of events."""
    async for line in events.content:
        if line.startswith(b"data: "):
            state: State = json.loads(line.removeprefix(b"data: "))
            return state
    raise AssertionError("the server has closed the stream")


def of(state: State, person: int) -> State:
    return next(p for p in state["people"] if p["id"] == person)
