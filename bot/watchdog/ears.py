"""Whether Telegram's updates reach us: by polling its answers count, behind a webhook it is asked now and then."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Protocol

from aiogram import Bot

from bot.courier.errors import Stop, TelegramStopped, judge
from bot.intake import Intake
from bot.watchdog.rule import Webhook

ASK_EVERY = 60.0  # seconds of watching between two getWebhookInfo
TIMEOUT = 10  # seconds

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard of Telegram. `answers` grows with each answer."""

    answers: int
    webhook: Webhook | None = None


class Ears(Protocol):
    async def listen(self, now: float) -> Heard:
        """Listens once. `now`: seconds of watching. Raises TelegramStopped."""


class PollingEars(Ears):
    def __init__(self, intake: Intake) -> None:
        self._intake = intake

    async def listen(self, now: float) -> Heard:  # noqa: ARG002 - the protocol's signature
        return Heard(self._intake.answers)


class WebhookEars(Ears):
    """They ask Telegram; between two questions the last answer holds."""

    def __init__(self, bot: Bot, address: str) -> None:
        self._bot = bot
        self._address = address
        self._heard = Heard(0)
        self._ask_at = ASK_EVERY  # not before Telegram has been told of the webhook

    async def listen(self, now: float) -> Heard:
        if now >= self._ask_at:
            self._ask_at = now + ASK_EVERY
            await self._ask()
        return self._heard

    async def _ask(self) -> None:
        try:
            info = await self._bot.get_webhook_info(request_timeout=TIMEOUT)
        except Exception as error:  # noqa: BLE001 - a proxy's library raises anything; every error has a verdict
            log.warning("getWebhookInfo: %s", type(error).__name__)
            match judge(error):
                case Stop(message):
                    raise TelegramStopped(message) from None
            return
        hook = Webhook(info.url == self._address, info.pending_update_count, info.last_error_date)
        self._heard = Heard(self._heard.answers + 1, hook)
