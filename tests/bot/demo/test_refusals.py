"""What the page's server refuses, and to whom: nothing of it changes the office, so all of it is asked of one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.demo.visitor import ANNA, Visitor, of, visiting

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def visitor() -> AsyncIterator[Visitor]:
    async with visiting() as visitor:
        yield visitor


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("say", {"person": ANNA}),
        ("say", {"person": ANNA, "text": ""}),
        ("say", {"person": "Анна", "text": "/me"}),
        ("tap", {"person": ANNA, "message_id": 1, "data": "x" * 65}),
        ("lead", {"kind": "telegram"}),
        ("lead", []),
        ("clock", {"speed": 0}),
        ("clock", {"speed": "inf"}),
        ("clock", {"skip": False}),
        ("locale", {"locale": "tt"}),
        ("rule", {"segment": "rest", "scheme": "nonsense"}),
        ("rule", {"segment": "rest"}),
        ("block", {"person": ANNA, "blocked": True, "forever": True}),
    ],
)
async def test_a_malformed_wish_is_refused_and_changes_nothing(
    visitor: Visitor, path: str, body: object
) -> None:
    assert await visitor.tells(path, body) == 400
    assert not of(await visitor.state(), ANNA)["blocked"]


async def test_a_stranger_cannot_act(visitor: Visitor) -> None:
    assert await visitor.tells("say", {"person": 999, "text": "/me"}) == 409


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "[", ""])
async def test_a_foreign_name_for_this_machine_is_refused(visitor: Visitor, host: str) -> None:
    for path in ("/", "/demo/events", "/page/app.js"):
        async with visitor.client.get(path, headers={"Host": host}) as response:
            assert response.status in (400, 403)


async def test_a_foreign_page_is_refused(visitor: Visitor) -> None:
    ours = f"http://{visitor.host}"
    assert await visitor.tells("lead", {}, Origin=ours) == 204
    for origin in (
        "http://evil.example",
        "null",
        "http://127.0.0.1:1",
        f"https://{visitor.host}.evil.example",
    ):
        assert await visitor.tells("lead", {}, Origin=origin) == 403
    async with visitor.client.post(
        "/demo/lead", data="{}", headers={"Content-Type": "text/plain"}
    ) as response:
        assert response.status == 415


async def test_a_huge_body_is_refused(visitor: Visitor) -> None:
    assert await visitor.tells("say", {"person": ANNA, "text": "x" * 100_000}) == 413


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html"),
        ("/page/app.js", "text/javascript"),
        ("/page/style.css", "text/css"),
        ("/page/mark.svg", "image/svg+xml"),
    ],
)
async def test_the_page_comes_with_its_types_and_is_never_stale(
    visitor: Visitor, path: str, content_type: str
) -> None:
    async with visitor.client.get(path) as response:
        assert (response.status, response.content_type) == (200, content_type)
        assert response.headers["Cache-Control"] == "no-cache"
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/page/none.js", "/page/..%2Foffice.toml", "/demo/file/none"])
async def test_nothing_but_the_page_is_given_out(visitor: Visitor, path: str) -> None:
    async with visitor.client.get(path) as response:
        assert response.status == 404
