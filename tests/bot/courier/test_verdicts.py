"""What aiogram raises, and what it means."""

from collections.abc import Callable

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiohttp import ConnectionTimeoutError
from aiohttp_socks import ProxyError

from bot.courier.errors import Ambiguous, GiveUp, Ignore, Retry, Stop, Verdict, judge
from tests.bot.courier.courier_stage import ANNA

SEND = SendMessage(chat_id=ANNA, text="секрет")


def test_a_tap_that_is_too_old_to_be_answered_is_ignored() -> None:
    answer = AnswerCallbackQuery(callback_query_id="1")
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert judge(TelegramBadRequest(answer, words)) == Ignore()


def _caused(error: TelegramNetworkError, cause: Exception) -> TelegramNetworkError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (lambda: TelegramServerError(SEND, "Bad Gateway"), Retry()),
        (lambda: RestartingTelegram(SEND, "restart"), Retry()),
        (lambda: TelegramAPIError(SEND, "Too Many Requests"), Retry()),
        (lambda: ClientDecodeError("Failed to decode object", ValueError(), "<html>"), Ambiguous()),
        (lambda: _caused(TelegramNetworkError(SEND, "time"), TimeoutError()), Ambiguous()),
        (
            lambda: _caused(TelegramNetworkError(SEND, "time"), ConnectionTimeoutError()),
            Retry(everywhere=True),
        ),
        (lambda: ProxyError("refused"), Retry(everywhere=True)),
        (lambda: TelegramNotFound(SEND, "Not Found: method not found"), GiveUp()),
        (lambda: TelegramBadRequest(SEND, "Bad Request: message is too long"), GiveUp()),
    ],
)
def test_aiogram_reports_some_errors_in_its_own_way(error: Callable[[], Exception], verdict: Verdict) -> None:
    assert judge(error()) == verdict


def test_a_server_that_does_not_know_the_bot_stops_the_courier() -> None:
    assert isinstance(judge(TelegramNotFound(SEND, "Not Found")), Stop)
