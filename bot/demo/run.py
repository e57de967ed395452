"""`demo`: everything in one process. A temporary database, the stand-in, the bot that talks HTTP to it, the page."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from random import Random

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web

from bot.app import App, build_app
from bot.clock import AdjustableClock, Clock, SystemClock
from bot.demo.day import working_morning
from bot.demo.history import SEED, live_through
from bot.demo.hooks import taken
from bot.demo.office import FOUNDER, Changes, DemoOffice, office_in
from bot.demo.server import page_server
from bot.demo.telegram import DemoTelegram
from bot.standin.http_door import http_door
from files.failure import Failure
from screens.texts import texts_for
from screens.views.setup import SetUpStep
from storage.database import Database
from storage.migrate import migrate
from storage.set_up import ensure_office

LOOPBACK = "127.0.0.1"
FIRST_LOCALE = "ru"
TICK = 0.25  # real seconds; at a speed of 300 that is 75 of the office's
HERE = "https://demo.invalid"  # an address as Telegram wants it; the page opens its calendar itself
GOODBYE = 1.0  # seconds that open requests get at the end
OPEN = "The demo office is open: {}  (Ctrl+C closes it)"


class DemoError(Failure):
    """The demo cannot start."""

    code = 2


async def run_demo(
    port: int = 8080,
    speed: float = 1.0,
    host: str = LOOPBACK,
    *,
    empty: bool = False,
    say: Callable[[str], None] = print,
) -> None:
    """Serves until SIGINT or SIGTERM, and leaves nothing behind. Port 0 is any free one. `empty`: an office that is
    still to be set up, in the chat of whoever is its administrator.

    Raises DemoError when the address is taken.
    """
    stop = _stop_on_signals()
    with _listening(host, port) as listener:
        async with (
            demo_office(SystemClock(), speed, empty=empty) as office,
            _served(page_server(office), listener),
        ):
            shown = f"[{host}]" if ":" in host else host
            say(OPEN.format(f"http://{shown}:{listener.getsockname()[1]}"))
            await stop.wait()


@asynccontextmanager
async def demo_office(real: Clock, speed: float = 1.0, *, empty: bool = False) -> AsyncIterator[DemoOffice]:
    """Returns the office at work, on the morning of a working day: everybody has pressed Start.

    `empty`: as `run_demo`.
    """
    begins = working_morning(office_in(FIRST_LOCALE), real.now())
    clock = AdjustableClock(real, speed, start=begins)
    changes = Changes()
    telegram = DemoTelegram(clock, changes.tell)
    with tempfile.TemporaryDirectory(prefix="fairlead-demo-") as directory:
        async with _bot(telegram) as bot, _database(Path(directory), clock.now(), empty=empty) as database:
            admins = (FOUNDER[0],) if empty else ()
            name = telegram.bot.username or ""
            app = build_app(bot, name, database, clock, admins, tick_every=TICK, public_url=HERE)
            app.sender.post = taken
            office = DemoOffice(telegram, app, clock, changes)
            if empty:
                office.founder_starts()
            else:
                office.everybody_starts(office_in(FIRST_LOCALE))
            await app.door.read(lambda work: office.guide.read(work.store))
            async with _at_work(app):
                yield office


@asynccontextmanager
async def _at_work(app: App) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        work = group.create_task(app.run())
        yield
        work.cancel()


@asynccontextmanager
async def _bot(telegram: DemoTelegram) -> AsyncIterator[Bot]:
    """A Bot as in real life, only that its Telegram is on this machine."""
    with _listening(LOOPBACK, 0) as listener:
        async with _served(http_door(telegram), listener):
            server = TelegramAPIServer.from_base(f"http://{LOOPBACK}:{listener.getsockname()[1]}")
            async with Bot(telegram.token, session=AiohttpSession(api=server)) as bot:
                yield bot


@asynccontextmanager
async def _database(directory: Path, now: datetime, *, empty: bool) -> AsyncIterator[Database]:
    address = f"sqlite+aiosqlite:///{directory / 'demo.db'}"
    migrate(address)
    database = Database(address)
    try:
        async with database.writing() as store:
            if empty:
                words = texts_for(FIRST_LOCALE).plain
                ensure_office(store, words("office-new"), words("segment-new"), now, SetUpStep.NAME)
            else:
                live_through(store, office_in(FIRST_LOCALE), now, Random(SEED))  # noqa: S311 - the same past each time
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _served(site: web.Application, listener: socket.socket) -> AsyncIterator[None]:
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=GOODBYE)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        yield
    finally:
        await runner.cleanup()


def _listening(host: str, port: int) -> socket.socket:
    """Raises DemoError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise DemoError(f"port {port} is taken by another program: choose one with --port") from None
        raise DemoError(f"cannot listen on {host}:{port}: {error.strerror}") from None


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: Ctrl+C cancels the program instead
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
