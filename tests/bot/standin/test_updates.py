"""The queue of updates: what is confirmed, what expires, what the bot did not ask for."""

import asyncio

import pytest

from bot.standin.chats import Telegram
from bot.standin.wire import JSON, Call

ANNA = 1001
TAP_LIFE = 150.0


class Morning:
    """A stand-in whose clock the test moves; Anna has started the bot, and that is confirmed."""

    def __init__(self) -> None:
        self.time = 1_790_000_000.0
        self.telegram = Telegram(lambda: self.time)
        self.telegram.add_user(ANNA, "Анна")
        self.telegram.start(ANNA)
        self.telegram.updates.clear()

    async def updates(self, **params: object) -> list[JSON]:
        answer = await self.telegram.handle(self.telegram.token, Call("getUpdates", params))
        assert answer.status == 200, answer.body
        result: list[JSON] = answer.body["result"]
        return result

    async def texts(self, **params: object) -> list[str]:
        return [update["message"]["text"] for update in await self.updates(**params)]


@pytest.fixture
def morning() -> Morning:
    return Morning()


async def test_an_update_comes_again_until_the_offset_has_passed_it(morning: Morning) -> None:
    for text in ("раз", "два", "три"):
        morning.telegram.send_text(ANNA, text)
    first, second, _ = await morning.updates()
    assert await morning.texts() == ["раз", "два", "три"]
    assert await morning.texts(offset=second["update_id"]) == ["два", "три"]
    assert await morning.texts(offset=first["update_id"]) == ["два", "три"]  # confirmed is forgotten for ever
    assert await morning.texts(limit=1) == ["два"]


async def test_a_tap_waits_150_seconds_and_a_message_a_day(morning: Morning) -> None:
    sent = morning.telegram.send_text(ANNA, "Лид")
    morning.telegram.tap(ANNA, sent, data="claim:1")
    morning.time += TAP_LIFE
    assert [list(update)[1] for update in await morning.updates()] == ["message", "callback_query"]
    morning.time += 1
    assert [list(update)[1] for update in await morning.updates()] == ["message"]
    morning.time += 24 * 3600
    assert await morning.updates() == []


async def test_an_old_tap_cannot_be_answered(morning: Morning) -> None:
    query_id = morning.telegram.tap(ANNA, 1, data="claim:1")
    morning.time += TAP_LIFE + 1
    asked = Call("answerCallbackQuery", {"callback_query_id": query_id})
    answer = await morning.telegram.handle(morning.telegram.token, asked)
    assert answer.body["description"].endswith(
        "query is too old and response timeout expired or query ID is invalid"
    )


async def test_only_what_the_bot_asked_for_is_queued_from_then_on(morning: Morning) -> None:
    await morning.updates(allowed_updates='["callback_query"]')
    morning.telegram.send_text(ANNA, "не дойдёт")
    morning.telegram.tap(ANNA, 1, data="claim:1")
    assert [list(update)[1] for update in await morning.updates()] == ["callback_query"]
    await morning.updates(allowed_updates="[]")
    morning.telegram.block(ANNA)
    assert "my_chat_member" in (await morning.updates())[-1]


async def test_a_long_poll_that_nobody_ends_answers_nothing(morning: Morning) -> None:
    assert await morning.telegram.updates.poll(0, 100, 0.01) == []
    assert not morning.telegram.updates.polled.is_set()


async def test_a_poller_that_goes_away_leaves_no_trace(morning: Morning) -> None:
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(morning.updates(timeout=30))
        await morning.telegram.updates.polled.wait()
        poll.cancel()
    morning.telegram.send_text(ANNA, "после")
    assert await morning.texts() == ["после"]


async def test_polling_is_refused_while_a_webhook_is_set(morning: Morning) -> None:
    telegram = morning.telegram
    telegram.send_text(ANNA, "Лид")
    await telegram.handle(telegram.token, Call("setWebhook", {"url": "https://example.org/hook"}))
    info = await telegram.handle(telegram.token, Call("getWebhookInfo", {}))
    assert (info.body["result"]["url"], info.body["result"]["pending_update_count"]) == (
        "https://example.org/hook",
        1,
    )
    refused = await telegram.handle(telegram.token, Call("getUpdates", {}))
    assert refused.status == 409
    assert refused.body["description"].startswith(
        "Conflict: can't use getUpdates method while webhook is active"
    )
    await telegram.handle(telegram.token, Call("deleteWebhook", {"drop_pending_updates": True}))
    assert await morning.updates() == []
