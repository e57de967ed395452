"""Connections that say nothing, or never finish what they say, keep nobody else out."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession, ClientTimeout, web

from bot.connections import BoundedSite, Doors

pytestmark = pytest.mark.waits

HALF_A_HEAD = b"POST /hook HTTP/1.1\r\nHost: x\r\n"
PATIENCE = 30.0  # seconds, until a test gives up
NEVER = 3600.0


@dataclass
class Served:
    """A site behind the doors. `/waits` answers when it is let go."""

    doors: Doors
    let_go: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    address: tuple[str, int] = ("", 0)

    async def answers(self, path: str = "/") -> str:
        url = f"http://{self.address[0]}:{self.address[1]}{path}"
        async with ClientSession(timeout=ClientTimeout(PATIENCE)) as client, client.get(url) as answer:
            return await answer.text()

    async def half_asks(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection(*self.address)
        writer.write(HALF_A_HEAD)
        await writer.drain()
        return reader, writer

    async def until(self, held: int) -> None:
        async with asyncio.timeout(PATIENCE):
            while len(self.doors) != held:  # noqa: ASYNC110 - the server shares this loop, and tells nobody
                await asyncio.sleep(0)


@asynccontextmanager
async def served(doors: Doors) -> AsyncIterator[Served]:
    here = Served(doors)

    async def at_once(_: web.Request) -> web.Response:
        return web.Response(text="well")

    async def waits(_: web.Request) -> web.Response:
        here.waiting.release()
        await here.let_go.wait()
        return web.Response(text="at last")

    site = web.Application(middlewares=[doors.middleware()])
    site.router.add_get("/", at_once)
    site.router.add_get("/waits", waits)
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    await BoundedSite(runner, "127.0.0.1", 0, doors).start()
    here.address = runner.addresses[0][:2]
    try:
        yield here
    finally:
        here.let_go.set()
        await runner.cleanup()


async def ended(reader: asyncio.StreamReader) -> bool:
    async with asyncio.timeout(PATIENCE):
        try:
            return await reader.read() == b""
        except ConnectionResetError:
            return True


async def test_a_thousand_half_sent_requests_leave_room_for_a_whole_one() -> None:
    async with served(Doors(most=20, head=NEVER)) as here, AsyncExitStack() as stack:
        for _ in range(1000):
            _, writer = await here.half_asks()
            stack.callback(writer.close)
        await here.until(held=20)
        assert await here.answers() == "well"
        assert len(here.doors) <= 20


async def test_the_one_that_has_been_quiet_longest_makes_room() -> None:
    async with served(Doors(most=2, head=NEVER)) as here:
        first, one = await here.half_asks()
        await here.until(held=1)
        second, two = await here.half_asks()
        await here.until(held=2)
        assert await here.answers() == "well"
        assert await ended(first)
        assert not second.at_eof()
        one.close()
        two.close()


async def test_whoever_is_being_answered_is_never_sent_away() -> None:
    async with served(Doors(most=2, head=NEVER)) as here, asyncio.TaskGroup() as group:
        asking = [group.create_task(here.answers("/waits")) for _ in range(2)]
        for _ in asking:
            await here.waiting.acquire()
        late, writer = await here.half_asks()
        assert await ended(late), "nobody has room to make"
        writer.close()
        here.let_go.set()
        assert [await task for task in asking] == ["at last"] * 2


async def test_a_head_that_does_not_end_is_not_waited_for() -> None:
    async with served(Doors(head=0.05)) as here:
        reader, writer = await here.half_asks()
        assert await ended(reader)
        await here.until(held=0)
        writer.close()


async def test_a_request_may_take_longer_than_its_head() -> None:
    async with served(Doors(head=0.05)) as here, asyncio.TaskGroup() as group:
        slow = group.create_task(here.answers("/waits"))
        await here.waiting.acquire()
        reader, writer = await here.half_asks()
        assert await ended(reader), "by now the time for a head is over"
        writer.close()
        here.let_go.set()
        assert await slow == "at last"


async def test_descriptors_are_raised_to_what_the_system_allows() -> None:
    words = (
        "from bot.connections import as_many_descriptors_as_allowed as raise_them; raise_them(); "
        "import resource; print(*resource.getrlimit(resource.RLIMIT_NOFILE))"
    )
    asked = await asyncio.create_subprocess_exec(
        "sh",
        "-c",
        'ulimit -Sn 64 && exec "$@"',
        "sh",
        sys.executable,
        "-c",
        words,
        env=dict(os.environ),
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await asked.communicate()
    soft, hard = said.split()
    assert soft == hard != b"64"
