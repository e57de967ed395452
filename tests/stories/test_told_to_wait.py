"""Telegram tells the bot to wait for longer than an offer lives: the lead goes on without it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.standin.faults import Refuse, Script
from tests.stories.desk import Desk


async def test_an_offer_that_cannot_be_delivered_in_time_moves_on_to_somebody_else(desk: Desk) -> None:
    real = desk.clock.sleep

    async def sleep(seconds: float) -> None:
        """While the courier waits for Petrov's chat his time runs out, and the ticker sees it."""
        if seconds < 3000 or desk.clock.now() > handed_at + timedelta(minutes=6):
            await real(seconds)
            return
        desk.clock.advance(timedelta(minutes=6))
        await desk.app.clockwork.tick()
        await asyncio.Event().wait()  # until the courier is woken

    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    handed_at = desk.clock.now()
    desk.telegram.tap(101, desk.anna.card().message_id, "Передать")
    await desk.hears()
    assert await desk.app.clockwork.next() == handed_at + timedelta(minutes=6), "with or without delivery"
    desk.telegram.faults = Script(("sendMessage", Refuse.flood(3600)))
    desk.clock.sleep = sleep  # type: ignore[method-assign]  # the courier alone sleeps here
    await desk.app.courier.drain()
    (offered,) = [m for m in desk.sidorova.messages() if "№1" in m.text]
    sent_after = offered.raw["date"] - handed_at.timestamp()
    assert 360 <= sent_after <= 400
    assert not desk.petrov.has("Беру"), "what he sees at last is no offer any more"
