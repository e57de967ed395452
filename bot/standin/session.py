"""The stand-in in one process: a session for aiogram's Bot: the same requests and answers, no sockets."""

from __future__ import annotations

import asyncio
import json
import mimetypes
from collections.abc import AsyncGenerator
from typing import Any, TypeVar, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.types import InputFile

from bot.standin.chats import Telegram
from bot.standin.files import MOST_UPLOADED
from bot.standin.wire import Answer, ApiError, Call, ConnectionCutError, Upload

T = TypeVar("T")
UNKNOWN_TYPE = "application/octet-stream"


class StandInSession(BaseSession):
    """Used as `Bot(telegram.token, session=StandInSession(telegram))`."""

    def __init__(self, telegram: Telegram, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._telegram = telegram

    async def make_request(self, bot: Bot, method: TelegramMethod[T], timeout: int | None = None) -> T:  # noqa: ASYNC109
        """Makes a request.

        Raises aiogram's errors: TelegramNetworkError for a dropped connection or `timeout` seconds.
        """
        call = await self._serialised(bot, method)
        try:
            async with asyncio.timeout(self.timeout if timeout is None else timeout):
                answer = await self._handled(bot, call)
        except ConnectionCutError as error:
            raise TelegramNetworkError(method=method, message=f"ServerDisconnectedError: {error}") from error
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        response = self.check_response(bot, method, answer.status, json.dumps(answer.body))
        return cast("T", response.result)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,  # noqa: ARG002 - the base class's signature
        timeout: int = 30,  # noqa: ARG002, ASYNC109
        chunk_size: int = 65536,
        raise_for_status: bool = True,  # noqa: ARG002
    ) -> AsyncGenerator[bytes, None]:
        """Returns a file's bytes. Raises FileNotFoundError where HTTP would say 404."""
        token = self._telegram.token
        path = url.removeprefix(self.api.file_url(token, ""))
        data = self._telegram.download(token, path)
        if data is None:
            raise FileNotFoundError(url)
        for start in range(0, len(data), chunk_size):
            yield data[start : start + chunk_size]

    async def close(self) -> None:
        """Nothing is open here."""

    async def _handled(self, bot: Bot, call: Call) -> Answer:
        if any(len(upload.data) > MOST_UPLOADED for upload in call.uploads.values()):
            return ApiError(413, "Request Entity Too Large").answer()
        return await self._telegram.handle(bot.token, call)

    async def _serialised(self, bot: Bot, method: TelegramMethod[Any]) -> Call:
        """As AiohttpSession.build_form_data does, without the form."""
        files: dict[str, InputFile] = {}
        params: dict[str, Any] = {}
        for key, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=files)
            if prepared:
                params[key] = prepared
        uploads = {name: await _uploaded(bot, name, file) for name, file in files.items()}
        return Call(method.__api_method__, params, uploads)


async def _uploaded(bot: Bot, key: str, file: InputFile) -> Upload:
    name = file.filename or key
    data = b"".join([chunk async for chunk in file.read(bot)])
    return Upload(name, data, mimetypes.guess_type(name)[0] or UNKNOWN_TYPE)
