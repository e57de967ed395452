"""The outside world as it reaches the office by HTTP: forms, exchanges, other programs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from pydantic import SecretStr

from bot.settings import Settings
from bot.web import web_site
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, at_work, empty_database

TOKEN = "token-of-another-program"
SECRET = "site-secret"
SITE = {"id": "site", "name": "Сайт", "kind": "form", "secret_env": "SITE_SECRET"}


@dataclass(frozen=True)
class Outside:
    """`send` answers with the status and what was said; afterwards everything that came of it has happened."""

    desk: Desk
    client: TestClient[web.Request, web.Application]

    async def send(self, path: str, *, method: str = "POST", **request: Any) -> tuple[int, str]:
        async with self.client.request(method, path, **request) as answer:
            said = answer.status, await answer.text()
        await self.read()
        return said

    async def lead(self, body: Mapping[str, Any], **headers: str) -> tuple[int, dict[str, Any]]:
        """What `POST /leads` answers while the program reads beside."""
        bearer = {"Authorization": f"Bearer {TOKEN}"}
        answer: ClientResponse
        async with (
            reading(self.desk),
            self.client.post("/leads", json=body, headers=bearer | headers) as answer,
        ):
            said = answer.status, await answer.json()
        await self.desk.settle()
        return said

    async def read(self) -> None:
        await self.desk.app.reader.read_all()
        await self.desk.settle()


@asynccontextmanager
async def reading(desk: Desk) -> AsyncIterator[None]:
    """The program's reader is at work beside."""
    import asyncio

    task = asyncio.get_running_loop().create_task(desk.app.reader.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def outside(path: Path, *sources: Mapping[str, Any], **changes: Any) -> AsyncIterator[Outside]:
    """An office with these sources, as the outside reaches it. `changes`: of its office file, as of `varied`."""
    text = varied(OFFICE, sources=list(sources or [SITE]), **changes)
    async with at_work(Desk(await empty_database(path)), text) as desk:
        settings = Settings(_env_file=None, http_port=8443, intake_token=SecretStr(TOKEN))
        async with TestClient(TestServer(web_site(desk.app, settings, desk.clock))) as client:
            yield Outside(desk, client)


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_SECRET", SECRET)
