"""How this program talks to Telegram: aiogram's own session, which builds no type twice."""

from __future__ import annotations

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType


class KeepingSession(AiohttpSession):
    """Keeps the type of every answer that it has read.

    aiogram asks for `Response[…]` at each answer, and pydantic, which holds generic models weakly, would build the
    model and its schema anew each time: that took a fifth of a lead’s processor time.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._kept: dict[type[TelegramMethod[Any]], object] = {}

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Reads an answer, as aiogram does."""
        kind = type(method)
        if kind not in self._kept:
            self._kept[kind] = Response[kind.__returning__]  # type: ignore[name-defined]
        return super().check_response(bot, method, status_code, content)
