"""Who has opened the Mini App: what Telegram says of them, signed with the bot's token.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import urlencode

from aiogram.utils.web_app import safe_parse_webapp_init_data

OLDEST: Final = timedelta(days=1)
AHEAD: Final = timedelta(minutes=1)  # by so much another clock may be fast
LONGEST: Final = 4096  # characters; Telegram's have some hundreds
SCHEME: Final = "tma "


class UnknownReaderError(Exception):
    """The init data are not Telegram's for this bot, or not of today."""


def account_of(header: str, token: str, now: datetime) -> int:
    """Returns the Telegram id of whoever has opened the page. `header`: `tma` and the init data.

    Raises UnknownReaderError.
    """
    said = header.removeprefix(SCHEME)
    if said == header or len(said) > LONGEST or not said.isascii():
        raise UnknownReaderError
    try:
        data = safe_parse_webapp_init_data(token, said)
    except (ValueError, TypeError) as error:  # pydantic's are such, too
        raise UnknownReaderError from error
    if data.user is None or not now - OLDEST <= data.auth_date.astimezone(UTC) <= now + AHEAD:
        raise UnknownReaderError
    return data.user.id


def signed(fields: dict[str, str], token: str) -> str:
    """Returns init data as Telegram makes them: for the demo office, which is its own Telegram."""
    lines = "\n".join(f"{key}={value}" for key, value in sorted(fields.items()))
    key = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    return urlencode({**fields, "hash": hmac.new(key, lines.encode(), hashlib.sha256).hexdigest()})
