"""The life of one office under the machine: its loop, its file, programs that die, the hands of its people."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import tempfile
from collections.abc import Awaitable, Coroutine, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from aiosqlite import core
from hypothesis.stateful import RuleBasedStateMachine

from bot.courier.errors import TelegramStopped
from desk import card_contents
from storage.migrate import migrate
from tests.faults.whole_bot.wire import DeathError
from tests.faults.whole_bot.witness import Witness
from tests.screens.pictures.plain_png import plain_png
from tests.stories.desk import Desk
from tests.stories.one_thread import OneThread


class Life(RuleBasedStateMachine):
    """One event loop, one file. What may happen in it is said elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(core, "Connection", OneThread)
        self.patch.setattr(card_contents, "draw_roster", blank)  # a picture takes long, and has its own tests
        self.patch.setattr(card_contents, "draw_sales", blank)
        dice = count(1)  # a failure can be repeated only if nothing is left to chance
        self.patch.setattr(secrets, "token_hex", lambda size: f"{next(dice):0{2 * size}x}")
        self.patch.setattr(secrets, "token_urlsafe", lambda size: f"{next(dice):0{size}x}")
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(empty_database(), self.folder / "fairlead.db")
        self.runner = asyncio.Runner()
        self.clients = 0
        self.broken = False  # by a promise that did not hold: what comes after tells nothing

    async def begins(self, office: str, *strangers: int) -> None:
        self.desk = Desk(f"sqlite+aiosqlite:///{self.folder / 'fairlead.db'}")
        for one in strangers:
            self.desk.stranger(one)
        self.witness = Witness(self.desk)
        await self.witness.loads(office)

    def teardown(self) -> None:
        try:
            if not self.broken:
                self.lives(self.witness.ends())
        finally:
            self.witness.leaves()
            self.runner.run(self.desk.database.close())
            self.runner.close()
            self.patch.undo()
            shutil.rmtree(self.folder)

    def goes_on(self, how: str) -> None:
        if how == "settles":
            self.lives(self.desk.settle())
        elif how == "hears":
            self.lives(self.desk.hears())

    def away(self, who: int) -> bool:
        return self.desk.telegram.chats[who].blocked if who in self.desk.telegram.chats else True

    def says(self, who: int, text: str, how: str) -> None:
        if not self.away(who):
            self.desk.telegram.send_text(who, text)
            self.goes_on(how)

    def taps_one_of(self, people: Sequence[int], which: int, how: str, *kinds: str) -> None:
        if found := [(who, *tap) for who in people for tap in self.witness.visible(who, *kinds)]:
            self.taps(*found[-1 - which % len(found)], how)

    def taps(self, who: int, message: int, data: str, how: str) -> None:
        if not self.away(who):
            self.witness.taps(who, message, data)
            self.goes_on(how)

    def lives(self, work: Coroutine[Any, Any, object]) -> None:
        """Does it; where the program dies of it, another one is started."""
        try:
            self.runner.run(self._lives(work))
        except BaseException:
            self.broken = True
            raise

    async def _lives(self, work: Awaitable[object]) -> None:
        try:
            await work
        except (DeathError, BaseExceptionGroup, TelegramStopped) as end:
            if not died(end):
                raise
            await self.witness.restarts()


def died(end: BaseException) -> bool:
    if isinstance(end, BaseExceptionGroup):
        return all(died(each) for each in end.exceptions)
    return isinstance(end, DeathError | TelegramStopped)


async def blank(*_: object) -> bytes:
    return plain_png()


@cache
def empty_database() -> Path:
    path = Path(tempfile.mkdtemp()) / "empty.db"
    migrate(f"sqlite+aiosqlite:///{path}")
    return path
