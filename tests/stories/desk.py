"""The whole bot on the stand-in, in virtual time."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Collection, Iterable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.methods import Response
from aiogram.types import Message
from rich.progress import Progress
from sqlalchemy import select

from bot.app import App, build_app
from bot.clock import VirtualClock
from bot.commands.verify import verified
from bot.standin.chats import Telegram
from bot.standin.session import StandInSession
from files.office_file import parse_office
from leads.head import parse_head
from leads.office import Person as Staff
from storage import inbox, showing
from storage.database import Database
from storage.migrate import migrate
from storage.set_up import write_office
from storage.tables.base import metadata
from tests.offices import MONDAY_TEN, OFFICE
from tests.stories.careless import careless
from tests.stories.people import Person
from tests.stories.words import HAND_OVER

ALL_THE_TIME = timedelta(days=10_000)
BOOKKEEPING = frozenset({"updates", "cards"})  # tables that change with every tap, whatever it does


class Desk:
    may_give_up = False  # whether a card may be such that it cannot be shown
    fewest_toasts = 1  # for each tap; 0 where the word on the screen may be lost with the program

    def __init__(self, address: str, start: datetime = MONDAY_TEN, admins: Collection[int] = ()) -> None:
        _answers()
        self.address = address
        self.clock = VirtualClock(start)
        self.telegram = Telegram(lambda: self.clock.now().timestamp(), monotonic=self.clock.monotonic)
        self.admins = admins
        self.database = self._open()
        self.app = self._build()
        self.calls = -1

    def person(self, id: int) -> Person:
        return Person(self, id)

    def stranger(self, id: int, name: str = "Кто-то", language: str = "ru") -> Person:
        """Somebody whom the office does not know."""
        self.telegram.add_user(id, name, language_code=language)
        return Person(self, id)

    @property
    def anna(self) -> Person:
        """The secretary."""
        return Person(self, 101)

    @property
    def petrov(self) -> Person:
        return Person(self, 201)

    @property
    def sidorova(self) -> Person:
        return Person(self, 202)

    @property
    def ivanov(self) -> Person:
        return Person(self, 203)

    @property
    def smirnov(self) -> Person:
        """The head of sales."""
        return Person(self, 301)

    @property
    def orlova(self) -> Person:
        """The director."""
        return Person(self, 401)

    async def lead(self, text: str = "", *, tap: str = HAND_OVER) -> None:
        """The secretary takes a call, each from another client unless she says, and hands it over."""
        self.calls += 1
        await self.anna.sends(text or f"Клиент Рустам 8 (843) 200-00-{self.calls:02}, окна")
        await self.anna.taps(tap)

    async def set_up(self, office: str) -> None:
        """Loads the office file; whoever in it has an account has pressed Start before the story begins."""
        loaded = parse_office(office, "office.toml")
        async with self.database.writing() as store:
            write_office(store, loaded, self.clock.now())
        self.start(loaded.people)
        await self.settle()

    def start(self, people: Iterable[Staff]) -> None:
        """Whoever of them has an account has pressed Start, before the story begins."""
        for person in people:
            if person.telegram_id and person.telegram_id not in self.telegram.chats:
                first, _, last = person.name.partition(" ")
                self.telegram.add_user(person.telegram_id, first[:64], last[:64] or None)
                self.telegram.chats[person.telegram_id].started = True

    async def settle(self) -> None:
        """Until nobody has anything to do just now."""
        with self.app.courier.at_work():
            await self.hears()
            await self.app.errands.drain()
            await self.app.clockwork.tick()
        await self.app.courier.drain()

    async def hears(self) -> None:
        """What people sent and tapped is done and stored; nothing is sent yet."""
        more = 1
        while more:  # the last call, which brings nothing, confirms the ones before
            more = await self.app.intake.poll_once(0)
            await self.app.toasts.drain()  # they go out beside the intake

    async def passes(self, **time: float) -> None:
        """Time goes by, and what is due happens on the way, when it is due."""
        end = self.clock.now() + timedelta(**time)
        while self.clock.now() < end:
            due = await self.app.clockwork.next()
            step = end if due is None else max(min(due, end), self.clock.now() + timedelta(seconds=1))
            self.clock.advance(step - self.clock.now())
            await self.settle()

    async def restarts(self) -> None:
        """The program dies, and two seconds later a new one opens the same database."""
        await self.database.close()
        self.clock.advance(timedelta(seconds=2))
        self.database = self._open()
        self.app = self._build()

    async def stored(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything that is stored, but for the bookkeeping of taps and cards."""
        async with self.database.reading() as store:
            return {
                table.name: [tuple(row) for row in store.execute(select(table))]
                for table in metadata.sorted_tables
                if table.name not in BOOKKEEPING
            }

    async def verifies(self, head: str | None = None) -> str:
        """What `verify` says of the whole office. Raises DoesNotHoldError."""
        async with self.database.reading() as store:
            return verified(
                store, Progress(disable=True), self.clock.now(), parse_head(head) if head else None
            )

    async def updates_set_aside(self) -> int:
        async with self.database.reading() as store:
            return inbox.count_aside(store)

    async def given_up(self) -> list[str]:
        """The kinds of the cards that could not be shown."""
        async with self.database.reading() as store:
            return [str(card.kind) for card in showing.given_up_since(store, self.clock.now() - ALL_THE_TIME)]

    def _open(self) -> Database:
        return careless(Database(self.address))

    def _session(self) -> StandInSession:
        return StandInSession(self.telegram)

    def _build(self) -> App:
        bot = Bot(self.telegram.token, session=self._session())
        return build_app(bot, self.telegram.bot.username or "", self.database, self.clock, self.admins)


@asynccontextmanager
async def office(
    path: Path, text: str = OFFICE, start: datetime = MONDAY_TEN, admins: Collection[int] = ()
) -> AsyncIterator[Desk]:
    """Opens an office in this folder, which is one of pytest's: beside it lies an empty database to be copied."""
    async with at_work(Desk(await empty_database(path), start, admins), text) as desk:
        yield desk


async def empty_database(path: Path) -> str:
    """Puts a migrated one into this folder; returns its address."""
    empty = path.parent / "empty.db"
    if not empty.exists():
        migrate(f"sqlite+aiosqlite:///{empty}")
    shutil.copy(empty, path / "fairlead.db")
    return f"sqlite+aiosqlite:///{path / 'fairlead.db'}"


@asynccontextmanager
async def at_work(desk: Desk, text: str = OFFICE) -> AsyncIterator[Desk]:
    """Opens an office in a database that is migrated and empty, and looks whether all was right in the end."""
    try:
        await desk.set_up(text)
        yield desk
        assert desk.telegram.violations == 0, "Telegram's limits were exceeded"
        assert await desk.updates_set_aside() == 0, "every update was understood"
        assert desk.may_give_up or await desk.given_up() == [], "every card could be shown"
        await desk.verifies()
    finally:
        await desk.database.close()


@cache
def _answers() -> tuple[type, ...]:
    """pydantic forgets the types of Telegram's answers now and then, and takes long to make them again."""
    return Response[Message], Response[Message | bool], Response[bool]
