"""The stand-in over HTTP, at the addresses of the Bot API: for aiogram's TelegramAPIServer.from_base()."""

from __future__ import annotations

from typing import Any, NoReturn

from aiohttp import BodyPartReader, web

from bot.standin.chats import Telegram
from bot.standin.files import MOST_UPLOADED
from bot.standin.wire import Answer, ApiError, Call, ConnectionCutError, Upload, bad_request

TELEGRAM = web.AppKey("telegram", Telegram)
TOO_LARGE = ApiError(413, "Request Entity Too Large")
FORM_OVERHEAD = 1024 * 1024  # bytes beside the file itself


def http_door(telegram: Telegram) -> web.Application:
    app = web.Application(client_max_size=MOST_UPLOADED + FORM_OVERHEAD)
    app[TELEGRAM] = telegram
    app.on_shutdown.append(_release)
    app.router.add_route("*", "/bot{token}/{method}", _call)
    app.router.add_get("/file/bot{token}/{path:.+}", _download)
    return app


async def _call(request: web.Request) -> web.Response:
    try:
        call = await _read(request)
        answer = await request.app[TELEGRAM].handle(request.match_info["token"], call)
    except ApiError as error:
        answer = error.answer()
    except web.HTTPRequestEntityTooLarge:
        answer = TOO_LARGE.answer()
    except ConnectionCutError:
        _cut(request)
    return _written(answer)


async def _release(app: web.Application) -> None:
    """A long poll would hold up the shutdown for its whole length."""
    app[TELEGRAM].updates.release()


async def _download(request: web.Request) -> web.Response:
    data = request.app[TELEGRAM].download(request.match_info["token"], request.match_info["path"])
    if data is None:
        return _written(ApiError(404, "Not Found").answer())
    return web.Response(body=data, content_type="application/octet-stream")


async def _read(request: web.Request) -> Call:
    """Parameters come in the address, a form, a multipart form, or a JSON object."""
    params: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        params |= await _read_json(request)
    elif request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader):
                await _read_part(part, params, uploads)
    else:
        params |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    return Call(request.match_info["method"], params, uploads)


async def _read_json(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise bad_request("can't parse request body as JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("can't parse request body as JSON object")
    return body


async def _read_part(part: BodyPartReader, params: dict[str, Any], uploads: dict[str, Upload]) -> None:
    name, data = part.name or "", bytes(await part.read(decode=True))
    if len(data) > MOST_UPLOADED:
        raise TOO_LARGE
    if part.filename is None:
        params[name] = data.decode()
    else:
        uploads[name] = Upload(
            part.filename, data, part.headers.get("Content-Type", "application/octet-stream")
        )


def _written(answer: Answer) -> web.Response:
    return web.json_response(answer.body, status=answer.status)


def _cut(request: web.Request) -> NoReturn:
    """Nothing more is written: the client sees its connection drop."""
    if request.transport is not None:
        request.transport.abort()
    raise ConnectionResetError("cut on purpose")
