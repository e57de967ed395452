"""`/healthz`: 200 while all is well, 503 with the names of what is wrong. Nothing about any person."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.app import App
from bot.watchdog.rule import STILL
from storage.ailments import DatabaseAilsError
from storage.offices import NoOfficeError

ANSWERS_WITHIN = 3.0  # seconds, for the database
BLIND = 60.0  # seconds without a look of the watchdog


def health(app: App) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def respond(_: web.Request) -> web.StreamResponse:
        found = await wrong(app)
        if found:
            return web.json_response({"status": "trouble", "wrong": found}, status=503)
        return web.json_response({"status": "ok"})

    return respond


async def wrong(app: App) -> list[str]:
    """What the watchdog sees, and what would keep it from seeing."""
    found = [str(trouble) for trouble in sorted(app.watch.troubles)]
    if not await _database_answers(app):
        found.append("database")
    if not app.tasks:
        found.append("starting")
    found += [name for name, task in app.tasks.items() if task.done() and name not in found]
    if app.watch.ticker_still > STILL and "ticker" not in found:
        found.append("ticker")
    if app.watch.blind > BLIND and "watchdog" not in found:
        found.append("watchdog")
    return found


async def _database_answers(app: App) -> bool:
    """It can be read, and nothing is known to keep it from being written."""
    try:
        async with asyncio.timeout(ANSWERS_WITHIN):
            await app.door.read(lambda _: None)
        return app.door.health.ailing is None
    except NoOfficeError:
        return True
    except (DatabaseAilsError, TimeoutError):
        return False
