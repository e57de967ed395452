"""What Telegram sends and nobody here can read costs no lead; what it says of the chat makes none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stories.desk import Desk
from tests.stories.words import CLAIM, HAND_OVER

HIDDEN: dict[str, Any] = {"type": "hidden_user", "date": 1}
FUTURE: dict[str, Any] = {"type": "business_of_tomorrow", "date": 1, "who": {"id": 5}}
ENTITY: dict[str, Any] = {"type": "bold"}

UNREAD: dict[str, dict[str, Any]] = {
    "an author without a name": {"forward_origin": HIDDEN},
    "an author of a kind to come": {"forward_origin": FUTURE},
    "an author that is no object": {"forward_origin": "somebody"},
    "such an author in the message that is answered": {
        "reply_to_message": {
            "message_id": 1,
            "date": 1,
            "chat": {"id": 101, "type": "private"},
            "forward_origin": HIDDEN,
        }
    },
    "such an author in what is quoted from elsewhere": {"external_reply": {"origin": HIDDEN}},
    "marks in the text without a place": {
        "entities": [ENTITY, {"type": "bold", "offset": 0, "length": 2}, ENTITY]
    },
    "a preview of a kind to come": {"link_preview_options": 7},
    "a keyboard that is none": {"reply_markup": {"inline_keyboard": [[{"text": 3}]]}},
    "a quote without a text": {"quote": {"position": "first"}},
    "a photo without sizes that can be read": {"photo": [{"file_id": 1}], "via_bot": {"id": "x"}},
    "no date": {"date": None},
    "a sender without a name": {"from": {"id": 101, "is_bot": "perhaps"}},
    "a chat of no type": {"chat": {"id": 101}},
    "an album's name that is a number": {"media_group_id": 12},
}

SERVICE: dict[str, dict[str, Any]] = {
    "she pins a card": {
        "pinned_message": {"message_id": 1, "date": 1, "chat": {"id": 101, "type": "private"}}
    },
    "she sets the timer that deletes": {
        "message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}
    },
    "she changes the chat's background": {
        "chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🌷"}}
    },
    "she lets the bot write": {"write_access_allowed": {}},
    "she shares a user": {"users_shared": {"request_id": 1, "users": [{"user_id": 5}]}},
    "she gives a present": {"boost_added": {"boost_count": 1}},
}


async def say(desk: Desk, **parts: Any) -> None:
    """A message of the secretary's as Telegram would bring it, with these parts instead of its own."""
    chat = {"id": 101, "type": "private", "first_name": "Анна"}
    message = {
        "message_id": 700,
        "date": int(desk.clock.now().timestamp()),
        "from": {"id": 101, "is_bot": False, "first_name": "Анна"},
        "chat": chat,
    }
    desk.telegram.updates.put("message", message | parts)
    await desk.settle()


@pytest.mark.parametrize("parts", UNREAD.values(), ids=UNREAD)
async def test_a_message_with_a_part_that_cannot_be_read_is_a_draft_all_the_same(
    desk: Desk, parts: dict[str, Any]
) -> None:
    await say(desk, text="Рустам 8 (843) 200-00-00, окна", **parts)
    assert desk.anna.has(HAND_OVER)
    assert "+7 843 200-00-00" in desk.anna.card("Новый лид").text
    assert await desk.updates_set_aside() == 0


async def test_a_tap_with_parts_that_cannot_be_read_is_a_tap(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    message, data = desk.anna.data(HAND_OVER)
    query: dict[str, Any] = {
        "id": "77",
        "from": {"id": 101, "is_bot": False, "first_name": "Анна"},
        "data": data,
    }
    query["message"] = {
        "message_id": message,
        "date": 5,
        "chat": {"id": 101, "type": "private"},
        "forward_origin": FUTURE,
    }
    desk.telegram.updates.put("callback_query", query)
    await desk.settle()
    assert desk.petrov.has(CLAIM)


@pytest.mark.parametrize("parts", SERVICE.values(), ids=SERVICE)
async def test_what_telegram_says_of_the_chat_is_no_lead(desk: Desk, parts: dict[str, Any]) -> None:
    before = len(desk.anna.messages())
    await say(desk, **parts)
    assert not (await desk.stored())["leads"]
    assert len(desk.anna.messages()) == before
    assert await desk.updates_set_aside() == 0


async def test_something_newer_than_the_program_is_rather_a_draft_too_many(desk: Desk) -> None:
    await say(desk, hologram={"file_id": "1"})
    assert desk.anna.has(HAND_OVER)


async def test_a_command_is_one_in_any_letters_case(desk: Desk) -> None:
    await desk.lead()
    for command in ("/Me", "/ME", "/me"):
        await desk.petrov.sends(command)
        assert "Не знаю" not in desk.petrov.chat() and "не для вашей роли" not in desk.petrov.chat()
    await desk.petrov.sends("/WHY 1")
    assert desk.petrov.sees("№1")
    await desk.anna.sends("/Start")
    assert len((await desk.stored())["leads"]) == 1


async def test_a_command_that_is_none_is_called_so_and_one_of_others_too(desk: Desk) -> None:
    await desk.petrov.sends("/why1")
    assert desk.petrov.messages()[-1].text.startswith("Такой команды нет")
    await desk.petrov.sends("/Leads")
    assert "не для вашей роли" in desk.petrov.messages()[-1].text


async def test_what_only_begins_like_a_command_is_a_lead(desk: Desk) -> None:
    await desk.anna.sends("/срочно Рустам 8 (843) 200-00-00")
    assert desk.anna.has(HAND_OVER)
    await desk.anna.sends("/ 2 окна, 8 (843) 200-00-01")
    assert len((await desk.stored())["leads"]) == 2
