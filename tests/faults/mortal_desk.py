"""The whole bot, which can be killed before and after each commit, and before and after each HTTP request."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator

from aiogram import Bot
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.standin.faults import Fine
from bot.standin.session import StandInSession
from bot.standin.wire import Answer, Call
from files.office_file import parse_office
from storage.database import Database
from storage.set_up import write_office
from tests.faults.death import Death
from tests.stories.careless import careless
from tests.stories.desk import Desk
from tests.stories.people import Person


class Witness(Fine):
    """Counts the offers that were said once more, by chat: one that is made to everybody is on its way to several."""

    def __init__(self) -> None:
        self.repeated: Counter[str] = Counter()  # by chat

    async def after(self, call: Call, answer: Answer) -> Answer:
        if "Повторяю" in str(call.params.get("text")) and call.method == "sendMessage":
            self.repeated[str(call.params["chat_id"])] += 1
        return answer


class MortalDesk(Desk):
    """Killed, it is followed two seconds later by another one."""

    fewest_toasts = 0

    def __init__(self, address: str) -> None:
        self.death = Death()
        self.lives: Iterator[int] = iter(())
        self.kills = 0
        super().__init__(address)
        self.telegram.faults = self.witness = Witness()

    async def settle(self) -> None:
        await self.unless_killed(super().settle)

    async def unless_killed(self, work: Callable[[], Awaitable[None]]) -> None:
        """What is cut short is begun again by the next program: so it must be safe to do it twice."""
        while not await self._lives_through(work):
            self.kills += 1
            self.death.left = next(self.lives, None)
            await self.restarts()

    def dies_after(self, *lives: int) -> None:
        """How many moments this program has to live, and those after it; the last one dies no more."""
        self.lives = iter(lives)
        self.death.left = next(self.lives, None)

    async def _lives_through(self, work: Callable[[], Awaitable[None]]) -> bool:
        ended = False

        async def to_the_end() -> None:
            nonlocal ended
            await work()
            ended = True
            self.death.struck.set()

        self.death.struck.clear()
        async with asyncio.TaskGroup() as group:
            task = group.create_task(to_the_end())
            await self.death.struck.wait()
            task.cancel()
        return ended

    async def asks(self, person: Person, words: str, button: str) -> None:
        """An answer may be lost with the program; then one asks again."""
        await person.sends(words)
        while not person.has(button):
            await person.sends(words)

    async def loads(self, office: str) -> None:
        """`office load`, by a program that dies with this one; whoever started it starts it again."""

        async def load() -> None:
            async with self.database.writing() as store:
                write_office(store, parse_office(office, "office.toml"), self.clock.now())

        await self.unless_killed(load)
        await self.settle()

    def _open(self) -> Database:
        return careless(Database(self.address, self.death.moment))

    def _session(self) -> StandInSession:
        session = super()._session()

        @session.middleware
        async def mortal(
            make_request: NextRequestMiddlewareType[TelegramType],
            bot: Bot,
            method: TelegramMethod[TelegramType],
        ) -> Response[TelegramType]:
            async with self.death.around():
                return await make_request(bot, method)

        return session
