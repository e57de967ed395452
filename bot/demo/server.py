"""The page and what it talks to: its files, the state as server-sent events, the deeds of its people."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from importlib.resources import files
from urllib.parse import urlencode, urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler
from pydantic import TypeAdapter, ValidationError
from yarl import URL

from bot.app_site.init_data import signed
from bot.app_site.site import AppSite
from bot.clock import SystemClock
from bot.demo.deeds import DEEDS, Deed
from bot.demo.media import content_type
from bot.demo.office import DemoOffice, NotPossibleError
from bot.demo.outside import Outside, came
from bot.demo.state import state
from bot.feed_site import FeedSite
from bot.standin.wire import ApiError

DEMO = web.AppKey("demo", DemoOffice)
OUTSIDE = web.AppKey("outside", Outside)
LARGEST = 64 * 1024  # bytes; a message is 4096 characters at most
REAL = SystemClock()  # by which whoever opens the calendar is known; the office's own time may fly
BEAT = 1.0  # real seconds: the page's clock moves on at least so often
PAGE_FILE = re.compile(r"[a-z_-]+\.(?P<type>html|css|js|svg)")
PAGE_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}

Respond = Callable[[web.Request], Awaitable[web.StreamResponse]]

OURS = frozenset({"localhost", "127.0.0.1", "::1"})
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def page_server(demo: DemoOffice) -> web.Application:
    app = web.Application(client_max_size=LARGEST, middlewares=[guard])
    app[DEMO] = demo
    app.on_response_prepare.append(add_headers)
    app.on_shutdown.append(_end)
    app.router.add_get("/", _index)
    app.router.add_get("/page/{name}", _page_file)
    app.router.add_get("/demo/events", _events)
    app.router.add_get("/demo/file/{id}", _sent_file)
    app.router.add_get("/demo/app/{person}", _calendar)
    AppSite(demo.app.door, demo.telegram.token, REAL).add_to(app)
    FeedSite(demo.app.door).add_to(app)
    outside = app[OUTSIDE] = Outside()
    outside.doors(demo).add_to(app)
    app.router.add_post("/demo/come", _come)
    for name in DEEDS:
        app.router.add_post(f"/demo/{name}", _deed(name))
    return app


def _deed(name: str) -> Respond:
    """204, or 4xx with a key of the page's words."""
    adapter: TypeAdapter[Deed] = TypeAdapter(DEEDS[name])

    async def respond(request: web.Request) -> web.StreamResponse:
        try:
            deed = adapter.validate_json(await request.read())
        except ValidationError:
            return web.json_response({"error": "malformed"}, status=400)
        try:
            await deed.do(request.app[DEMO])
        except NotPossibleError as error:
            return web.json_response({"error": str(error)}, status=409)
        return web.Response(status=204)

    return respond


async def _come(request: web.Request) -> web.Response:
    demo = request.app[DEMO]
    try:
        return await came(request, request.app[OUTSIDE], (await demo.app.arrivals.office()).locale)
    except ValidationError:
        return web.json_response({"error": "malformed"}, status=400)


async def _events(request: web.Request) -> web.StreamResponse:
    """The state whenever something has changed, and every second. Ends when the tab is closed or the demo ends."""
    demo = request.app[DEMO]
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    with demo.changes.watched() as changed:
        while not demo.changes.are_over:
            changed.clear()
            body = json.dumps(await state(demo), ensure_ascii=False)
            try:
                await response.write(f"data: {body}\n\n".encode())
            except ConnectionResetError:  # the tab is closed
                break
            await _either(changed, BEAT)
    return response


async def _either(changed: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await changed.wait()
    except TimeoutError:
        return


async def _end(app: web.Application) -> None:
    app[DEMO].changes.end()


async def _index(_: web.Request) -> web.Response:
    return _page("index.html")


async def _page_file(request: web.Request) -> web.Response:
    return _page(request.match_info["name"])


def _page(name: str) -> web.Response:
    """Read anew each time, from the package: an installed wheel has no directory of its own."""
    known = PAGE_FILE.fullmatch(name)
    file = files("bot.demo").joinpath("page", name)
    if not known or not file.is_file():
        raise web.HTTPNotFound
    return web.Response(text=file.read_text("utf-8"), content_type=PAGE_TYPES[known["type"]])


async def _sent_file(request: web.Request) -> web.Response:
    """A file that somebody sent. It never changes, and nothing in it may run."""
    try:
        data = request.app[DEMO].telegram.files.get(request.match_info["id"]).upload.data
    except ApiError:
        raise web.HTTPNotFound from None
    headers = {
        "Cache-Control": "private, max-age=3600",
        "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    }
    return web.Response(body=data, content_type=content_type(data), headers=headers)


async def _calendar(request: web.Request) -> web.Response:
    """The calendar as this person opens it in Telegram, which the demo is itself."""
    account = request.match_info["person"]
    user = json.dumps({"id": int(account) if account.isdecimal() else 0, "first_name": "Demo"})
    fields = {"auth_date": str(int(REAL.now().timestamp())), "user": user}
    said = urlencode({"tgWebAppData": signed(fields, request.app[DEMO].telegram.token)})
    raise web.HTTPFound(URL(f"/app#{said}", encoded=True))  # what is in it stays as it is


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only the page that this server gave out may ask it for anything. Raises 403 and 415.

    A foreign page can make a visitor's browser call any address of the visitor's own machine. It cannot hide its
    origin, and a name of its own that it points to this machine (DNS rebinding) shows in the Host header.
    """
    if not _is_ours(request):
        raise web.HTTPForbidden(text="this page is for the machine that it runs on\n")
    is_known = request.path.startswith("/in/")  # by the secret in its address
    if request.method == "POST" and request.content_type != "application/json" and not is_known:
        raise web.HTTPUnsupportedMediaType
    return await handler(request)


async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.update({name: value for name, value in HEADERS.items() if name not in response.headers})


def _is_ours(request: web.Request) -> bool:
    try:
        host = urlsplit(f"//{request.host}").hostname
        origin = request.headers.get("Origin")
        return host in OURS and (origin is None or urlsplit(origin).netloc == request.host)
    except ValueError:
        return False
