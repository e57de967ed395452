"""The sending limits, on a clock that the test moves."""

import pytest

from bot.standin.chats import Telegram
from bot.standin.limits import BURST
from bot.standin.wire import Answer, Call

ANNA, GROUP = 1001, -500


class Office:
    """A stand-in with forty people who have started the bot, and one group."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.telegram = Telegram(lambda: 1_790_000_000.0, monotonic=lambda: self.seconds)
        self.telegram.add_group(GROUP, "Отдел продаж")
        for user_id in range(ANNA, ANNA + 40):
            self.telegram.add_user(user_id, f"Менеджер {user_id}")
            self.telegram.start(user_id)

    async def ask(self, method: str, **params: object) -> Answer:
        return await self.telegram.handle(self.telegram.token, Call(method, params))

    async def send(self, chat_id: int = ANNA) -> Answer:
        return await self.ask("sendMessage", chat_id=chat_id, text="Лид №1")


@pytest.fixture
def office() -> Office:
    return Office()


async def burst(office: Office) -> None:
    """What a private chat takes at once."""
    assert [(await office.send()).status for _ in range(BURST)] == [200] * BURST


async def test_a_private_chat_takes_three_messages_at_once_and_then_one_a_second(office: Office) -> None:
    await burst(office)
    office.seconds = 0.9
    refused = await office.send()
    assert refused.body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert office.telegram.violations == 1


async def test_who_waits_exactly_as_told_gets_through(office: Office) -> None:
    await burst(office)
    office.seconds = 0.5
    assert (await office.send()).status == 429
    office.seconds = 1.4
    assert (await office.send()).status == 429  # a second after the first, but sooner than he was told
    office.seconds = 2.4
    assert (await office.send()).status == 200
    assert office.telegram.violations == 2


async def test_an_edit_takes_the_place_of_a_message(office: Office) -> None:
    sent = await office.send()
    edit = {"chat_id": ANNA, "message_id": sent.body["result"]["message_id"], "text": "Взяла Анна"}
    assert (await office.send()).status == 200
    assert (await office.ask("editMessageText", **edit)).status == 200
    again = edit | {"text": "Взял Борис"}
    assert (await office.ask("editMessageText", **again)).status == 429
    office.seconds = 2.0
    assert (await office.ask("editMessageText", **again)).status == 200


async def test_thirty_messages_a_second_leave_in_all(office: Office) -> None:
    answers = [await office.send(ANNA + n) for n in range(31)]
    assert [answer.status for answer in answers] == [200] * 30 + [429]
    office.seconds = 1.0
    assert (await office.send(ANNA + 31)).status == 200


async def test_a_group_takes_twenty_a_minute(office: Office) -> None:
    for second in range(20):
        office.seconds = float(second)
        assert (await office.send(GROUP)).status == 200
    office.seconds = 20.0
    refused = await office.send(GROUP)
    assert refused.body["parameters"] == {"retry_after": 40}
    office.seconds = 60.0
    assert (await office.send(GROUP)).status == 200


async def test_answers_polls_and_deletions_are_free(office: Office) -> None:
    sent = await office.send()
    for _ in range(5):
        assert (await office.ask("getUpdates")).status == 200
        assert (await office.ask("sendChatAction", chat_id=ANNA, action="typing")).status == 200
    number = sent.body["result"]["message_id"]
    assert (await office.ask("deleteMessage", chat_id=ANNA, message_id=number)).status == 200
    assert office.telegram.violations == 0


async def test_another_chat_is_not_held_up(office: Office) -> None:
    await burst(office)
    assert (await office.send(ANNA)).status == 429
    assert (await office.send(ANNA + 1)).status == 200
