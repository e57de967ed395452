"""A card that cannot be shown: it goes behind the others of its chat at once, and is given up after a few tries."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.clock import Clock
from bot.courier.backoff import Backoff
from desk.outgoing import Card, Outbox
from desk.places import places

PAUSES = (2.0, 10.0, 30.0)  # seconds before it is tried again, a last time in the end
STUCK = 3  # errors in a row that will pass, on one card: from here on it may be the card

log = logging.getLogger(__name__)


class Failures:
    """How often is kept with the card, so that a restart does not put it first again."""

    def __init__(self, outbox: Outbox, clock: Clock) -> None:
        self._outbox = outbox
        self._clock = clock
        self._backoff = Backoff()
        self._stuck: dict[int, int] = {}  # by card, until Telegram does it or says why not

    async def failed(self, card: Card, error: Exception) -> None:
        """It could not be drawn or written down. The log gets the error's type and place, none of its words."""
        log.error("card %d (%s): %s", card.id, card.kind, next(places(error)))
        if card.failures < len(PAUSES):
            await self._put_off(card, PAUSES[card.failures])
        else:
            log.error("card %d (%s): given up", card.id, card.kind)
            self.over(card)
            await self._outbox.dropped(card, "failed")

    async def is_stuck(self, card: Card) -> bool:
        """Telegram failed, as it does for a while. Whether this card failed so often that it goes behind the others.

        They get through when it is the card and not Telegram; it is tried on and on, in case it is Telegram.
        """
        pause = self._backoff.failed(card.id, self._clock.monotonic())
        self._stuck[card.id] = self._stuck.get(card.id, 0) + 1
        if self._stuck[card.id] < STUCK:
            return False
        await self._put_off(card, pause)
        return True

    def over(self, card: Card) -> None:
        """It is shown, or given up."""
        self._stuck.pop(card.id, None)
        self._backoff.succeeded(card.id)

    async def _put_off(self, card: Card, seconds: float) -> None:
        await self._outbox.put_off(card, self._clock.now() + timedelta(seconds=seconds))
