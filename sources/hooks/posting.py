"""One try to deliver a letter: what was answered, or why nothing was. What else stands in the answer nobody reads."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

import aiohttp

from desk.hooks import Answer
from sources.addresses import ForbiddenAddressError
from sources.guarded import WAIT, LookUp, Wait, look_up, session

ASKS_TO_WAIT: Final = frozenset({429, 503})
REDIRECTS: Final = range(300, 400)


async def post(
    url: str,
    headers: Mapping[str, str],
    body: str,
    *,
    private: bool,
    now: datetime,
    wait: Wait = WAIT,
    names: LookUp = look_up,
) -> Answer:
    """Sends it once, and follows nobody elsewhere. `now`: by which a date of the other side is counted; `names`: what
    a name means.
    """
    try:
        async with (
            session(private=private, wait=wait, names=names) as client,
            client.post(url, data=body.encode(), headers=headers, allow_redirects=False) as answer,
        ):
            return answered(answer.status, answer.headers.get("Retry-After"), now)
    except TimeoutError:
        return Answer(None, "timeout")
    except aiohttp.ClientConnectorDNSError as error:
        return Answer(None, "forbidden" if _is_forbidden(error) else "name")
    except (aiohttp.ClientSSLError, ssl.SSLError):
        return Answer(None, "certificate")
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return Answer(None, "forbidden" if _is_forbidden(error) else "connection")


def answered(status: int, retry_after: str | None, now: datetime) -> Answer:
    """Tells what an answer means."""
    if 200 <= status < 300:
        return Answer(status)
    wait = _wait(retry_after, now) if status in ASKS_TO_WAIT else None
    return Answer(status, "redirect" if status in REDIRECTS else "status", wait)


def _wait(retry_after: str | None, now: datetime) -> timedelta | None:
    """Seconds, or a date (RFC 9110, 10.2.3); None for whatever is neither."""
    said = (retry_after or "").strip()
    if said.isascii() and said.isdigit():
        return timedelta(seconds=min(int(said[:9]), 10**7))
    try:
        then = parsedate_to_datetime(said)
    except ValueError:
        return None
    return (then if then.tzinfo else then.replace(tzinfo=UTC)) - now


def _is_forbidden(error: BaseException | None) -> bool:
    """Whether it is, at the bottom, that the address is not allowed."""
    while error is not None:
        inner = getattr(error, "os_error", None)
        if isinstance(error, ForbiddenAddressError) or isinstance(inner, ForbiddenAddressError):
            return True
        error = error.__cause__ or error.__context__
    return False
