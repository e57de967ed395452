"""Who has opened the Mini App: Telegram's word for it, and nobody else's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest

from bot.app_site.init_data import UnknownReaderError, account_of, signed

TOKEN = "5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8"
KNOWN = (
    "query_id=AAHdF6IQAAAAAN0XohDhrOrc"
    "&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C%22last_name%22%3A%22Kibenko%22%2C"
    "%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D"
    "&auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2"
)
"""A published example of the Mini Apps' documentation, by a token that is no more."""
SAID = datetime.fromtimestamp(1662771648, UTC)


@pytest.mark.parametrize("after", [timedelta(seconds=-60), timedelta(0), timedelta(hours=24)])
def test_what_telegram_has_signed_is_believed_for_a_day(after: timedelta) -> None:
    assert account_of(f"tma {KNOWN}", TOKEN, SAID + after) == 279058397


@pytest.mark.parametrize("after", [timedelta(seconds=-61), timedelta(hours=24, seconds=1)])
def test_what_is_stale_or_of_the_future_is_not(after: timedelta) -> None:
    refused(f"tma {KNOWN}", SAID + after)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "tma ",
        "tma hash",
        KNOWN,
        f"Bearer {KNOWN}",
        f"tma {KNOWN.replace('279058397', '279058398')}",
        f"tma {KNOWN.replace('1662771648', '1662771649')}",
        f"tma {KNOWN}&user=%7B%22id%22%3A1%2C%22first_name%22%3A%22x%22%7D",
        f"tma {KNOWN[:-1]}3",
        f"tma {KNOWN.partition('&hash')[0]}",
        f"tma {KNOWN.replace('hash=', 'signature=')}",
        f"tma {KNOWN}é",
        f"tma {KNOWN}&{'x' * 5000}=1",
    ],
)
def test_what_is_forged_is_not(header: str) -> None:
    refused(header, SAID)


def test_another_bots_word_counts_for_nothing() -> None:
    with pytest.raises(UnknownReaderError):
        account_of(f"tma {KNOWN}", "1:another", SAID)


@pytest.mark.parametrize(
    "fields",
    [
        {"auth_date": "1662771648"},  # nobody
        {"auth_date": "1662771648", "user": "{}"},
        {"auth_date": "1662771648", "user": '{"id": "x", "first_name": "y"}'},
        {"auth_date": "soon", "user": '{"id": 1, "first_name": "y"}'},
        {"user": '{"id": 1, "first_name": "y"}'},
        {"auth_date": "1662771648", "user": "{broken}"},
    ],
)
def test_what_is_signed_and_makes_no_sense_is_refused_all_the_same(fields: dict[str, str]) -> None:
    refused(f"tma {signed(fields, TOKEN)}", SAID)


def test_the_demo_signs_as_telegram_does() -> None:
    fields = {"auth_date": "1662771648", "user": '{"id": 7, "first_name": "Ann & Co = ?"}'}
    assert account_of(f"tma {signed(fields, TOKEN)}", TOKEN, SAID) == 7
    refused(f"tma {urlencode({**fields, 'hash': 'no'})}", SAID)


def refused(header: str, now: datetime) -> None:
    with pytest.raises(UnknownReaderError):
        account_of(header, TOKEN, now)
