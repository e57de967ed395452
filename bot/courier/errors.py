"""What each of Telegram's errors means for the courier: the error table, row by row.

How aiogram reports them: `aiogram/client/session/base.py` (answers) and `aiohttp.py` (connections).
"""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ClientHttpProxyError, ConnectionTimeoutError
from aiohttp_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError

from files.failure import Failure
from leads.reasons import Unreached


class TelegramStopped(Failure):
    """Telegram does not let this bot work. The message says what to do, and holds no secret."""


@dataclass(frozen=True, slots=True)
class Retry:
    """It certainly did nothing; again in `after` seconds, or when the back-off says so."""

    after: float | None = None
    everywhere: bool = False  # nothing else gets through either


@dataclass(frozen=True, slots=True)
class Unreachable:
    why: Unreached


@dataclass(frozen=True, slots=True)
class Done:
    """So already."""


@dataclass(frozen=True, slots=True)
class SendAnew:
    """There is nothing to edit any more."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """The markup is broken."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It may have been done or not."""


@dataclass(frozen=True, slots=True)
class MovedTo:
    chat: int


@dataclass(frozen=True, slots=True)
class Stop:
    message: str


@dataclass(frozen=True, slots=True)
class Ignore:
    """Too late, and nothing can be done about it."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It would fail again."""


Verdict = (
    Retry | Unreachable | Done | SendAnew | PlainText | Ambiguous | MovedTo | Stop | Ignore | GiveUp
)  # fmt: skip

BAD_REQUESTS: tuple[tuple[str, Verdict], ...] = (
    ("message is not modified", Done()),
    ("message to delete not found", Done()),
    ("message to edit not found", SendAnew()),
    ("message can't be edited", SendAnew()),
    ("message media can't be edited", SendAnew()),
    ("no text in the message to edit", SendAnew()),
    ("no media in the message to edit", SendAnew()),  # an older Bot API server, about a text
    ("query is too old", Ignore()),
    ("can't parse entities", PlainText()),
    ("chat not found", Unreachable("not found")),
)
FORBIDDEN: tuple[tuple[str, Unreached], ...] = (
    ("blocked", "blocked"),
    ("deactivated", "deactivated"),
    ("can't initiate", "never started"),
)
NEVER_CONNECTED = (ClientConnectorError, ClientHttpProxyError, ConnectionTimeoutError)
PROXY_FAILED = (ProxyConnectionError, ProxyError, ProxyTimeoutError)  # aiogram lets these through as they are
UNKNOWN_BOT = (
    "Telegram does not know this bot: BOT_TOKEN is wrong or was revoked. Take the token from @BotFather."
)
UNKNOWN_ADDRESS = "Telegram does not know this bot: check BOT_TOKEN and TELEGRAM_API_URL."
OTHER_POLLER = "Another program is receiving this bot's updates: stop it, or give this one its own BOT_TOKEN."
WEBHOOK_IS_SET = "A webhook is set for this bot, so nothing can be polled: delete it, or set WEBHOOK_URL."


def judge(error: Exception) -> Verdict:
    """Returns the verdict on an error of one request."""
    match error:
        case TelegramRetryAfter(retry_after=seconds):
            return Retry(seconds, everywhere=getattr(error.method, "chat_id", None) is None)
        case TelegramMigrateToChat(migrate_to_chat_id=chat):
            return MovedTo(chat)
        case TelegramEntityTooLarge():  # for aiogram a network error
            return GiveUp()
        case TelegramNetworkError():
            return _connection(error.__cause__)
        case TelegramServerError():
            return Retry()
        case TelegramAPIError():
            return _refusal(error)
        case ClientDecodeError() | TimeoutError() | ConnectionError():
            return Ambiguous()
        case _ if isinstance(error, PROXY_FAILED):
            return Retry(everywhere=True)
    return GiveUp()


def _connection(cause: BaseException | None) -> Verdict:
    return Retry(everywhere=True) if isinstance(cause, NEVER_CONNECTED) else Ambiguous()


def _refusal(error: TelegramAPIError) -> Verdict:
    words = error.message.lower()
    match error:
        case TelegramBadRequest():
            return next((verdict for part, verdict in BAD_REQUESTS if part in words), GiveUp())
        case TelegramForbiddenError():
            return Unreachable(next((why for part, why in FORBIDDEN if part in words), "forbidden"))
        case TelegramUnauthorizedError():
            return Stop(UNKNOWN_BOT)
        case _ if "too many requests" in words:  # without its retry_after
            return Retry()
        case TelegramConflictError():
            return Stop(WEBHOOK_IS_SET if "webhook is active" in words else OTHER_POLLER)
        case TelegramNotFound() if words == "not found":  # a missing method of an old server says more
            return Stop(UNKNOWN_ADDRESS)
    return GiveUp()
