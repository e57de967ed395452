"""What the stand-in refuses, and with which words."""

import json
from itertools import count
from typing import Any

import pytest

from bot.standin.chats import Telegram
from bot.standin.wire import JSON, Answer, Call

ANNA = 1001


@pytest.fixture
def telegram() -> Telegram:
    telegram = Telegram(lambda: 1_790_000_000.0, monotonic=count(0.0, 2.0).__next__)
    telegram.add_user(ANNA, "Анна")
    telegram.start(ANNA)
    return telegram


async def ask(telegram: Telegram, method: str, **params: Any) -> Answer:
    """As a form: what is not text is JSON."""
    form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
    return await telegram.handle(telegram.token, Call(method, form))


async def words(telegram: Telegram, method: str, **params: Any) -> str:
    answer = await ask(telegram, method, **params)
    assert answer.status == 400, answer.body
    assert answer.body["ok"] is False and answer.body["error_code"] == 400
    description: str = answer.body["description"]
    return description


async def send(telegram: Telegram, button: JSON) -> Answer:
    return await ask(
        telegram, "sendMessage", chat_id=ANNA, text="?", reply_markup={"inline_keyboard": [[button]]}
    )


async def test_a_text_ends_at_4096_utf16_units(telegram: Telegram) -> None:
    assert (await ask(telegram, "sendMessage", chat_id=ANNA, text="🙂" * 2048)).status == 200
    assert await words(telegram, "sendMessage", chat_id=ANNA, text="🙂" * 2048 + "!") == (
        "Bad Request: message is too long"
    )


async def test_tags_do_not_count_as_text(telegram: Telegram) -> None:
    text = "<b>" + "ж" * 4096 + "</b>"
    assert (await ask(telegram, "sendMessage", chat_id=ANNA, text=text, parse_mode="HTML")).status == 200


@pytest.mark.parametrize("text", ["", "  \n ", "<b></b>"])
async def test_an_empty_text_is_refused(telegram: Telegram, text: str) -> None:
    asked = {"chat_id": ANNA, "text": text, "parse_mode": "HTML"}
    assert await words(telegram, "sendMessage", **asked) == "Bad Request: message text is empty"


async def test_a_caption_ends_at_1024(telegram: Telegram) -> None:
    telegram.send_photo(ANNA)
    photo = telegram.messages(ANNA)[-1].raw["photo"][0]["file_id"]
    assert (await ask(telegram, "sendPhoto", chat_id=ANNA, photo=photo, caption="ж" * 1024)).status == 200
    assert await words(telegram, "sendPhoto", chat_id=ANNA, photo=photo, caption="ж" * 1025) == (
        "Bad Request: message caption is too long"
    )


async def test_callback_data_is_counted_in_bytes_not_characters(telegram: Telegram) -> None:
    assert (await send(telegram, {"text": "Беру", "callback_data": "ж" * 32})).status == 200
    answer = await send(telegram, {"text": "Беру", "callback_data": "ж" * 33})
    assert answer.body["description"] == "Bad Request: BUTTON_DATA_INVALID"


PARSE_BUTTON = "Bad Request: can't parse inline keyboard button: "


@pytest.mark.parametrize(
    ("button", "description"),
    [
        ({"text": "Беру", "callback_data": ""}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "Беру"}, PARSE_BUTTON + "Text buttons are unallowed in the inline keyboard"),
        ({"callback_data": "x"}, PARSE_BUTTON + 'Can\'t find field "text"'),
        ({"text": " ", "callback_data": "x"}, PARSE_BUTTON + "text must be non-empty"),
        ({"text": "x", "callback_data": "x", "style": "blue"}, PARSE_BUTTON + "invalid button style specified"),
        ({"text": "x", "callback_data": "x", "url": "https://example.org"},
         PARSE_BUTTON + "exactly one action is allowed, found callback_data, url"),
        ({"text": "x", "copy_text": {"text": "x" * 257}}, "Bad Request: BUTTON_COPY_TEXT_INVALID"),
        ({"text": "x", "copy_text": {"text": ""}}, "Bad Request: BUTTON_COPY_TEXT_INVALID"),
        ({"text": "x", "url": "nowhere"},
         "Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
        ({"text": "x", "callback": "x"}, 'Bad Request: unknown field "callback" in inline_keyboard'),
    ],
)  # fmt: skip
async def test_a_wrong_button_is_refused(telegram: Telegram, button: JSON, description: str) -> None:
    assert (await send(telegram, button)).body["description"] == description
    assert len(telegram.messages(ANNA)) == 1


@pytest.mark.parametrize("rows", [[9], [8] * 12 + [5]])
async def test_too_many_buttons_are_refused(telegram: Telegram, rows: list[int]) -> None:
    keyboard = [[{"text": "x", "callback_data": "x"}] * number for number in rows]
    asked = {"chat_id": ANNA, "text": "?", "reply_markup": {"inline_keyboard": keyboard}}
    assert await words(telegram, "sendMessage", **asked) == "Bad Request: reply markup is too long"


async def test_a_hundred_buttons_in_rows_of_eight_are_fine(telegram: Telegram) -> None:
    keyboard = [[{"text": "x", "callback_data": "x"}] * number for number in [8] * 12 + [4]]
    asked = {"chat_id": ANNA, "text": "?", "reply_markup": {"inline_keyboard": keyboard}}
    assert (await ask(telegram, "sendMessage", **asked)).status == 200


@pytest.mark.parametrize(
    ("command", "description"),
    [
        ({"command": "Me", "description": "x"}, "Bad Request: BOT_COMMAND_INVALID"),
        ({"command": "очередь", "description": "x"}, "Bad Request: BOT_COMMAND_INVALID"),
        ({"command": "x" * 33, "description": "x"}, "Bad Request: BOT_COMMAND_INVALID"),
        ({"command": "me", "description": "x" * 257}, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"command": "me", "description": ""}, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_a_wrong_command_is_refused(telegram: Telegram, command: JSON, description: str) -> None:
    assert await words(telegram, "setMyCommands", commands=[command]) == description


async def test_more_than_a_hundred_commands_are_refused(telegram: Telegram) -> None:
    commands = [{"command": f"c{n}", "description": "x"} for n in range(101)]
    assert await words(telegram, "setMyCommands", commands=commands) == "Bad Request: BOT_COMMANDS_TOO_MUCH"


async def test_a_toast_ends_at_two_hundred_characters(telegram: Telegram) -> None:
    asked = {"callback_query_id": "1", "text": "ж" * 201}
    assert await words(telegram, "answerCallbackQuery", **asked) == "Bad Request: MESSAGE_TOO_LONG"


async def test_what_the_bot_api_does_not_know_is_refused(telegram: Telegram) -> None:
    assert (
        await words(telegram, "sendMessage", chat_id=ANNA, txt="?") == 'Bad Request: unknown parameter "txt"'
    )


async def test_what_the_stand_in_does_not_do_it_says(telegram: Telegram) -> None:
    asked = {"chat_id": ANNA, "text": "?", "message_thread_id": 5}
    assert await words(telegram, "sendMessage", **asked) == (
        'Bad Request: the stand-in does not model "message_thread_id"'
    )


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("sendMessage", {"text": "?"}, "Bad Request: chat_id is empty"),
        ("sendMessage", {"text": "?", "chat_id": "@nobody"}, "Bad Request: chat not found"),
        ("sendMessage", {"chat_id": ANNA, "text": "?", "parse_mode": "MarkdownV2"},
         "Bad Request: unsupported parse_mode"),
        ("sendMessage", {"chat_id": ANNA, "text": "?", "reply_markup": "{"},
         "Bad Request: can't parse reply keyboard markup JSON object"),
        ("sendMessage", {"chat_id": ANNA, "text": "?", "entities": [{"type": "bold", "offset": 0, "length": 9}]},
         "Bad Request: ENTITY_BOUNDS_INVALID"),
        ("editMessageReplyMarkup", {"chat_id": ANNA, "message_id": 1, "reply_markup": {"remove_keyboard": True}},
         "Bad Request: inline keyboard expected"),
        ("sendPhoto", {"chat_id": ANNA}, "Bad Request: there is no photo in the request"),
        ("sendPhoto", {"chat_id": ANNA, "photo": "attach://x"}, "Bad Request: there is no photo in the request"),
        ("sendPhoto", {"chat_id": ANNA, "photo": "x"},
         "Bad Request: wrong file_id or the file is temporarily unavailable"),
        ("sendChatAction", {"chat_id": ANNA, "action": "sing"}, "Bad Request: wrong parameter action in request"),
        ("deleteMessage", {"chat_id": ANNA}, "Bad Request: message identifier is not specified"),
        ("setWebhook", {"url": "http://example.org"},
         "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
    ],
)  # fmt: skip
async def test_a_wrong_request_is_refused(
    telegram: Telegram, method: str, params: JSON, description: str
) -> None:
    assert await words(telegram, method, **params) == description


async def test_a_message_with_a_reply_keyboard_can_never_be_edited(telegram: Telegram) -> None:
    keyboard = {"keyboard": [[{"text": "Очередь"}]]}
    sent = await ask(telegram, "sendMessage", chat_id=ANNA, text="Меню", reply_markup=keyboard)
    asked = {"chat_id": ANNA, "message_id": sent.body["result"]["message_id"], "text": "Другое"}
    assert await words(telegram, "editMessageText", **asked) == "Bad Request: message can't be edited"
    chat = telegram.chats[ANNA]
    assert chat.keyboard and chat.keyboard["keyboard"][0][0]["text"] == "Очередь"


async def test_a_placeholder_ends_at_64_characters(telegram: Telegram) -> None:
    keyboard: JSON = {"keyboard": [[{"text": "Очередь"}]], "input_field_placeholder": "о" * 64}
    assert (await ask(telegram, "sendMessage", chat_id=ANNA, text="?", reply_markup=keyboard)).status == 200
    keyboard["input_field_placeholder"] += "о"
    assert "placeholder" in await words(
        telegram, "sendMessage", chat_id=ANNA, text="?", reply_markup=keyboard
    )


async def test_a_key_sends_its_words_and_stays_until_another_keyboard_comes(telegram: Telegram) -> None:
    keyboard = {"keyboard": [[{"text": "Очередь"}, {"text": "Пауза"}]], "is_persistent": True}
    await ask(telegram, "sendMessage", chat_id=ANNA, text="?", reply_markup=keyboard)
    telegram.press(ANNA, "Очередь")
    assert telegram.messages(ANNA)[-1].text == "Очередь" and not telegram.messages(ANNA)[-1].by_bot
    assert telegram.below(ANNA) == [["Очередь", "Пауза"]]
    with pytest.raises(ValueError, match="no key"):
        telegram.press(ANNA, "На месте")
    await ask(telegram, "sendMessage", chat_id=ANNA, text="?", reply_markup={"remove_keyboard": True})
    assert telegram.below(ANNA) == []


async def test_a_keyboard_for_one_time_is_gone_when_it_was_pressed(telegram: Telegram) -> None:
    keyboard = {"keyboard": [[{"text": "Очередь"}]], "one_time_keyboard": True}
    await ask(telegram, "sendMessage", chat_id=ANNA, text="?", reply_markup=keyboard)
    telegram.press(ANNA, "Очередь")
    assert telegram.below(ANNA) == []


async def test_after_48_hours_a_message_stays() -> None:
    clock = [0.0]
    telegram = Telegram(lambda: clock[0])
    telegram.add_user(ANNA, "Анна")
    number = telegram.start(ANNA)
    clock[0] = 48 * 3600.0 + 1
    asked = {"chat_id": ANNA, "message_id": number}
    assert await words(telegram, "deleteMessage", **asked) == (
        "Bad Request: message can't be deleted for everyone"
    )
