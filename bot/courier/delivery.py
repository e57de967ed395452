"""One card: the request that brings its message up to date, and what its answer means."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from aiogram import Bot

from bot.clock import Clock
from bot.courier.backoff import Backoff
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
from bot.courier.outbox import Card, Outbox
from bot.courier.pace import Pace
from bot.courier.step import Step, Way, plan
from bot.courier.telegram import Request, deleting, new_messages, stripping

TIMEOUT = 20  # seconds for one request; an offer's deadline may be near

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

    async def deliver(self, card: Card) -> None:
        """Works until the card shows what it should, or its chat has to wait. Raises TelegramStopped."""
        if card.shown == card.wanted:
            await self._remove_stale(card)
        elif card.begun > int(card.repeatable):
            log.warning("card %d (%s): not repeated, nobody knows whether it arrived", card.id, card.kind)
            await self._outbox.dropped(card, "unsure")
        else:
            way: Way | None = Way()
            while way:
                way = await self._try(card, way)

    def hold(self, chat: int | None) -> float:
        """Leaves a chat, or (None) everything, alone for a while, and longer each time. Returns the seconds."""
        seconds = self._backoff.failed(chat, self._clock.monotonic())
        self._pace.hold(seconds, chat)
        return seconds

    async def _try(self, card: Card, way: Way) -> Way | None:
        """At most one request. Returns the way to go on at once, if there is one."""
        async with self._pace.turn(card.chat) as turn:
            turn.counts = False
            content = await self._outbox.content(card, repeat=card.begun > 0)
            try:
                step = plan(card, content, way)
            except ValueError as error:  # no request can be made of it: a button's data beyond 64 bytes
                log.error("card %d (%s): %s", card.id, card.kind, type(error).__name__)
                await self._outbox.dropped(card, "refused")
                return None
            if step.sends:
                await self._outbox.began(card)
            turn.counts = step.counts
            answer = await self._ask(card, step.request) if step.request else Answered()
        if step.sends and isinstance(answer, Retry | PlainText | Stop):
            await self._outbox.unsent(card)
        if self._must_wait(card, answer):
            return None
        return await self._settle(card, step, way, answer)

    async def _settle(self, card: Card, step: Step, way: Way, answer: Answered | Verdict) -> Way | None:
        match answer:
            case Answered() | Done():
                new = answer.new if isinstance(answer, Answered) and step.sends else step.keeps
                await self._outbox.shown(card, new, self._clock.now())
            case SendAnew() if not step.sends:
                return replace(way, anew=True)
            case PlainText() if not way.plain:
                return replace(way, plain=True)
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
            result = await self._bot(request, request_timeout=TIMEOUT)
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
            case Retry(after=float() | int() as seconds, everywhere=everywhere):
                self._pace.hold(seconds, None if everywhere else card.chat)
            case Retry(everywhere=True):
                self.hold(None)
            case Retry() | Ambiguous():
                self.hold(card.chat)
            case _:
                self._backoff.succeeded(card.chat)
                self._backoff.succeeded(None)
                return False
        return True

    async def _remove_stale(self, card: Card) -> None:
        for message_id in card.stale:
            if not await self._is_removed(card, message_id):
                return
        await self._outbox.removed(card)

    async def _is_removed(self, card: Card, message_id: int) -> bool:
        """False: to be tried again later. What can be neither deleted nor stripped is left as it is."""
        async with self._pace.turn(card.chat) as turn:
            turn.counts = False
            answer = await self._ask(card, deleting(card.chat, message_id))
        if isinstance(
            answer, GiveUp
        ):  # older than 48 hours: https://core.telegram.org/bots/api#deletemessage
            async with self._pace.turn(card.chat):
                answer = await self._ask(card, stripping(card.chat, message_id))
        return not self._must_wait(card, answer)


def _level(verdict: Verdict) -> int:
    return logging.DEBUG if isinstance(verdict, Done) else logging.WARNING
