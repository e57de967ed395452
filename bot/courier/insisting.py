"""The few requests without which the program cannot begin: asked again until Telegram answers."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.clock import Clock
from bot.courier.backoff import Backoff
from bot.courier.errors import GiveUp, Retry, Stop, TelegramStopped, judge

T = TypeVar("T")

log = logging.getLogger(__name__)


async def insist(request: Callable[[], Awaitable[T]], clock: Clock) -> T:
    """Backs off and asks again after whatever will pass. Raises TelegramStopped where asking again does not help."""
    backoff = Backoff()
    while True:
        try:
            return await request()
        except Exception as error:  # noqa: BLE001 - a proxy's library raises anything; every error has a verdict
            log.warning("Telegram does not answer yet: %s", type(error).__name__)
            match judge(error):
                case Stop(message):
                    raise TelegramStopped(message) from None
                case GiveUp():
                    raise TelegramStopped(f"Telegram refuses: {type(error).__name__}") from None
                case Retry(after=float() | int() as seconds):
                    await clock.sleep(seconds)
                case _:
                    await clock.sleep(backoff.failed("start", clock.monotonic()))
