"""One card: the request that brings its message up to date, and what its answer means."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from aiogram import Bot
from aiogram.methods import SendDocument

from bot.clock import Clock
from bot.courier.backoff import Backoff, Failures, Flood
from bot.courier.errors import (
    Ambiguous,
    Done,
    GiveUp,
    MovedTo,
    PlainText,
    Retry,
    SendAnew,
    Stop,
    TelegramStopped,
    Unreachable,
    Verdict,
    judge,
)
from bot.courier.pace import Pace
from bot.courier.telegram import Request, Step, Way, deleting, emptying, new_messages, plan
from desk.outgoing import Card, Drawn, Outbox, Waiting
from storage.ailments import DatabaseAilsError

TIMEOUT = 20  # seconds for one request; an offer's deadline may be near
OF_A_FILE = 120  # seconds for a document: some megabytes may have a slow way up

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answered:
    """Telegram did it."""

    new: tuple[int, ...] = ()


class Delivery:
    def __init__(self, bot: Bot, outbox: Outbox, clock: Clock, pace: Pace) -> None:
        self._bot = bot
        self._outbox = outbox
        self._clock = clock
        self._pace = pace
        self._backoff = Backoff()
        self._learned: dict[int, Way] = {}  # by card, until it is settled; a restart learns it again
        self._failures = Failures(outbox, clock)
        self._flood = Flood()

    async def deliver(self, drawn: Drawn) -> Waiting:
        """Makes at most one request for the card's content; it stays due until it shows that, or is given up.

        What cannot be drawn or written down is put off, a few times. Raises TelegramStopped, DatabaseAilsError.
        """
        try:
            return await self._deliver(drawn)
        except (TelegramStopped, DatabaseAilsError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one card, the others go on
            await self._failures.failed(drawn.card, error)
        return None

    async def _deliver(self, drawn: Drawn) -> Waiting:
        card = drawn.card
        if card.shown == card.wanted:
            return await self._remove_stale(card)
        if card.is_unsure:
            log.warning("card %d (%s): not repeated, nobody knows whether it arrived", card.id, card.kind)
            await self._outbox.dropped(card, "unsure")
            return None
        return await self._bring(drawn, self._learned.get(card.id, Way()))

    def hold(self, chat: int | None) -> float:
        """Leaves a chat, or (None) everything, alone for a while, and longer each time. Returns the seconds."""
        seconds = self._backoff.failed(chat, self._clock.monotonic())
        self._pace.hold(seconds, chat)
        return seconds

    async def _bring(self, drawn: Drawn, way: Way) -> Waiting:
        card = drawn.card
        async with self._pace.turn(card.chat) as turn:
            turn.counts = False
            step = plan(card, await drawn.finished(), way)
            if step.sends and not drawn.begun:
                await self._outbox.began(card)
            turn.counts = step.counts
            answer = await self._ask(card, step.request) if step.request else Answered()
        if step.sends and isinstance(answer, Retry | PlainText | Stop):
            await self._outbox.unsent(card)
        if _may_be_the_card(answer) and await self._failures.is_stuck(card):
            return None
        if self._must_wait(card, answer) or self._learns(card, step, way, answer):
            return None
        self._learned.pop(card.id, None)
        self._failures.over(card)
        return await self._settle(card, step, answer)

    def _learns(self, card: Card, step: Step, way: Way, answer: Answered | Verdict) -> bool:
        """Whether there is another way to show the card, to be gone when its turn comes again."""
        match answer:
            case SendAnew() if not step.sends:
                self._learned[card.id] = replace(way, anew=True)
            case PlainText() if not way.plain:
                self._learned[card.id] = replace(way, plain=True)
            case _:
                return False
        return True

    async def _settle(self, card: Card, step: Step, answer: Answered | Verdict) -> Waiting:
        match answer:
            case Answered() | Done():
                if step.sends:
                    log.info("card %d (%s) is sent", card.id, card.kind)
                new = answer.new if isinstance(answer, Answered) and step.sends else ()
                return await self._outbox.shown(card, (*step.keeps, *new), self._clock.now())
            case Unreachable(why):
                await self._outbox.unreachable(card, why, self._clock.now())
            case MovedTo(chat):
                await self._outbox.moved(card, chat)
            case _:
                await self._outbox.dropped(card, "refused")
        return None

    async def _ask(self, card: Card, request: Request) -> Answered | Verdict:
        """One request. The log gets no text, no phone, no name, no address: aiogram's own words may hold them."""
        try:
            timeout = OF_A_FILE if isinstance(request, SendDocument) else TIMEOUT
            result = await self._bot(request, request_timeout=timeout)
        except Exception as error:  # noqa: BLE001 - a proxy's library raises anything; every error has a verdict
            verdict = judge(error)
            words = (type(error).__name__, type(request).__name__, type(verdict).__name__)
            log.log(_level(verdict), "card %d (%s): %s from %s: %s", card.id, card.kind, *words)
            return verdict
        return Answered(new_messages(result))

    def _must_wait(self, card: Card, answer: Answered | Verdict) -> bool:
        """Holds the chat after a failure that will pass. Raises TelegramStopped."""
        match answer:
            case Stop(message):
                raise TelegramStopped(message)
            case Retry(after=float() | int() as seconds, everywhere=True):
                self._pace.hold(seconds)
            case Retry(after=float() | int() as seconds):
                self._pace.flooded(seconds, card.chat)
                self._pace.hold(self._flood.pause(card.chat, seconds, self._clock.monotonic()))
            case Retry(everywhere=True):
                self.hold(None)
            case Retry() | Ambiguous():
                self.hold(card.chat)
            case _:
                self._backoff.succeeded(card.chat)
                self._backoff.succeeded(None)
                return False
        return True

    async def _remove_stale(self, card: Card) -> Waiting:
        """What can be neither deleted nor emptied is left; where nothing arrives, it waits as all else does."""
        for message_id in card.stale:
            answer = await self._remove(card, message_id)
            if self._must_wait(card, answer):
                return None
            if isinstance(answer, Unreachable):
                await self._outbox.unreachable(card, answer.why, self._clock.now())
                return None
        return await self._outbox.removed(card)

    async def _remove(self, card: Card, message_id: int) -> Answered | Verdict:
        async with self._pace.turn(card.chat) as turn:
            turn.counts = False
            answer = await self._ask(card, deleting(card.chat, message_id))
        # After 48 hours it can only be emptied: https://core.telegram.org/bots/api#deletemessage
        for request in emptying(card.chat, message_id):
            if not isinstance(answer, GiveUp | SendAnew):
                break
            async with self._pace.turn(card.chat):
                answer = await self._ask(card, request)
        return answer


def _may_be_the_card(answer: Answered | Verdict) -> bool:
    """Whether it was Telegram's own failure, and neither a limit nor the way there."""
    return isinstance(answer, Ambiguous) or answer == Retry()


def _level(verdict: Verdict) -> int:
    return logging.DEBUG if isinstance(verdict, Done) else logging.WARNING
