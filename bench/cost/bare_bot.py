"""A bare aiogram bot: the calls and the commits of a recipe, and no logic at all. What a bot costs at the least.

`python -m bench.cost.bare_bot RECIPE DATABASE [--backlog N]`, with BOT_TOKEN and TELEGRAM_API_URL in the environment.
"""

from __future__ import annotations

import asyncio
import os
from argparse import ArgumentParser
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import aiogram.methods
import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.types import CallbackQuery, Message

from bench.cost import office
from bench.cost.office import SECRETARY
from bench.cost.recipe import PLACES, STEP, Recipe, Request

A_SECOND = 28  # messages of a backlog
TAP = "callback_query_id"


class BareBot:
    """`managers` get the leads in turn."""

    def __init__(
        self, bot: Bot, database: aiosqlite.Connection, recipe: Recipe, managers: Sequence[int]
    ) -> None:
        self._bot = bot
        self._database = database
        self._turns = cycle(managers)
        self._steps: dict[str, tuple[int, list[tuple[int, Request, TelegramMethod[Any]]]]] = {}
        number = 0
        for step in recipe.steps:
            calls = [(number + place, one, prepared(one)) for place, one in enumerate(step.requests)]
            self._steps[step.name] = step.commits, calls
            number += len(calls)
        self._draft: dict[int, int] = {}  # message ids, by the number of the call that made them
        self._leads: dict[int, dict[int, int]] = {}  # the same, by manager
        self._edits = 0

    async def message(self, message: Message) -> None:
        self._draft = {}
        await self._do("draft", message.chat.id, self._draft, None)

    async def tap(self, query: CallbackQuery) -> None:
        step, manager = (query.data or "").removeprefix(STEP), query.from_user.id
        if step == "hand":
            manager = next(self._turns)
            self._leads[manager] = self._draft
        await self._do(step, manager, self._leads[manager], query.id)

    async def _do(self, step: str, manager: int, made: dict[int, int], query: str | None) -> None:
        commits, calls = self._steps[step]
        for _ in range(commits):
            await self._database.execute("INSERT INTO done (step) VALUES (?)", (step,))
            await self._database.commit()
        for number, request, method in calls:
            places = self._places(request, method, manager, made) | ({} if request.chat else {TAP: query})
            result = await self._bot(method.model_copy(update=places))
            if isinstance(result, Message):
                made.setdefault(number, result.message_id)

    def _places(
        self, request: Request, method: TelegramMethod[Any], manager: int, made: dict[int, int]
    ) -> dict[str, Any]:
        """Where it goes. Telegram refuses an edit that changes nothing, so each has its number in the end."""
        if request.chat is None:
            return {}
        chat = {"secretary": SECRETARY, "manager": manager}.get(request.chat) or int(request.chat)
        if request.of is None:
            return {"chat_id": chat}
        self._edits += 1
        text = getattr(method, "text", None)
        changed = {"text": f"{text}\n{self._edits}"} if text else {}
        return {"chat_id": chat, "message_id": made[request.of], **changed}


def prepared(request: Request) -> TelegramMethod[Any]:
    """Everything but the places, built once: a bot with no logic has its words ready."""
    kind = getattr(aiogram.methods, request.method[0].upper() + request.method[1:])
    params: dict[str, Any] = dict(request.params) | ({PLACES[0]: 0} if request.chat else {TAP: ""})
    method: TelegramMethod[Any] = kind.model_validate(params | ({} if request.of is None else {PLACES[1]: 0}))
    return method


async def opened(file: Path) -> aiosqlite.Connection:
    """As durable as ours: what is committed survives a power cut."""
    database = await aiosqlite.connect(file)
    for words in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"):
        await database.execute(words)
    await database.execute("CREATE TABLE IF NOT EXISTS done (id INTEGER PRIMARY KEY, step TEXT NOT NULL)")
    await database.commit()
    return database


async def run(recipe: Path, file: Path, managers: int, backlog: int) -> None:
    """Until SIGTERM."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    bot, dispatcher, database = (
        Bot(os.environ["BOT_TOKEN"], session=session),
        Dispatcher(),
        await opened(file),
    )
    bare = BareBot(bot, database, Recipe.load(recipe), office.managers(managers))
    dispatcher.message.register(bare.message)
    dispatcher.callback_query.register(bare.tap)
    sending = asyncio.create_task(send(bot, backlog))
    try:
        await dispatcher.start_polling(bot, polling_timeout=25)
    finally:
        sending.cancel()
        await database.close()


async def send(bot: Bot, backlog: int) -> None:
    """So many messages, each to somebody else, at the pace that Telegram allows."""
    for chat in office.others(backlog):
        await bot.send_message(chat, "There is something new.")
        await asyncio.sleep(1 / A_SECOND)


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("recipe", type=Path)
    parser.add_argument("database", type=Path)
    parser.add_argument("--managers", type=int, default=3)
    parser.add_argument("--backlog", type=int, default=0)
    asked = parser.parse_args()
    asyncio.run(run(asked.recipe, asked.database, asked.managers, asked.backlog))


if __name__ == "__main__":
    main()
