"""The real program as its owner runs it: a process with a token, killed, restarted, stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from bot.clock import SystemClock
from bot.standin.chats import Telegram
from bot.standin.http_door import http_door
from bot.standin.wire import Answer, Call
from tests.offices import OFFICE, varied
from tests.stories.words import CLAIM, HAND_OVER, SALE

pytestmark = pytest.mark.waits
TWO = varied(OFFICE, hours="always", people=dict.fromkeys(("sidorova", "ivanov", "smirnov", "orlova")))
PATIENCE = 60  # seconds, until a test gives up


class Watched(Telegram):
    """Tells when the program has asked for something."""

    def __init__(self) -> None:
        clock = SystemClock()
        super().__init__(lambda: clock.now().timestamp(), monotonic=clock.monotonic)
        self.asked = asyncio.Event()

    async def handle(self, token: str, call: Call) -> Answer:
        answer = await super().handle(token, call)
        self.asked.set()
        return answer

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self.asked.clear()
                await self.asked.wait()


@asynccontextmanager
async def telegram_on_loopback() -> AsyncIterator[tuple[Watched, str]]:
    telegram = Watched()
    for id, name in ((101, "Анна"), (201, "Пётр")):
        telegram.add_user(id, name)
        telegram.start(id)
    runner = web.AppRunner(http_door(telegram))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield telegram, f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def fairlead(env: dict[str, str], *words: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *words,
        env={**os.environ, **env},
        cwd=env["HOME"],
        stderr=asyncio.subprocess.PIPE,
    )


def button(telegram: Telegram, person: int, words: str) -> tuple[int, str] | None:
    for message in reversed(telegram.messages(person)):
        if message.by_bot and (found := message.button(words)):
            return message.message_id, found.value
    return None


async def tap(telegram: Watched, person: int, words: str) -> None:
    await telegram.until(lambda: button(telegram, person, words))
    message, data = button(telegram, person, words) or (0, "")
    telegram.tap(person, message, data=data)


@pytest.fixture
async def place(tmp_path: Path) -> dict[str, str]:
    """A directory of its own with an office loaded."""
    (tmp_path / "office.toml").write_text(TWO, encoding="utf-8")
    env = {"HOME": str(tmp_path), "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/fairlead.db"}
    loading = await fairlead(env, "office", "load", "office.toml")
    assert await loading.wait() == 0
    return env


async def test_a_lead_survives_a_kill_between_its_steps(place: dict[str, str]) -> None:
    async with telegram_on_loopback() as (telegram, address):
        env = place | {"BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": address, "LOG_LEVEL": "DEBUG"}
        first = await fairlead(env, "run")
        telegram.send_text(101, "Рустам 8 (843) 200-00-00, окна")
        await tap(telegram, 101, HAND_OVER)
        await telegram.until(lambda: button(telegram, 201, CLAIM))
        first.send_signal(signal.SIGKILL)
        await first.communicate()

        message, claim = button(telegram, 201, CLAIM) or (0, "")
        telegram.tap(201, message, data=claim)
        second = await fairlead(env, "run")
        await telegram.until(lambda: button(telegram, 201, SALE))
        assert telegram.violations == 0

        second.send_signal(signal.SIGTERM)
        _, errors = await second.communicate()
        assert second.returncode == 0
        assert b"Traceback" not in errors
        for secret in (telegram.token, "Рустам", "200-00-00", "2000000"):
            assert secret.encode() not in errors


async def test_a_wrong_token_ends_with_one_clear_line(place: dict[str, str]) -> None:
    async with telegram_on_loopback() as (_, address):
        wrong = place | {
            "BOT_TOKEN": "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "TELEGRAM_API_URL": address,
        }
        program = await fairlead(wrong, "run")
        _, errors = await program.communicate()
    assert program.returncode == 1
    assert b"Traceback" not in errors
    assert "BOT_TOKEN" in errors.decode().strip().splitlines()[-1]
