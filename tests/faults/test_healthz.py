"""`/healthz` of a program at work, over HTTP."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.clock import SystemClock
from bot.watchdog.rule import Trouble
from bot.web import health
from tests.faults.ailments import only_queries
from tests.stories.desk import office

pytestmark = pytest.mark.usefixtures("one_thread")


async def test_it_is_green_at_work_and_names_what_is_wrong(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with office(tmp_path) as desk:
        real = SystemClock()
        desk.clock.sleep = real.sleep  # type: ignore[method-assign]  # nothing spins while it runs
        site = web.Application()
        site.router.add_get("/healthz", health(desk.app))
        async with TestClient(TestServer(site)) as client:

            async def asked() -> tuple[int, dict[str, object]]:
                answer = await client.get("/healthz")
                return answer.status, await answer.json()

            assert await asked() == (503, {"status": "trouble", "wrong": ["starting"]})
            async with asyncio.timeout(30), asyncio.TaskGroup() as group:
                running = group.create_task(desk.app.run())
                await desk.telegram.updates.polled.wait()
                assert await asked() == (200, {"status": "ok"})
                for _ in range(3):
                    await desk.app.watch.look()  # by then its own first look is over
                desk.app.watch.troubles = frozenset({Trouble.TELEGRAM})
                assert await asked() == (503, {"status": "trouble", "wrong": ["telegram"]})
                desk.app.watch.troubles = frozenset()
                async with only_queries(desk.database, tmp_path / "fairlead.db"):
                    desk.telegram.send_text(101, "Рустам 8 (843) 200-00-00")
                    while not desk.database.health.ailing:  # noqa: ASYNC110 - it tells the log alone
                        await asyncio.sleep(0)
                    assert await asked() == (503, {"status": "trouble", "wrong": ["database"]})
                running.cancel()
    assert "Рустам" not in caplog.text
