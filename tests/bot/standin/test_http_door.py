"""What only HTTP has: other ways to pass parameters, addresses, statuses, connections that break."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientError, FormData
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.standin import faults
from bot.standin.chats import Telegram
from bot.standin.http_door import http_door

ANNA = 1001
Client = TestClient[Request, Application]


@pytest.fixture
def telegram() -> Telegram:
    telegram = Telegram(lambda: 1_790_000_000.0)
    telegram.add_user(ANNA, "Анна")
    telegram.start(ANNA)
    return telegram


@pytest.fixture
async def client(telegram: Telegram) -> AsyncIterator[Client]:
    async with TestClient(TestServer(http_door(telegram))) as client:
        yield client


async def test_parameters_come_in_the_address(telegram: Telegram, client: Client) -> None:
    address = f"/bot{telegram.token}/SENDMESSAGE"  # the Bot API does not tell capital letters apart
    async with client.get(address, params={"chat_id": ANNA, "text": "Привет"}) as response:
        assert response.status == 200
        assert (await response.json())["result"]["text"] == "Привет"


async def test_parameters_come_as_json(telegram: Telegram, client: Client) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Беру", "callback_data": "claim:1"}]]}
    body = {"chat_id": ANNA, "text": "Лид", "reply_markup": keyboard, "protect_content": True}
    async with client.post(f"/bot{telegram.token}/sendMessage", json=body) as response:
        result = (await response.json())["result"]
    assert result["reply_markup"] == keyboard
    assert telegram.messages(ANNA)[-1].protected


async def test_parameters_come_as_a_plain_form(telegram: Telegram, client: Client) -> None:
    form = {"chat_id": str(ANNA), "text": "Лид", "reply_markup": '{"inline_keyboard": []}'}
    async with client.post(f"/bot{telegram.token}/sendMessage", data=form) as response:
        assert response.status == 200
    assert telegram.messages(ANNA)[-1].buttons == ()


async def test_a_file_may_stand_in_the_form_under_its_own_name(telegram: Telegram, client: Client) -> None:
    form = FormData({"chat_id": str(ANNA)})
    form.add_field("document", b"%PDF", filename="plan.pdf", content_type="application/pdf")
    async with client.post(f"/bot{telegram.token}/sendDocument", data=form) as response:
        document = (await response.json())["result"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("plan.pdf", "application/pdf")


async def test_a_body_that_is_no_json_is_a_bad_request(telegram: Telegram, client: Client) -> None:
    headers = {"Content-Type": "application/json"}
    async with client.post(f"/bot{telegram.token}/getMe", data=b"{", headers=headers) as response:
        assert response.status == 400
        assert (await response.json())["error_code"] == 400


async def test_a_wrong_token_is_told_from_a_wrong_address(telegram: Telegram, client: Client) -> None:
    async with client.get("/bot1:wrong/getMe") as response:
        assert response.status == 401
        assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    async with client.get(f"/file/bot{telegram.token}/photos/none.jpg") as response:
        assert response.status == 404
    async with client.get("/file/bot1:wrong/photos/none.jpg") as response:
        assert response.status == 404


async def test_the_server_goes_down_at_once_although_somebody_polls(
    telegram: Telegram, client: Client
) -> None:
    telegram.updates.clear()
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(client.get(f"/bot{telegram.token}/getUpdates", params={"timeout": 50}))
        await telegram.updates.polled.wait()
        async with asyncio.timeout(5):
            await client.server.close()
    assert poll.result().status == 200


async def test_a_cut_connection_is_cut_and_the_next_one_works(telegram: Telegram, client: Client) -> None:
    telegram.faults = faults.Script(("sendMessage", faults.CutAfter()))
    body = {"chat_id": ANNA, "text": "Лид"}
    with pytest.raises(ClientError):
        await client.post(f"/bot{telegram.token}/sendMessage", json=body)
    assert telegram.messages(ANNA)[-1].text == "Лид"
    async with client.get(f"/bot{telegram.token}/getMe") as response:
        assert response.status == 200
