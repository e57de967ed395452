"""The small web side: `/healthz` and `/metrics`, the sources' addresses and `/leads`, Telegram's webhook when
WEBHOOK_URL is set, and `/app` and `/duty/…` when PUBLIC_URL is.

Nothing of a body is read before its sender has shown that they know the secret.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from urllib.parse import urlsplit

from aiogram.methods import SetWebhook
from aiohttp import web
from pydantic import SecretStr
from pydantic_core import from_json

from bot.app import UPDATES, App
from bot.app_site.site import AppSite
from bot.clock import Clock
from bot.connections import IDLE, BoundedSite, Doors
from bot.courier.backoff import insist
from bot.courier.errors import TelegramStopped
from bot.feed_site import FeedSite
from bot.intake import person_of
from bot.lanes import BehindError, Lanes
from bot.metrics.site import MetricsSite
from bot.settings import Settings, variable
from bot.updates import read_update
from bot.watchdog.rule import STILL
from sources.adapter import are_same
from sources.crm.site import CrmSite
from sources.site import Rates, SourcesSite
from storage.ailments import DatabaseAilsError
from storage.offices import NoOfficeError

LARGEST = 1024 * 1024  # bytes of an update; Telegram's are some kilobytes
PATIENCE = 10.0  # seconds for a body to arrive

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name

log = logging.getLogger(__name__)
Respond = Callable[[web.Request], Awaitable[web.StreamResponse]]

ANSWERS_WITHIN = 3.0  # seconds, for the database
BLIND = 60.0  # seconds without a look of the watchdog


async def serve_web(app: App, settings: Settings, clock: Clock) -> None:
    """Runs the app with long polling, or behind the webhook, until cancelled. Raises TelegramStopped."""
    if settings.http_port is None:
        await _poll(app, clock)
        return
    doors = Doors()
    runner = web.AppRunner(
        web_site(app, settings, clock, doors=doors), access_log=None, keepalive_timeout=IDLE
    )
    await runner.setup()
    try:
        await BoundedSite(runner, settings.http_host, settings.http_port, doors).start()
        if settings.webhook_url:
            await _be_called(app, settings.webhook_url, settings.webhook_secret, clock)
        else:
            await _poll(app, clock)
    finally:
        await runner.cleanup()


async def _poll(app: App, clock: Clock) -> None:
    """A webhook that was set once would keep every update from us; what else is wrong, polling will say."""
    with suppress(TelegramStopped):
        await insist(app.bot.delete_webhook, clock)
    await app.run()


async def _be_called(app: App, address: str, secret: SecretStr | None, clock: Clock) -> None:
    token = secret.get_secret_value() if secret else None
    request = SetWebhook(url=address, secret_token=token, allowed_updates=list(UPDATES))
    await insist(lambda: app.bot(request), clock)
    await app.serve(_for_ever())


def web_site(
    app: App, settings: Settings, clock: Clock, patience: float = PATIENCE, doors: Doors | None = None
) -> web.Application:
    """Returns every address that is answered; `patience` is in seconds, for a body to arrive.

    `doors`: None counts nobody.
    """
    site = web.Application(client_max_size=LARGEST, middlewares=[doors.middleware()] if doors else [])
    site.router.add_get("/healthz", health(app))
    MetricsSite(app.door, app.counting, app.running, clock, settings.metrics_token).add_to(site)
    if settings.webhook_url:
        called = webhook(app, settings.webhook_secret, patience)
        site.router.add_post(urlsplit(settings.webhook_url).path or "/", called)
    SourcesSite(app.arrivals, app.reader, Rates(clock), variable, settings.intake_token).add_to(site)
    CrmSite(app.crm.desk, app.crm.wake).add_to(site)
    if settings.public_url:
        AppSite(app.door, app.bot.token, clock).add_to(site)
        FeedSite(app.door).add_to(site)
    return site


def webhook(app: App, secret: SecretStr | None, patience: float = PATIENCE) -> Respond:
    """Answers 200 only when what the update caused is committed; Telegram sends it again otherwise.

    It calls for several updates at once: those of one person are handled one after the other.
    """
    lanes = Lanes()

    async def respond(request: web.Request) -> web.StreamResponse:
        if not is_secret(request.headers.get(SECRET_HEADER, ""), secret):
            return web.Response(status=403)
        if request.content_type != "application/json":
            return web.Response(status=415)
        try:
            async with asyncio.timeout(patience):
                update = read_update(from_json(await request.read()), app.bot)
        except TimeoutError:
            return web.Response(status=408)
        except (ValueError, TypeError):  # no JSON, or no update
            return web.Response(status=400)
        try:
            async with lanes.turn(person_of(update), update.number):
                await app.intake.settle(update)
        except (DatabaseAilsError, BehindError):
            return web.Response(status=503)
        except Exception as error:  # noqa: BLE001 - the disk may be full: Telegram brings it again
            log.error("update %d is not stored: %s", update.number, type(error).__name__)
            return web.Response(status=503)
        return web.Response()

    return respond


async def _for_ever() -> None:
    await asyncio.Event().wait()


def health(app: App) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def respond(_: web.Request) -> web.StreamResponse:
        found = await wrong(app)
        if found:
            return web.json_response({"status": "trouble", "wrong": found}, status=503)
        return web.json_response({"status": "ok"})

    return respond


async def wrong(app: App) -> list[str]:
    """Tells what the watchdog sees, and what would keep it from seeing."""
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
    """Tells whether it can be read, and nothing is known to keep it from being written."""
    try:
        async with asyncio.timeout(ANSWERS_WITHIN):
            await app.door.read(lambda _: None)
        return app.door.health.ailing is None
    except NoOfficeError:
        return True
    except (DatabaseAilsError, TimeoutError):
        return False


def is_secret(given: str, secret: SecretStr | None) -> bool:
    """Tells whether `given`, as it came in a header, is this secret. Where none is set, nothing is."""
    return secret is not None and are_same(given, secret.get_secret_value())
