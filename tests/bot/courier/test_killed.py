"""Killed at any point, the courier finishes the work after the restart, and repeats at most once."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from typing import TypeVar

from aiogram import Bot
from aiogram.methods import TelegramMethod

from bot.courier.courier import Courier
from bot.standin.session import StandInSession
from desk.outgoing import Card, Dropped, Due, Room, Waiting
from screens.content import CommandMenu, Copies, Picture, Screen
from storage.kinds import CardKind
from tests.bot.courier.courier_stage import ANNA, BORIS, DINA, GLEB, OFFER, TAKEN, VERA, Stage
from tests.bot.courier.in_memory_outbox import REPEAT, InMemoryOutbox
from tests.faults.death import Death
from tests.screens.pictures.plain_png import plain_png

T = TypeVar("T")
AGAIN = Screen("Лид №2, снова")
SUMMARY = Screen("Итоги дня")
ROSTER = Picture(plain_png(), "график.png", "График")
NO_ROSTER = Screen("Графика нет")


class MortalOutbox(InMemoryOutbox):
    def __init__(self, now: Callable[[], datetime], death: Death) -> None:
        super().__init__(now)
        self.death = death

    async def due(self, room: Room) -> Due:
        async with self.death.around():
            return await super().due(room)

    async def began(self, card: Card) -> None:
        async with self.death.around():
            await super().began(card)

    async def shown(self, card: Card, message_ids: tuple[int, ...], now: datetime) -> Waiting:
        async with self.death.around():
            return await super().shown(card, message_ids, now)

    async def removed(self, card: Card) -> Waiting:
        async with self.death.around():
            return await super().removed(card)

    async def put_off(self, card: Card, until: datetime) -> None:
        async with self.death.around():
            await super().put_off(card, until)

    async def dropped(self, card: Card, why: Dropped) -> None:
        async with self.death.around():
            await super().dropped(card, why)


class MortalSession(StandInSession):
    death: Death

    async def make_request(self, bot: Bot, method: TelegramMethod[T], timeout: int | None = None) -> T:  # noqa: ASYNC109
        async with self.death.around():
            return await super().make_request(bot, method, timeout)


class MortalStage(Stage):
    def __init__(self) -> None:
        super().__init__()
        self.death = Death()
        session = MortalSession(self.telegram)
        session.death = self.death
        self.bot = Bot(self.telegram.token, session=session)
        self.outbox = MortalOutbox(self.clock.now, self.death)

    def new_courier(self) -> Courier:
        """A restart takes two seconds, so the new one may send at once."""
        self.clock.advance(timedelta(seconds=2))
        return super().new_courier()

    async def live_and_die(self, moments: int) -> bool:
        """A courier works until it is killed. False: it was done before."""
        self.death.left, self.death.struck = moments, asyncio.Event()
        self.survived = False
        async with asyncio.TaskGroup() as group:
            courier = group.create_task(self._live())
            await self.death.struck.wait()
            courier.cancel()
        return not self.survived

    async def finish(self) -> None:
        """A courier that lives."""
        self.death.left = None
        await self.new_courier().drain()

    async def _live(self) -> None:
        await self.new_courier().drain()
        self.survived = True
        self.death.struck.set()


async def _busy_morning() -> MortalStage:
    """A new offer, an edit, a card to be sent afresh, a picture that is a text now, a summary, a menu and a voice."""
    stage = MortalStage()
    edited, renewed = stage.outbox.put(BORIS, OFFER), stage.outbox.put(VERA, OFFER)
    pictured = stage.outbox.put(GLEB, ROSTER)
    await stage.finish()
    stage.outbox.change(edited, TAKEN)
    stage.outbox.change(pictured, NO_ROSTER)
    stage.outbox.change(renewed, AGAIN, fresh=True)
    stage.outbox.put(ANNA, OFFER)
    stage.outbox.put(GLEB, SUMMARY, kind=CardKind.SUMMARY, repeatable=False)
    stage.outbox.put(DINA, CommandMenu((("me", "моё"),)), kind=CardKind.MENU)
    stage.outbox.put(DINA, Copies(BORIS, (stage.telegram.send_voice(BORIS),)), kind=CardKind.FILES)
    return stage


def _once_or_repeated(screen: str, texts: list[str]) -> bool:
    return texts in ([screen], [REPEAT + screen], [screen, REPEAT + screen])


def _assert_finished(stage: MortalStage) -> None:
    assert stage.telegram.violations == 0
    for row in stage.outbox.rows.values():
        assert row.card.shown == row.card.wanted
        assert (row.card.begun, row.card.stale, row.card.fresh) == (0, (), False)
    assert _once_or_repeated("Лид №1", stage.texts(ANNA))
    assert stage.texts(BORIS) == [TAKEN.text]
    assert _once_or_repeated(AGAIN.text, stage.texts(VERA))
    summaries = [text for text in stage.texts(GLEB) if text == SUMMARY.text]
    assert len(summaries) <= 1
    assert _once_or_repeated(NO_ROSTER.text, [text for text in stage.texts(GLEB) if text != SUMMARY.text])
    assert len(stage.texts(DINA)) in (1, 2)
    assert len(stage.telegram.commands) == 1


async def test_killed_before_or_after_anything_it_waits_for_the_next_courier_finishes_the_work() -> None:
    for moments in count():
        stage = await _busy_morning()
        was_killed = await stage.live_and_die(moments)
        await stage.finish()
        _assert_finished(stage)
        if not was_killed:
            break
    assert moments > 50


async def test_killed_twice_an_offer_is_still_repeated_only_once_and_a_summary_never() -> None:
    for first in range(14):
        for second in range(14):
            stage = MortalStage()
            stage.outbox.put(ANNA, OFFER)
            stage.outbox.put(ANNA, SUMMARY, kind=CardKind.SUMMARY, repeatable=False)
            await stage.live_and_die(first)
            await stage.live_and_die(second)
            await stage.finish()
            texts = stage.texts(ANNA)
            assert texts.count(SUMMARY.text) <= 1
            assert len(texts) - texts.count(SUMMARY.text) <= 2
            assert all(row.card.shown == row.card.wanted for row in stage.outbox.rows.values())
