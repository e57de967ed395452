"""The bare bot makes the calls and the commits of its recipe, and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiosqlite
import pytest
from aiogram import Bot
from aiogram.types import Update

from bench.cost import office
from bench.cost.bare_bot import BareBot, opened
from bench.cost.observed import Observed
from bench.cost.office import SECRETARY
from bench.cost.people import BarePeople
from bench.cost.recipe import Recipe, Request, Step
from bot.standin.session import StandInSession

ANSWER = Request("answerCallbackQuery", None, {"text": "Done"})
DRAFT = Step("draft", (Request("sendMessage", "secretary", {"text": "A new lead"}),), 1)
OFFERED = Request("editMessageText", "secretary", {"text": "Offered"}, of=0)
HAND = Step("hand", (ANSWER, OFFERED, Request("sendMessage", "manager", {"text": "Yours?"})), 2)
MARK = Step("mark", (ANSWER, Request("editMessageText", "manager", {"text": "Reached"}, of=3)), 3)
RECIPE = Recipe((DRAFT, HAND, MARK))


class Played:
    """A bare bot and its people in one process."""

    def __init__(self, database: aiosqlite.Connection) -> None:
        self.telegram = Observed(office.people(2), takes_all=True)
        self.people = BarePeople(self.telegram, office.managers(2))
        self._bot = Bot(self.telegram.token, session=StandInSession(self.telegram))
        self._bare = BareBot(self._bot, database, RECIPE, office.managers(2))
        self._offset = 0
        self.database = database

    async def act(self, *steps: str) -> None:
        for step in steps:
            await self.people.act(step)
            await self.hears()

    async def hears(self) -> None:
        updates: list[Update] = await self._bot.get_updates(offset=self._offset)
        for update in updates:
            self._offset = update.update_id + 1
            if update.message:
                await self._bare.message(update.message)
            elif update.callback_query:
                await self._bare.tap(update.callback_query)


@pytest.fixture
async def played(tmp_path: Path) -> AsyncIterator[Played]:
    database = await opened(tmp_path / "bare.db")
    yield Played(database)
    await database.close()


async def test_it_makes_the_calls_and_the_commits_that_it_is_told(played: Played) -> None:
    played.telegram.record = []
    await played.act("draft", "hand", "mark")
    called = [call.method for call, _ in played.telegram.record]
    assert called == [request.method for step in RECIPE.steps for request in step.requests]
    rows = await played.database.execute_fetchall("SELECT step FROM done ORDER BY id")
    assert [step for (step,) in rows] == ["draft", "hand", "hand", "mark", "mark", "mark"]


async def test_each_lead_goes_to_the_next_manager_and_changes_its_own_messages(played: Played) -> None:
    first, second = office.managers(2)
    await played.act("draft", "hand")
    await played.act("draft", "hand", "mark")
    assert [m.text for m in played.telegram.messages(first) if m.by_bot] == ["Yours?"]
    assert played.telegram.messages(second)[-1].text.startswith("Reached")
    shown = [m.text.split("\n")[0] for m in played.telegram.messages(SECRETARY) if m.by_bot]
    assert shown == ["Offered", "Offered"]


async def test_the_same_mark_again_and_again_is_a_change_each_time(played: Played) -> None:
    await played.act("draft", "hand")
    for _ in range(3):
        played.people.mark(played.people.manager)
        await played.hears()
    assert len(played.telegram.latencies) == 1 + 3, "Telegram would have refused an edit that changes nothing"


def test_a_recipe_is_read_as_it_was_written(tmp_path: Path) -> None:
    RECIPE.save(tmp_path / "recipe.json")
    assert Recipe.load(tmp_path / "recipe.json") == RECIPE
    assert (RECIPE.calls, RECIPE.commits) == (6, 6)
