"""The small web side: `/healthz`, and Telegram's webhook when WEBHOOK_URL is set."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

from bot.app import UPDATES, App
from bot.settings import Settings

LARGEST = 1024 * 1024  # bytes of an update; Telegram's are some kilobytes

log = logging.getLogger(__name__)
Respond = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def serve_web(app: App, settings: Settings) -> None:
    """Runs the app with long polling, or behind the webhook, until cancelled."""
    if settings.http_port is None and settings.webhook_url is None:
        await app.bot.delete_webhook()
        await app.run()
        return
    site = web.Application(client_max_size=LARGEST)
    site.router.add_get("/healthz", _health)
    if settings.webhook_url:
        site.router.add_post(urlsplit(settings.webhook_url).path or "/", webhook(app, _secret(settings)))
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, settings.http_host, settings.http_port).start()
    try:
        await _receive(app, settings)
    finally:
        await runner.cleanup()


async def _receive(app: App, settings: Settings) -> None:
    if settings.webhook_url is None:
        await app.bot.delete_webhook()
        await app.run()
        return
    await app.bot.set_webhook(
        settings.webhook_url, secret_token=_secret(settings), allowed_updates=list(UPDATES)
    )
    await app.serve(_for_ever())


def webhook(app: App, secret: str) -> Respond:
    """Answers 200 only when what the update caused is committed; Telegram sends it again otherwise."""

    async def respond(request: web.Request) -> web.StreamResponse:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=403)
        try:
            update = Update.model_validate(await request.json(), context={"bot": app.bot})
        except (ValueError, ValidationError):
            return web.Response(status=400)
        await app.intake.settle(update)
        return web.Response()

    return respond


async def _health(_: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _for_ever() -> None:
    await asyncio.Event().wait()


def _secret(settings: Settings) -> str:
    return settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
