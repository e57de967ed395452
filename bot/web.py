"""The small web side: `/healthz`, and Telegram's webhook when WEBHOOK_URL is set."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from urllib.parse import urlsplit

from aiogram.methods import SetWebhook
from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

from bot.app import UPDATES, App
from bot.clock import Clock
from bot.courier.errors import TelegramStopped
from bot.courier.insisting import insist
from bot.health import health
from bot.intake import person_of
from bot.lanes import BehindError, Lanes
from bot.settings import Settings
from storage.ailments import DatabaseAilsError

LARGEST = 1024 * 1024  # bytes of an update; Telegram's are some kilobytes

log = logging.getLogger(__name__)
Respond = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def serve_web(app: App, settings: Settings, clock: Clock) -> None:
    """Runs the app with long polling, or behind the webhook, until cancelled. Raises TelegramStopped."""
    if settings.http_port is None:
        await _poll(app, clock)
        return
    site = web.Application(client_max_size=LARGEST)
    site.router.add_get("/healthz", health(app))
    if settings.webhook_url:
        site.router.add_post(urlsplit(settings.webhook_url).path or "/", webhook(app, _secret(settings)))
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.http_host, settings.http_port).start()
        if settings.webhook_url:
            await _be_called(app, settings.webhook_url, _secret(settings), clock)
        else:
            await _poll(app, clock)
    finally:
        await runner.cleanup()


async def _poll(app: App, clock: Clock) -> None:
    """A webhook that was set once would keep every update from us; what else is wrong, polling will say."""
    with suppress(TelegramStopped):
        await insist(app.bot.delete_webhook, clock)
    await app.run()


async def _be_called(app: App, address: str, secret: str, clock: Clock) -> None:
    request = SetWebhook(url=address, secret_token=secret, allowed_updates=list(UPDATES))
    await insist(lambda: app.bot(request), clock)
    await app.serve(_for_ever())


def webhook(app: App, secret: str) -> Respond:
    """Answers 200 only when what the update caused is committed; Telegram sends it again otherwise.

    It calls for several updates at once: those of one person are handled one after the other.
    """
    lanes = Lanes()

    async def respond(request: web.Request) -> web.StreamResponse:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=403)
        try:
            update = Update.model_validate(await request.json(), context={"bot": app.bot})
        except (ValueError, ValidationError):
            return web.Response(status=400)
        try:
            async with lanes.turn(person_of(update), update.update_id):
                await app.intake.settle(update)
        except (DatabaseAilsError, BehindError):
            return web.Response(status=503)
        except Exception as error:  # noqa: BLE001 - the disk may be full: Telegram brings it again
            log.error("update %d is not stored: %s", update.update_id, type(error).__name__)
            return web.Response(status=503)
        return web.Response()

    return respond


async def _for_ever() -> None:
    await asyncio.Event().wait()


def _secret(settings: Settings) -> str:
    return settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
