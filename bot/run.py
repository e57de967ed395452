"""`run`: the bot on Telegram, by long polling or by webhook."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiogram import Bot
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer

from bot.app import build_app
from bot.clock import Clock, SystemClock
from bot.connections import as_many_descriptors_as_allowed
from bot.courier.backoff import insist
from bot.session import KeepingSession
from bot.settings import Settings
from bot.web import serve_web
from screens.texts import texts_for
from screens.views.setup import SetUpStep
from storage.database import Database
from storage.migrate import migrate
from storage.offices import write_nothing
from storage.set_up import ensure_office

FIRST_LOCALE = "ru"  # of an office that nobody has set up yet
FIRST_LINK = "Nobody is administrator yet. Whoever opens this link first is:\n  {}"

log = logging.getLogger(__name__)


async def run_bot(
    settings: Settings, clock: Clock | None = None, *, say: Callable[[str], None] = print
) -> None:
    """Serves until SIGTERM or SIGINT. `say`: prints a line for whoever has started it.

    Raises TelegramStopped, and DatabaseAilsError: at the start for whatever ails, later for a damaged file alone.
    """
    clock = clock or SystemClock()
    as_many_descriptors_as_allowed()
    migrate(settings.database_url)
    database = Database(settings.database_url)
    bot = make_bot(settings)
    try:
        async with _stopped_by_signals():
            await _serve(bot, database, clock, settings, say)
    finally:
        await bot.session.close()
        await database.close()
    log.info("stopped")


async def _serve(
    bot: Bot, database: Database, clock: Clock, settings: Settings, say: Callable[[str], None]
) -> None:
    async with database.writing() as store:
        words = texts_for(FIRST_LOCALE)
        names = words.plain("office-new"), words.plain("segment-new")
        ensure_office(store, *names, clock.now(), SetUpStep.NAME)
        write_nothing(store)  # where nothing can be written, this is the moment to say so
    name = await _introduce(bot, clock)
    app = build_app(
        bot,
        name,
        database,
        clock,
        settings.admin_ids,
        webhook=settings.webhook_url,
        public_url=settings.public_url,
    )
    log.info("@%s is at work", name)
    if not settings.admin_ids and (link := await app.first_link()):
        say(FIRST_LINK.format(link))  # to the terminal alone: whoever has it is administrator
    await serve_web(app, settings, clock)


def make_bot(settings: Settings) -> Bot:
    server = (
        TelegramAPIServer.from_base(settings.telegram_api_url) if settings.telegram_api_url else PRODUCTION
    )
    session = KeepingSession(api=server, proxy=settings.telegram_proxy)
    return Bot(settings.bot_token.get_secret_value() if settings.bot_token else "", session=session)


async def _introduce(bot: Bot, clock: Clock) -> str:
    """The bot's user name; waits for Telegram as long as it takes. Raises TelegramStopped for a wrong token."""
    return (await insist(bot.me, clock)).username or ""


@asynccontextmanager
async def _stopped_by_signals() -> AsyncIterator[None]:
    """SIGTERM and SIGINT cancel what runs inside, which then ends as if it had been done."""
    task, loop, asked = asyncio.current_task(), asyncio.get_running_loop(), False

    def stop() -> None:
        nonlocal asked
        asked = True
        if task:
            task.cancel()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    try:
        yield
    except asyncio.CancelledError:
        if not asked:
            raise
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
