"""The storm: the real program, killed again and again while people work and Telegram misbehaves."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random  # noqa: TID251 - the storm is seeded

from aiohttp import web

from bot.clock import Clock
from bot.commands.offices import opened
from bot.standin.chats import Telegram
from bot.standin.http_door import http_door
from files.office_file import parse_office
from storage.database import Database
from storage.set_up import write_office
from tests.faults.storm.crowd import Crowd
from tests.faults.storm.inquest import is_settled
from tests.faults.storm.office import PEOPLE, office_file
from tests.faults.storm.program import Program
from tests.faults.storm.weather import Aim, Weather

LONGEST_START = 60  # seconds; the first one waits for the fork server
LIVES = {"beginning": (0.02, 1.5), "at work": (1.0, 2.5), "old": (3.0, 6.0)}
"""Seconds; but for the beginning they count from the first poll."""
LONGEST_CALM = timedelta(minutes=5)  # for everything to be settled after the storm
OFFER = "claim:"  # what only an offer's buttons carry
AIMS = (
    *(Aim("sendMessage", OFFER),) * 4,
    Aim("sendMessage"),
    Aim("editMessageText"),
    Aim("answerCallbackQuery"),
    Aim("getUpdates"),
    Aim("deleteMessage"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is there while the storm lasts, and afterwards."""

    clock: Clock
    telegram: Telegram
    weather: Weather
    crowd: Crowd
    program: Program
    database: str


@asynccontextmanager
async def the_office(folder: Path, seed: int, clock: Clock) -> AsyncIterator[Scene]:
    """The office is loaded and Telegram is there; the program does not run yet."""
    address = f"sqlite+aiosqlite:///{folder / 'fairlead.db'}"
    async with opened(address) as database, database.writing() as store:
        write_office(store, parse_office(office_file(clock.now()), "office.toml"), clock.now())
    telegram = Telegram(lambda: clock.now().timestamp(), monotonic=clock.monotonic)
    for id, name in PEOPLE.items():
        telegram.add_user(id, *name.split())
        telegram.chats[id].started = True
    rng = Random(seed)
    weather = telegram.faults = Weather(rng, clock)
    async with _served(telegram) as api:
        environment = {"BOT_TOKEN": telegram.token, "TELEGRAM_API_URL": api, "DATABASE_URL": address}
        program = Program(environment, folder, clock)
        yield Scene(clock, telegram, weather, Crowd(telegram, clock, seed), program, address)


@asynccontextmanager
async def _served(telegram: Telegram) -> AsyncIterator[str]:
    told = logging.getLogger("aiohttp.server")  # of every connection that is cut
    level = told.level
    told.setLevel(logging.CRITICAL)
    runner = web.AppRunner(http_door(telegram), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
        told.setLevel(level)


async def blow(scene: Scene, kills: int, seed: int, report: Callable[[], None]) -> bool:
    """Kills the program so many times, then lets it finish. Whether all was settled and it ended in peace.

    Ctrl-C says that there were kills enough.
    """
    rng, enough = Random(f"{seed} kills"), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, enough.set)
    async with asyncio.TaskGroup() as group:
        people = [group.create_task(figure.live()) for figure in scene.crowd.everybody()]
        while scene.weather.kills < kills and not enough.is_set():
            await _one_life(scene, rng)
            report()
        is_calm = await _calm(scene)
        for person in people:
            person.cancel()
    return is_calm and await scene.program.stop()


async def _one_life(scene: Scene, rng: Random) -> None:
    program, weather = scene.program, scene.weather
    struck = asyncio.Event()

    def strike() -> None:
        program.kill()
        struck.set()
        weather.polled.set()  # by a request of the life before, still on its way, also one dies that never polls

    weather.strike, weather.heard = strike, program.polled
    if rng.random() < 0.5:  # in the middle of something: it is done, and the program does not hear of it
        weather.aim = rng.choice(AIMS)
    weather.polled.clear()
    program.start()
    with suppress(TimeoutError):
        async with asyncio.timeout(LONGEST_START):
            await _lifetime(scene, rng, struck)
    weather.aim = None
    program.kill()
    weather.kills += 1
    await program.dead()


async def _lifetime(scene: Scene, rng: Random, struck: asyncio.Event) -> None:
    """Some die while they begin, most at work, a few live to see deadlines come; whatever is aimed at ends it."""
    kind = rng.choices(("beginning", "at work", "old"), (30, 62, 8))[0]
    shortest, longest = LIVES[kind]
    if kind != "beginning":
        await scene.weather.polled.wait()
    with suppress(TimeoutError):
        await asyncio.wait_for(struck.wait(), rng.uniform(shortest, longest))


async def _calm(scene: Scene) -> bool:
    """The wind drops, and the last program works on undisturbed. Whether everything was settled in time."""
    scene.weather.calm()
    scene.crowd.in_time = False
    scene.program.start()
    until = scene.clock.now() + LONGEST_CALM
    database = Database(scene.database)
    try:
        while scene.clock.now() < until:
            await scene.clock.sleep(1)
            async with database.reading() as store:
                if not len(scene.telegram.updates) and is_settled(store):
                    return True
    finally:
        await database.close()
    return False
