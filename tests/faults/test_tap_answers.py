"""The answer to a tap is a courtesy: nobody waits long for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.standin.faults import Delay, Script
from handlers import tap
from tests.stories.desk import Desk, office


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path) as desk:
        yield desk


async def test_an_answer_that_does_not_get_through_does_not_hold_up_the_next_update(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Updates are fetched when those before are done; aiogram would wait for a minute."""
    await desk.lead()
    monkeypatch.setattr(tap, "LONGEST", 0)
    desk.telegram.faults = Script(("answerCallbackQuery", Delay(0, lambda _: asyncio.Event().wait())))
    message, claim = desk.petrov.data("Беру")
    desk.telegram.tap(desk.petrov.id, message, data=claim)
    async with asyncio.timeout(20):
        await desk.settle()
    assert desk.petrov.has("Продажа")
