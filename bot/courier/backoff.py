"""How long to leave alone what has just failed: a request, all of Telegram, a card, the start of the program."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from bot.clock import Clock
from bot.courier.errors import GiveUp, Retry, Stop, TelegramStopped, judge
from desk.outgoing import LONGEST, Card, Outbox
from desk.places import places

FIRST = 1.0  # seconds
MOMENT = 5.0  # seconds

PAUSES = (2.0, 10.0, 30.0)  # seconds before it is tried again, a last time in the end
STUCK = 3  # errors in a row that will pass, on one card: from here on it may be the card

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pause:
    seconds: float
    until: float


class Backoff:
    """Doubles from one second to a minute for each thing that keeps failing. `now` is monotonic seconds."""

    def __init__(self) -> None:
        self._pauses: dict[Hashable, Pause] = {}

    def failed(self, what: Hashable, now: float) -> float:
        """Returns the seconds to wait. Failures of requests that were under way together count as one."""
        last = self._pauses.get(what, Pause(FIRST / 2, now))
        if now < last.until:
            return last.until - now
        seconds = min(last.seconds * 2, LONGEST)
        self._pauses[what] = Pause(seconds, now + seconds)
        return seconds

    def succeeded(self, what: Hashable) -> None:
        self._pauses.pop(what, None)


class Flood:
    """Telegram's 429 does not say whether one chat gets too much, or all together.

    Two chats told to wait at the same time mean that it may be all: somebody else uses the token too.
    """

    def __init__(self) -> None:
        self._chat: int | None = None
        self._until = float("-inf")

    def pause(self, chat: int, seconds: float, now: float) -> float:
        """Returns the seconds for everything to pause when this chat is told to wait so long: a moment at most,
        mostly 0.
        """
        is_general = chat != self._chat and now < self._until
        self._chat, self._until = chat, now + min(seconds, MOMENT)
        return min(seconds, MOMENT) if is_general else 0.0


class Failures:
    """How often one failed is kept with the card, so that a restart does not put it first again."""

    def __init__(self, outbox: Outbox, clock: Clock) -> None:
        self._outbox = outbox
        self._clock = clock
        self._backoff = Backoff()
        self._stuck: dict[int, int] = {}  # by card, until Telegram does it or says why not

    async def failed(self, card: Card, error: Exception) -> None:
        """Puts off what could not be shown or written down. The log gets the error's type and place, not its words."""
        log.error("card %d (%s): %s", card.id, card.kind, next(places(error)))
        if card.failures < len(PAUSES):
            await self._put_off(card, PAUSES[card.failures])
        else:
            log.error("card %d (%s): given up", card.id, card.kind)
            self.over(card)
            await self._outbox.dropped(card, "failed")

    async def is_stuck(self, card: Card) -> bool:
        """Telegram failed, as it does for a while.

        This tells whether this card failed so often that it goes behind the others.

        They get through when it is the card and not Telegram; it is tried on and on, in case it is Telegram.
        """
        pause = self._backoff.failed(card.id, self._clock.monotonic())
        self._stuck[card.id] = self._stuck.get(card.id, 0) + 1
        if self._stuck[card.id] < STUCK:
            return False
        await self._put_off(card, pause)
        return True

    def over(self, card: Card) -> None:
        """Forgets a card that is shown, or given up."""
        self._stuck.pop(card.id, None)
        self._backoff.succeeded(card.id)

    async def _put_off(self, card: Card, seconds: float) -> None:
        await self._outbox.put_off(card, self._clock.now() + timedelta(seconds=seconds))


async def insist(request: Callable[[], Awaitable[T]], clock: Clock) -> T:
    """Backs off and asks again after whatever will pass.

    Raises TelegramStopped where asking again does not help.
    """
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
