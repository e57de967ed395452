"""Updates as Telegram writes them, made readable: what a stranger's client put into them breaks nothing later."""

from __future__ import annotations

import re
from typing import Any

from aiogram import Bot
from aiogram.types import Update

# A client of one's own may send any bytes. PostgreSQL stores no NUL, and nothing encodes half a surrogate pair.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def read_update(raw: object, bot: Bot) -> Update:
    """Raises pydantic's ValidationError for what is no update."""
    return Update.model_validate(_storable(raw), context={"bot": bot})


def _storable(value: Any) -> Any:
    match value:
        case str():
            return _UNSTORABLE.sub("\ufffd", value)
        case dict():
            return {key: _part(key, part) for key, part in value.items()}
        case list():
            return [_storable(part) for part in value]
    return value


def _part(key: str, value: Any) -> Any:
    """aiogram wants a tap's `chat_instance`, which nothing here reads: without it the tap is a tap still."""
    if key == "callback_query" and isinstance(value, dict):
        return _storable({"chat_instance": "", **value})
    return _storable(value)
