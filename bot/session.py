"""How Telegram's answers are read: as aiogram does, and not more than once nor more than is needed."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Message
from pydantic import ValidationError

from bot.courier.telegram import Sent

OF_MESSAGES: Final = (Message, Message | bool)
"""What Telegram answers to whatever sends or edits a message."""

_NUMBERS: Final = Response[Sent | bool]


class KeepingSession(AiohttpSession):
    """Keeps the type of every answer that it has read.

    aiogram asks for `Response[…]` at each answer, and pydantic, which holds generic models weakly, would build the
    model and its schema anew each time: that took a fifth of a lead’s processor time. Of a message that was sent or
    edited only its number is read: all of it, as it stands in the chat, would be read for nobody.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._kept: dict[type[TelegramMethod[Any]], object] = {}

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Reads an answer. Raises what aiogram raises."""
        kind = type(method)
        if status_code == HTTPStatus.OK and kind.__returning__ in OF_MESSAGES and (sent := _sent(content)):
            return cast("Response[TelegramType]", sent)
        if kind not in self._kept:
            self._kept[kind] = Response[kind.__returning__]  # type: ignore[name-defined]
        return super().check_response(bot, method, status_code, content)


def _sent(content: str) -> Response[Sent | bool] | None:
    """None for whatever is no plain success: aiogram knows what that means."""
    try:
        answer = _NUMBERS.model_validate_json(content)
    except ValidationError:
        return None
    return answer if answer.ok and answer.result is not None else None
