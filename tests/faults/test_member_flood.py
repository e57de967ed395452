"""One of the office taps a hundred times in a second: nobody else waits for it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from aiogram.methods import AnswerCallbackQuery

from bot.intake import MOST_AT_ONCE
from bot.standin.faults import Fine
from bot.standin.wire import Call
from bot.toasts import MOST
from screens.buttons.of_lead import Claim
from tests.stories.desk import Desk, office

FLOOD = 100


class Slow(Fine):
    """Telegram answers no tap before it may."""

    def __init__(self) -> None:
        self.may = asyncio.Event()
        self.asked = 0

    async def before(self, call: Call) -> None:
        if call.method == "answerCallbackQuery":
            self.asked += 1
            await self.may.wait()


async def flood(desk: Desk) -> None:
    for _ in range(FLOOD):
        desk.telegram.tap(desk.petrov.id, 1, data=Claim(lead=1).pack())


async def test_a_slow_answer_to_a_tap_holds_nobody_up(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        desk.telegram.faults = slow = Slow()
        await flood(desk)
        desk.telegram.send_text(desk.anna.id, "Рустам 8 (843) 200-00-00, окна")
        async with asyncio.timeout(60):
            while await desk.app.intake.poll_once(0):
                pass
        assert len((await desk.stored())["leads"]) == 1, (
            "hers is stored while his taps still wait for Telegram"
        )
        assert len(desk.telegram.updates) == 0, "and everything is confirmed"
        assert slow.asked == 0
        slow.may.set()
        await desk.settle()
        assert len(desk.telegram.toasts(desk.petrov.id)) == FLOOD


async def test_the_first_of_the_others_is_served_amid_the_flood_and_not_after_it(tmp_path: Path) -> None:
    """The lanes of a batch take turns at the database, one update each."""
    async with office(tmp_path) as desk:
        order: list[int] = []
        feed = desk.app.intake._feed

        async def noted(update: object) -> None:
            await feed(update)  # type: ignore[arg-type]
            order.append(update.update_id)  # type: ignore[attr-defined]

        desk.app.intake._feed = noted
        for _ in range(MOST_AT_ONCE - 1):
            desk.telegram.tap(desk.petrov.id, 1, data=Claim(lead=1).pack())
        desk.telegram.send_text(desk.anna.id, "Рустам 8 (843) 200-00-00, окна")
        await desk.app.intake.poll_once(0)
        assert order.index(max(order)) < 10
        await desk.settle()


async def test_taps_without_end_cost_bounded_memory(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with office(tmp_path) as desk:
        for number in range(MOST + 5):
            desk.app.toasts.put(AnswerCallbackQuery(callback_query_id=str(number)))
        assert [record.levelname for record in caplog.records] == ["WARNING"] * 5
        await desk.app.toasts.drain()
