"""A client that connects to what it has judged and to nothing else, whatever a name means a moment later."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Sequence
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from sources.addresses import ForbiddenAddressError
from sources.guarded import AGENT, look_up, session

Meaning = tuple[Any, ...]


def meaning(*several: str) -> list[Meaning]:
    family = {True: socket.AF_INET6, False: socket.AF_INET}
    return [(family[":" in to], socket.SOCK_STREAM, 6, "", (to, 80)) for to in several]


@pytest.fixture
async def port() -> AsyncIterator[int]:
    async def hello(request: web.Request) -> web.Response:
        return web.Response(text=request.headers["User-Agent"])

    site = web.Application()
    site.router.add_get("/", hello)
    async with TestServer(site) as server:
        assert server.port
        yield server.port


async def asked(url: str, *, private: bool, names: list[list[Meaning]] | None = None) -> str:
    """What is answered there. `names`: what the name means each time that somebody asks."""
    times = iter(names or ())

    async def means(_: str, __: int) -> Sequence[Meaning]:
        return next(times)

    async with (
        session(private=private, names=means if names else look_up) as client,
        client.get(url, allow_redirects=False) as answer,
    ):
        return await answer.text()


async def test_where_the_office_allows_its_own_net_it_is_reached(port: int) -> None:
    assert await asked(f"http://127.0.0.1:{port}/", private=True) == AGENT
    assert await asked(f"http://localhost:{port}/", private=True) == AGENT
    assert await asked(f"http://a.name:{port}/", private=True, names=[meaning("127.0.0.1")]) == AGENT


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost", "0.0.0.0"])
async def test_else_nobody_even_knocks_there(port: int, host: str) -> None:
    with pytest.raises(aiohttp.ClientConnectorError) as failed:
        await asked(f"http://{host}:{port}/", private=False)
    assert isinstance(failed.value.os_error, ForbiddenAddressError)


@pytest.mark.parametrize("host", ["2130706433", "127.1", "0x7f000001", "017700000001"])
async def test_nor_where_it_is_written_as_no_address_is(port: int, host: str) -> None:
    with pytest.raises(aiohttp.ClientError):
        await asked(f"http://{host}:{port}/", private=False)


async def test_a_name_that_means_an_address_of_the_own_net_among_others_leads_nowhere(port: int) -> None:
    with pytest.raises(aiohttp.ClientConnectorError) as failed:
        await asked(f"http://a.name:{port}/", private=False, names=[meaning("93.184.216.34", "127.0.0.1")])
    assert isinstance(failed.value.os_error, ForbiddenAddressError)


async def test_a_name_is_asked_for_once_so_it_cannot_mean_something_else_later(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def no_socket(*_: Any, **__: Any) -> socket.socket:
        tried.append("a socket")
        raise OSError("nothing leaves this test")

    monkeypatch.setattr(socket, "socket", no_socket)
    turning = [meaning("93.184.216.34"), meaning("127.0.0.1")]
    with pytest.raises(aiohttp.ClientConnectorError):
        await asked(f"http://a.name:{port}/", private=False, names=turning)
    assert tried == ["a socket"], "to the address that was judged, and to no other"


async def test_the_address_of_the_socket_itself_is_judged_though_a_resolver_has_let_it_pass(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sources import addresses

    judged: list[list[str]] = []
    real = addresses.check

    def first_lets_pass(several: Any, *, private: bool) -> None:
        judged.append(list(several))
        if len(judged) > 1:
            real(judged[-1], private=private)

    monkeypatch.setattr(addresses, "check", first_lets_pass)
    with pytest.raises(aiohttp.ClientConnectorError) as failed:
        await asked(f"http://a.name:{port}/", private=False, names=[meaning("127.0.0.1")])
    assert isinstance(failed.value.os_error, ForbiddenAddressError)
    assert judged == [["127.0.0.1"], ["127.0.0.1"]]
