"""The two bots at work: each a process of its own, with a stand-in of its own that runs here."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.cost import counters, office
from bench.cost.counters import Counts
from bench.cost.databases import Databases
from bench.cost.observed import Observed, served
from bench.cost.people import BarePeople, OurPeople, People
from bench.cost.program import Program, completed, running
from bench.cost.recipe import Recipe
from bot.clock import SystemClock

LONGEST_START = 180.0  # seconds, on a machine that has much else to do
NOTHING_YET = Recipe(())
FEW = 3  # managers, where it is not about a crowd


@dataclass(frozen=True, slots=True)
class Worker:
    """One bot at work. `counts`: the file, of a program that counts."""

    telegram: Observed
    program: Program
    people: People
    counts: Path | None = None

    def counted(self) -> Counts:
        return counters.read(self.counts) if self.counts else Counts()


@dataclass(frozen=True, slots=True)
class Place:
    """A database with an office in it, and the stand-in that knows its people's chats."""

    folder: Path
    address: str
    managers: int
    telegram: Observed

    @property
    def file(self) -> Path:
        return self.folder / "fairlead.db"


@dataclass(slots=True)
class Stage:
    """`folder`: where everything lies; whoever made it removes it."""

    folder: Path
    databases: Databases = field(default_factory=Databases)
    recipe: Recipe = NOTHING_YET
    _loaded: dict[int, Path] = field(default_factory=dict)  # an SQLite file with an office, by its managers
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    async def place(self, managers: int = FEW, fill: Callable[[Path], None] | None = None) -> Place:
        """A new one. `fill` puts something into it first; for SQLite's file alone."""
        folder = self.folder / f"place-{next(self._numbers)}"
        folder.mkdir()
        if self.databases.is_sqlite:
            shutil.copy(await self._with_office(managers), folder / "fairlead.db")
            address = f"sqlite+aiosqlite:///{folder / 'fairlead.db'}"
            if fill:
                fill(folder / "fairlead.db")
        else:
            address = self.databases.fresh()
            await self._load(address, managers, folder)
        return Place(folder, address, managers, self._telegram(managers, limits=True))

    @asynccontextmanager
    async def ours(
        self, place: Place, *, unhurried: bool = False, counted: bool = False
    ) -> AsyncIterator[Worker]:
        """The real program, which has begun to poll."""
        place.telegram.takes_all = unhurried
        counts = counters.empty(place.folder / "counts") if counted else None
        words = ["bench.cost.launch", *(["--count", str(counts)] if counts else [])]
        words += ["--unhurried"] if unhurried else []
        started = words if counted or unhurried else ["bot"]
        people = OurPeople(place.telegram, office.managers(place.managers))
        async with self._at_work([*started, "run"], {"DATABASE_URL": place.address}, place) as program:
            yield Worker(place.telegram, program, people, counts)

    @asynccontextmanager
    async def bare(self, managers: int = FEW, backlog: int = 0) -> AsyncIterator[Worker]:
        folder = self.folder / f"bare-{next(self._numbers)}"
        folder.mkdir()
        self.recipe.save(folder / "recipe.json")
        telegram = self._telegram(managers, limits=False)
        place = Place(folder, "", managers, telegram)
        words = ["bench.cost.bare_bot", str(folder / "recipe.json"), str(folder / "bare.db")]
        words += ["--managers", str(managers), "--backlog", str(backlog)]
        async with self._at_work(words, {}, place) as program:
            yield Worker(telegram, program, BarePeople(telegram, office.managers(managers)))

    @asynccontextmanager
    async def _at_work(
        self, words: list[str], environment: dict[str, str], place: Place
    ) -> AsyncIterator[Program]:
        telegram = place.telegram
        polls = telegram.polls
        async with served(telegram) as address:
            settings = environment | {"BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": address}
            async with running(words, settings, place.folder / "log") as program:
                polled = telegram.until(lambda: telegram.polls > polls, "it does not begin", LONGEST_START)
                await program.first(polled)
                yield program

    async def _with_office(self, managers: int) -> Path:
        if managers not in self._loaded:
            folder = self.folder / f"office-{managers}"
            folder.mkdir()
            file = folder / "fairlead.db"
            await self._load(f"sqlite+aiosqlite:///{file}", managers, folder)
            self._loaded[managers] = file
        return self._loaded[managers]

    async def _load(self, address: str, managers: int, folder: Path) -> None:
        words = office.office_file(managers, SystemClock().now())
        (folder / "office.toml").write_text(words, encoding="utf-8")
        environment = {"DATABASE_URL": address}
        await completed(["bot", "office", "load", "office.toml"], environment, folder / "load.log")

    def _telegram(self, managers: int, *, limits: bool) -> Observed:
        everybody = [*office.people(managers), *office.others(office.OTHER_CHATS)]
        return Observed(everybody, takes_all=not limits)
