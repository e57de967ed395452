"""The session builds the type of an answer once, whatever pydantic lets go, and reads of a sent message its number."""

from __future__ import annotations

import gc
import json
import weakref
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramBadRequest, TelegramRetryAfter
from aiogram.methods import EditMessageText, GetMe, Response, SendMessage, TelegramMethod
from aiogram.types import User

from bot.courier.telegram import new_messages
from bot.session import KeepingSession
from bot.standin.model import DEMO

ME = json.dumps({"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "Fairlead"}})


def _outlives_the_answer(session: AiohttpSession) -> bool:
    answer = session.check_response(Bot(DEMO, session=session), GetMe(), 200, ME)
    assert isinstance(answer.result, User)
    kind = weakref.ref(type(answer))
    del answer
    gc.collect()
    return kind() is not None


def test_the_type_of_an_answer_is_kept() -> None:
    session = KeepingSession()
    assert _outlives_the_answer(session)
    assert Response[User] is Response[User]


def test_aiograms_own_session_lets_it_go() -> None:
    """Where it no longer does, `KeepingSession` has no reason to be."""
    assert not _outlives_the_answer(AiohttpSession())


SENDING, EDITING = SendMessage(chat_id=5, text="x"), EditMessageText(chat_id=5, message_id=7, text="x")
MESSAGE = {"message_id": 7, "date": 0, "chat": {"id": 5, "type": "private"}, "text": "x"}


def _answer(method: TelegramMethod[Any], status: int, **body: Any) -> object:
    session = KeepingSession()
    return session.check_response(Bot(DEMO, session=session), method, status, json.dumps(body)).result


@pytest.mark.parametrize("method", [SENDING, EDITING])
def test_of_a_message_that_was_sent_its_number_is_read(method: SendMessage | EditMessageText) -> None:
    assert new_messages(_answer(method, 200, ok=True, result=MESSAGE)) == (7,)


def test_an_edited_message_of_somebody_else_has_no_number() -> None:
    assert new_messages(_answer(EDITING, 200, ok=True, result=True)) == ()


def test_what_is_wrong_is_said_as_aiogram_says_it() -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        _answer(SENDING, 400, ok=False, error_code=400, description="Bad Request: chat not found")
    with pytest.raises(TelegramRetryAfter):
        _answer(SENDING, 429, ok=False, error_code=429, description="wait", parameters={"retry_after": 3})
    with pytest.raises(ClientDecodeError):
        _answer(SENDING, 200, ok=True, result={"text": "no number"})
    with pytest.raises(TelegramAPIError):
        _answer(SENDING, 200, ok=False, description="?")
