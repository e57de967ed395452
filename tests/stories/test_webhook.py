"""Updates that Telegram brings by itself instead of being asked."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from pydantic import SecretStr

from bot.settings import Settings
from bot.web import LARGEST, is_secret, web_site
from tests.stories.desk import Desk

SECRET = "a-secret-of-our-own"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
TELEGRAM = {HEADER: SECRET}
Client = TestClient[web.Request, web.Application]


def site(desk: Desk, patience: float = 10.0) -> web.Application:
    """The program's own, with all its addresses."""
    settings = Settings(
        _env_file=None,
        webhook_url="https://okna.example/hook",
        webhook_secret=SecretStr(SECRET),
        http_port=8443,
    )
    return web_site(desk.app, settings, desk.clock, patience)


@pytest.fixture
async def telegram(desk: Desk) -> AsyncIterator[Client]:
    """Telegram's side of the webhook."""
    async with TestClient(TestServer(site(desk))) as client:
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


@pytest.mark.parametrize(
    "headers", [{}, {HEADER: ""}, {HEADER: "guessed"}, {HEADER: SECRET + "x"}, {HEADER: "угадано"}]
)
async def test_nobody_else_speaks_in_telegrams_name(
    desk: Desk, telegram: Client, headers: dict[str, str]
) -> None:
    answer = await telegram.post("/hook", json=message(7, "Рустам 8 (843) 200-00-00"), headers=headers)
    assert answer.status == 403
    await desk.settle()
    assert not desk.anna.sees("200-00-00")


async def test_a_header_that_is_no_text_is_a_wrong_secret(desk: Desk) -> None:
    async with TestServer(site(desk)) as server:
        reader, writer = await asyncio.open_connection(server.host, server.port)
        head = f"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{HEADER}: ".encode()
        writer.write(head + b"\xff\xfe\xed\xa0\x80\r\n\r\n{}")
        assert b" 403 " in await reader.readline()
        writer.close()


BODIES = {
    "nothing": b"",
    "no JSON": b"not json",
    "half of one": b'{"update_id": 7, "message": {',
    "no update": b'{"update_id": "x"}',
    "a list": b"[]",
    "a number": b"7",
    "null": b"null",
    "no text": b"\xff\xfe",
    "nested too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
async def test_what_is_no_update_is_refused(telegram: Client, body: bytes) -> None:
    answer = await telegram.post("/hook", data=body, headers=TELEGRAM | {"Content-Type": "application/json"})
    assert answer.status == 400


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_only_json_is_read(telegram: Client, kind: str) -> None:
    answer = await telegram.post("/hook", data=b"{}", headers=TELEGRAM | {"Content-Type": kind})
    assert answer.status == 415


async def test_a_charset_that_does_not_exist_changes_nothing(desk: Desk, telegram: Client) -> None:
    kind = {"Content-Type": "application/json; charset=klingon"}
    body = json.dumps(message(7, "Рустам 8 (843) 200-00-00")).encode()
    assert (await telegram.post("/hook", data=body, headers=TELEGRAM | kind)).status == 200
    assert len((await desk.stored())["leads"]) == 1


async def test_a_body_without_end_is_not_read_to_its_end(telegram: Client) -> None:
    body = io.BytesIO(b'"' + b"x" * LARGEST + b'"')
    answer = await telegram.post("/hook", data=body, headers=TELEGRAM | {"Content-Type": "application/json"})
    assert answer.status == 413


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "HEAD"])
async def test_the_webhook_takes_post_alone(telegram: Client, method: str) -> None:
    answer = await telegram.request(method, "/hook", headers=TELEGRAM)
    assert answer.status == 405


@pytest.mark.parametrize("path", ["/", "/hook/", "/hook/../leads", "/leads", "/office", "/.env"])
async def test_there_is_nothing_else_to_be_found(telegram: Client, path: str) -> None:
    assert (await telegram.post(path, json={}, headers=TELEGRAM)).status in {404, 405}


async def test_a_body_that_does_not_come_is_not_waited_for(desk: Desk) -> None:
    async with TestServer(site(desk, patience=0.01)) as server:
        reader, writer = await asyncio.open_connection(server.host, server.port)
        head = ["POST /hook HTTP/1.1", "Host: x", "Content-Type: application/json", "Content-Length: 1000"]
        writer.write("\r\n".join([*head, f"{HEADER}: {SECRET}", "", "{"]).encode())
        assert b" 408 " in await reader.readline()
        writer.close()


def test_where_no_secret_is_set_nothing_is_the_secret() -> None:
    assert not is_secret("", None)
    assert not is_secret("", SecretStr(""))
    assert is_secret("a", SecretStr("a"))
    assert not is_secret("\udcff", SecretStr("a"))
