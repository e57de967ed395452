"""Somebody outside who hears of leads, over loopback: each letter is checked as the library of their side does it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from standardwebhooks import webhooks
from standardwebhooks.webhooks import Webhook

from sources.guarded import Wait
from sources.hooks.posting import post
from sources.hooks.signing import made_of
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, at_work, empty_database

SECRET = made_of(b"a secret of thirty-two bytes ...")
VARIABLE = "CRM_SECRET"
BOSS = {"name": "Борис", "telegram_id": 501, "roles": ["admin"]}
SHORT = Wait(total=2.0, connect=2.0)  # real seconds

Behave = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Received:
    """One letter, as it came."""

    id: str
    body: Mapping[str, Any]
    signatures: int
    text: str

    @property
    def type(self) -> str:
        return str(self.body["type"])

    @property
    def lead(self) -> int:
        return int(self.body["data"]["lead"])


@dataclass
class Receiver:
    """`answers`: what it does with the next letters; after these it takes each."""

    clock: Callable[[], datetime]
    secret: str = SECRET
    answers: list[Behave] = field(default_factory=list)
    came: list[Received] = field(default_factory=list)  # whatever it has answered
    taken: list[Received] = field(default_factory=list)  # what it has said to have
    url: str = ""

    async def take(self, request: web.Request) -> web.StreamResponse:
        text = (await request.read()).decode()
        assert request.method == "POST"
        assert request.headers["Content-Type"] == "application/json"
        assert len(text.encode()) < 20_000
        with the_clock_of(self.clock):
            body = Webhook(self.secret).verify(text, dict(request.headers))
        letter = Received(
            request.headers["webhook-id"], body, len(request.headers["webhook-signature"].split()), text
        )
        self.came.append(letter)
        answer = await (self.answers.pop(0) if self.answers else says(200))(request)
        if answer.status < 300:
            self.taken.append(letter)
        return answer

    def types(self) -> list[str]:
        return [letter.type for letter in self.taken]

    def of(self, lead: int) -> list[str]:
        return [letter.type for letter in self.taken if letter.body["data"].get("lead") == lead]

    def heard_once(self) -> bool:
        """Whether nothing has come under two names, and nothing else under one of them."""
        names = Counter((letter.id, letter.text) for letter in self.came)
        entries = {letter.body["data"]["ledger"] for letter in self.came}
        return len({id for id, _ in names}) == len(names) == len(entries)


class the_clock_of:  # noqa: N801 - reads as a word of the test
    """The library goes by the computer's clock; here it goes by the office's."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        class Virtual(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                return clock().astimezone(tz)

        self._patch = pytest.MonkeyPatch()
        self._virtual = Virtual

    def __enter__(self) -> None:
        self._patch.setattr(webhooks, "datetime", self._virtual)

    def __exit__(self, *_: object) -> None:
        self._patch.undo()


def says(status: int, **headers: str) -> Behave:
    async def behave(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return behave


async def hangs(request: web.Request) -> web.StreamResponse:
    """It has the letter, and says nothing until the other side has gone."""
    import asyncio

    await asyncio.sleep(3600)
    raise AssertionError


async def takes_and_drops(request: web.Request) -> web.StreamResponse:
    """It has taken the letter, and the line is cut before it can say so."""
    assert request.transport
    request.transport.abort()
    return web.Response(status=499)


@dataclass(frozen=True)
class World:
    """The office, and one who hears of it."""

    desk: Desk
    receiver: Receiver

    async def send(self) -> None:
        """Sends until nothing is due now, and shows what came of it."""
        while await self.desk.app.sender.send_due():
            pass
        await self.desk.settle()

    async def passes(self, **time: float) -> None:
        await self.desk.passes(**time)
        await self.send()


def hook(url: str, **keys: Any) -> dict[str, Any]:
    return {"url": url, "secret_env": VARIABLE, "private": True, **keys}


@asynccontextmanager
async def received(receiver: Receiver) -> AsyncIterator[Receiver]:
    site = web.Application()
    site.router.add_route("*", "/in", receiver.take)
    async with TestServer(site) as server:
        receiver.url = str(server.make_url("/in"))
        yield receiver


@asynccontextmanager
async def heard(path: Path, **keys: Any) -> AsyncIterator[World]:
    """An office with one hook. `keys`: of its table, beside the address."""
    desk = Desk(await empty_database(path))
    desk.app.sender.post = partial(post, wait=SHORT)
    async with received(Receiver(desk.clock.now)) as receiver:
        text = varied(OFFICE, people={"boss": BOSS}, hooks=[hook(receiver.url, **keys)])
        async with at_work(desk, text):
            yield World(desk, receiver)


def parsed(letter: Received) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(letter.text)["data"]
    return found
