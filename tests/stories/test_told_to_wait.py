"""Telegram tells the bot to wait for longer than an offer lives: the lead goes on without it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.standin.faults import Refuse, Script
from tests.stories.desk import Desk
from tests.stories.words import CLAIM, HAND_OVER


async def test_an_offer_that_cannot_be_delivered_in_time_moves_on_to_somebody_else(desk: Desk) -> None:
    real, waits = desk.clock.sleep, asyncio.Event()

    async def sleep(seconds: float) -> None:
        """The hour that Telegram asks for really takes as long as the test does."""
        if seconds > 3000:
            waits.set()
            await asyncio.Event().wait()
        await real(seconds)

    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    handed_at = desk.clock.now()
    desk.telegram.tap(101, desk.anna.card().message_id, HAND_OVER)
    await desk.hears()
    assert await desk.app.clockwork.next() == handed_at + timedelta(minutes=6), "with or without delivery"
    desk.telegram.faults = Script(("sendMessage", Refuse.flood(3600)))
    desk.clock.sleep = sleep  # type: ignore[method-assign]  # a clock that waits where the test wants it
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        courier = group.create_task(desk.app.courier.run())
        await waits.wait()
        desk.clock.advance(timedelta(minutes=6))
        await desk.app.clockwork.tick()
        while not desk.sidorova.has(CLAIM):  # noqa: ASYNC110 - Telegram tells nobody that it has a message
            await asyncio.sleep(0)
        courier.cancel()
    (offered,) = desk.sidorova.messages()
    assert offered.raw["date"] - handed_at.timestamp() < 365
    desk.clock.advance(timedelta(hours=1))
    desk.clock.sleep = real  # type: ignore[method-assign]
    await desk.app.courier.drain()
    assert not desk.petrov.has(CLAIM), "what he sees at last is no offer any more"
