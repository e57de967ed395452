"""Connections that fail for real, over loopback: what is certain, and what is not."""

import socket
from collections.abc import AsyncIterator
from typing import TypeVar

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiohttp import ClientConnectorError, web
from aiohttp.client_reqrep import ConnectionKey
from aiohttp.test_utils import TestServer, unused_port

from bot.courier.errors import Ambiguous, Retry, judge
from bot.standin.model import DEMO
from bot.standin.session import StandInSession
from screens.content import Screen
from storage.kinds import CardKind
from tests.bot.courier.courier_stage import ANNA, Stage

UNCHECKED = 4040
T = TypeVar("T")


class UnreachableTelegram(StandInSession):
    """So many requests in a row find nobody listening, as AiohttpSession reports it."""

    refusals = 0

    async def make_request(self, bot: Bot, method: TelegramMethod[T], timeout: int | None = None) -> T:  # noqa: ASYNC109
        if self.refusals:
            self.refusals -= 1
            key = ConnectionKey("api.telegram.org", 443, True, True, None, None, None, None)
            cause = ClientConnectorError(key, OSError("refused"))
            raise TelegramNetworkError(method=method, message="ClientConnectorError") from cause
        return await super().make_request(bot, method, timeout)


@pytest.fixture
async def cutting_server() -> AsyncIterator[TestServer]:
    """Reads each request and hangs up."""

    async def cut(request: web.Request) -> web.Response:
        await request.read()
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    app = web.Application()
    app.router.add_post("/{path:.*}", cut)
    server = TestServer(app)
    async with server:
        yield server


async def _failure_at(port: int) -> TelegramNetworkError:
    api = TelegramAPIServer.from_base(f"http://127.0.0.1:{port}")
    async with Bot(DEMO, session=AiohttpSession(api=api)) as bot:
        with pytest.raises(TelegramNetworkError) as caught:
            await bot.send_message(UNCHECKED, "Лид №1")
    return caught.value


async def test_while_nobody_listens_everything_waits_and_a_summary_is_sent_once_when_somebody_does() -> None:
    stage = Stage()
    session = UnreachableTelegram(stage.telegram)
    stage.bot = Bot(stage.telegram.token, session=session)
    courier = stage.new_courier()
    for _ in range(2):  # the second outage begins with a second again
        session.refusals = 2
        stage.outbox.put(ANNA, Screen("Итоги"), kind=CardKind.SUMMARY, repeatable=False)
        await courier.drain()
    assert stage.texts(ANNA) == ["Итоги", "Итоги"]
    assert stage.sent_after(ANNA) == [1 + 2, 3 + 1 + 2]


async def test_a_refused_connection_is_certain_and_concerns_everything() -> None:
    assert judge(await _failure_at(unused_port())) == Retry(everywhere=True)


async def test_a_server_that_hangs_up_may_have_done_it(cutting_server: TestServer) -> None:
    assert cutting_server.port is not None
    assert judge(await _failure_at(cutting_server.port)) == Ambiguous()


async def test_a_server_that_does_not_answer_in_time_may_have_done_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # accepted by the kernel, read by nobody
        api = TelegramAPIServer.from_base(f"http://127.0.0.1:{silent.getsockname()[1]}")
        async with Bot(DEMO, session=AiohttpSession(api=api, timeout=0.05)) as bot:
            with pytest.raises(TelegramNetworkError) as caught:
                await bot.send_message(UNCHECKED, "Лид №1")
    assert judge(caught.value) == Ambiguous()
