"""What an answer means."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desk.hooks import Answer
from sources.hooks.posting import answered, post

NOW = datetime(2026, 11, 29, 7, 16, 10, tzinfo=UTC)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_every_success_is_one(status: int) -> None:
    assert answered(status, "120", NOW) == Answer(status)


@pytest.mark.parametrize("status", [300, 301, 302, 304, 307, 308])
def test_who_points_elsewhere_has_not_taken_it(status: int) -> None:
    assert answered(status, None, NOW) == Answer(status, "redirect")


@pytest.mark.parametrize("status", [100, 400, 401, 404, 410, 422, 500, 502])
def test_nor_has_whoever_says_anything_else(status: int) -> None:
    assert answered(status, "120", NOW) == Answer(status, "status")


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sun, 29 Nov 2026 07:17:10 GMT", 60),
        ("Sun, 29 Nov 2026 07:16:00 GMT", -10),
        ("Sun, 29 Nov 2026 07:17:10 -0000", 60),
        ("999999999999", 10**7),
        ("soon", None),
        ("-5", None),
        ("١٢", None),
        ("", None),
        (None, None),
    ],
)
def test_who_asks_to_be_left_alone_says_how_long(status: int, said: str | None, seconds: int | None) -> None:
    wait = None if seconds is None else timedelta(seconds=seconds)
    assert answered(status, said, NOW) == Answer(status, "status", wait)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1:9/", "forbidden"),
        ("http://localhost:9/", "forbidden"),
        ("http://2130706433/", "connection"),
    ],
)
async def test_why_there_is_no_answer_is_told(url: str, why: str) -> None:
    assert await post(url, {}, "{}", private=False, now=NOW) == Answer(None, why)


async def test_a_name_that_means_nothing_is_one_reason() -> None:
    async def nothing(_: str, __: int) -> Sequence[tuple[Any, ...]]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    answer = await post("https://crm.example/", {}, "{}", private=False, now=NOW, names=nothing)
    assert answer == Answer(None, "name")


async def test_where_nobody_listens_there_is_no_connection() -> None:
    assert await post("http://127.0.0.1:1/", {}, "{}", private=True, now=NOW) == Answer(None, "connection")
