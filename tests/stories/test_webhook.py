"""Updates that Telegram brings by itself instead of being asked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.web import webhook
from tests.stories.desk import Desk

SECRET = "a-secret-of-our-own"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def telegram(desk: Desk) -> AsyncIterator[Client]:
    """Telegram's side of the webhook."""
    site = web.Application()
    site.router.add_post("/hook", webhook(desk.app, SECRET))
    async with TestClient(TestServer(site)) as client:
        yield client


def message(update: int, text: str) -> dict[str, Any]:
    anna = {"id": 101, "is_bot": False, "first_name": "Анна"}
    chat = {"id": 101, "type": "private", "first_name": "Анна"}
    return {
        "update_id": update,
        "message": {"message_id": update, "date": 1795417200, "chat": chat, "from": anna, "text": text},
    }


async def test_a_lead_comes_in_and_the_same_update_again_changes_nothing(
    desk: Desk, telegram: Client
) -> None:
    for _ in range(2):
        answer = await telegram.post(
            "/hook", json=message(7, "Рустам 8 (843) 200-00-00"), headers={HEADER: SECRET}
        )
        assert answer.status == 200
    await desk.settle()
    assert len([m for m in desk.anna.messages() if "200-00-00" in m.text]) == 1


@pytest.mark.parametrize("headers", [{}, {HEADER: "guessed"}, {HEADER: "угадано"}])
async def test_nobody_else_speaks_in_telegrams_name(
    desk: Desk, telegram: Client, headers: dict[str, str]
) -> None:
    answer = await telegram.post("/hook", json=message(7, "Рустам 8 (843) 200-00-00"), headers=headers)
    assert answer.status == 403
    await desk.settle()
    assert not desk.anna.sees("200-00-00")


@pytest.mark.parametrize("body", [b"", b"not json", b'{"update_id": "x"}', b"[]"])
async def test_what_is_no_update_is_refused(telegram: Client, body: bytes) -> None:
    answer = await telegram.post("/hook", data=body, headers={HEADER: SECRET})
    assert answer.status == 400
