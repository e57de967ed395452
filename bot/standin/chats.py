"""The stand-in for Telegram: one model of chats, behind two doors (`http_door`, `session`)."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from aiogram.methods import TelegramMethod

from bot.standin.faults import Fault, Fine
from bot.standin.limits import COUNTED, Limits
from bot.standin.methods import BY_NAME, HANDLERS
from bot.standin.model import DEMO
from bot.standin.people import People
from bot.standin.validation import parse
from bot.standin.wire import Answer, ApiError, Call


class Telegram(People):
    """The whole stand-in. What people do is `People`; what a bot may ask is `handle`.

    `now` is Unix time in seconds. The sending limits run on `monotonic`, or on `now` when it is not given.
    """

    def __init__(
        self,
        now: Callable[[], float],
        *,
        monotonic: Callable[[], float] | None = None,
        bot_username: str = "fairlead_demo_bot",
        token: str = DEMO,
    ) -> None:
        super().__init__(now, bot_username=bot_username, token=token)
        self.limits = Limits(monotonic or now)
        self.faults: Fault = Fine()

    @property
    def violations(self) -> int:
        """How many requests broke a sending limit."""
        return self.limits.violations

    async def handle(self, token: str, call: Call) -> Answer:
        """Answers one request. Raises ConnectionCutError when a fault drops the connection."""
        try:
            if token != self.token:
                raise ApiError(401, "Unauthorized")
            method = BY_NAME.get(call.method.lower())
            if method is None:
                raise ApiError(404, "Not Found: method not found")
            await self.faults.before(call)
            answer = await self._apply(method, call)
            return await self.faults.after(call, answer)
        except ApiError as error:
            return error.answer()

    def download(self, token: str, path: str) -> bytes | None:
        """Returns a file's bytes; None when the token or the path is wrong."""
        return self.files.at(path) if token == self.token else None

    async def _apply(self, method: type[TelegramMethod[Any]], call: Call) -> Answer:
        try:
            request = parse(method, call.params, call.uploads)
            self._count(request)
            result = HANDLERS[method](self, request, call.uploads)
            return Answer.of(await result if inspect.isawaitable(result) else result)
        except ApiError as error:
            return error.answer()

    def _count(self, request: TelegramMethod[Any]) -> None:
        if request.__api_method__ in COUNTED:
            chat = self.find_chat(getattr(request, "chat_id", None))
            self.limits.take(chat.id, is_group=chat.is_group)
