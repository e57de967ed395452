"""The addresses of the sources, `/in/SOURCE/SECRET`, and `/leads` for other programs (docs/sources.md).

What has come is stored before its sender hears so; it is read afterwards. Nothing of it is in a log, and nobody learns
whether there is such a source.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from aiohttp import web
from pydantic import SecretStr
from pydantic_core import from_json

from desk.allowance import Allowance, used
from desk.arrivals import Arrivals, Kept
from leads.office import Office
from leads.sources import SIGNED, Source, in_address
from sources.adapter import Adapter, Answer, Request, are_same, bears
from sources.bodies import Body, UnreadableError, tree_of
from sources.description import description
from sources.kinds import ADAPTERS
from sources.own_format import Sent, WrongFieldsError, wrong_in_office
from sources.reader import Reader
from sources.trees import Tree
from storage.ailments import DatabaseAilsError
from storage.causes import caused_by
from storage.offices import NoOfficeError
from storage.requests import LEADS, Came

BURST: Final = Allowance(2000, 0.1)
"""What one source may send: a thousand in a second, and ten a second for ever."""
PATIENCE: Final = 10.0  # seconds for a body to arrive
READ_WITHIN: Final = 20.0  # seconds; whoever sends to /leads waits for the number of the lead
LONGEST_KEY: Final = 255

log = logging.getLogger(__name__)
Respond = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Clock(Protocol):
    def monotonic(self) -> float: ...


@dataclass(slots=True)
class Rates:
    """Keeps how much of its allowance each source has used: in memory, and of as many as the office has."""

    clock: Clock
    _until: dict[str, float] = field(default_factory=dict)

    def wait(self, source: str) -> int | None:
        """Uses it up. Returns in how many seconds there is room again; None where there is."""
        now = self.clock.monotonic()
        until = used(BURST, self._until.get(source, now), now)
        if until is None:
            return 1 + int(self._until[source] - now - (BURST.at_once - 1) * BURST.every)
        self._until[source] = until
        return None


@dataclass(frozen=True, slots=True)
class SourcesSite:
    """`variable`: what stands in an environment variable of this name; None: nothing. `token`: of `POST /leads`; None:
    there is no such address.
    """

    arrivals: Arrivals
    reader: Reader
    rates: Rates
    variable: Callable[[str], str | None]
    token: SecretStr | None = None

    def add_to(self, site: web.Application) -> None:
        for address in ("/in/{source}", "/in/{source}/{rest:.*}"):
            site.router.add_route("POST", address, _minding_the_database(self._come_in))
            site.router.add_route("GET", address, _minding_the_database(self._come_in))
        if self.token:
            site.router.add_post("/leads", _minding_the_database(self._lead))
        site.router.add_get("/openapi.json", _described)

    async def _come_in(self, request: web.Request) -> web.Response:
        """What a source sends. Before its body is read, the secret in the address is looked at, if one stands there."""
        source, adapter = _known(await self.arrivals.office(), request.match_info["source"])
        secret = await self._secret(source) if source else None
        rest = request.match_info.get("rest", "").strip("/")
        if source is None or adapter is None or not secret:
            return web.Response(status=403)
        if source.kind not in SIGNED and not are_same(rest, in_address(source.kind, secret)):
            return web.Response(status=403)
        if (seconds := self.rates.wait(source.id)) is not None:
            return web.Response(status=429, headers={"Retry-After": str(seconds)})
        said = Request(request.method, rest, _headers(request), await _body(request))
        tree = _tree(said.body)
        if not adapter.proves(said, tree, secret):
            return web.Response(status=403)
        if (greeting := adapter.greets(said, tree, secret)) is not None:
            return _told(greeting)
        came = Came(source.id, source.kind, said.body.query, said.body.content_type, said.body.content)
        await self._keep(came.called(_key(adapter, tree)))
        return _told(adapter.answer)

    async def _keep(self, came: Came) -> Kept:
        kept = await self.arrivals.keep(came)
        with caused_by(f"r{kept.id}"):
            log.info("a request of the kind %s is stored%s", came.kind, "" if kept.is_new else ", again")
        self.reader.wake()
        return kept

    async def _secret(self, source: Source) -> str | None:
        given = self.variable(source.secret_env) if source.secret_env else None
        return given or await self.arrivals.secret(source.id)

    async def _lead(self, request: web.Request) -> web.Response:
        """A lead of another program: 202 with its number, 200 where it came before."""
        assert self.token is not None
        if not bears(request.headers.get("Authorization", ""), self.token.get_secret_value()):
            return _wrong(401, "/", "the token is missing or wrong", {"WWW-Authenticate": "Bearer"})
        if request.content_type != "application/json":
            return _wrong(415, "/", "send application/json")
        if (seconds := self.rates.wait(LEADS)) is not None:
            return _wrong(429, "/", "too many at once", {"Retry-After": str(seconds)})
        body = await _body(request)
        try:
            sent = Sent.of(_object(body.content))
            key = _idempotency(request) or sent.id
        except ValueError as error:
            return _wrong(400, "/", str(error))
        except WrongFieldsError as error:
            return _errors(422, error.fields)
        if wrong := wrong_in_office(sent, await self.arrivals.office()):
            return _errors(422, wrong)
        came = Came(LEADS, "json", "", body.content_type, body.content, key or None)
        kept = await self._keep(came)
        fate = await self.reader.fate(kept.id, READ_WITHIN)
        state = fate.state.value if fate.state else "gone" if fate.is_read else "stored"
        again = {} if kept.is_new else {"duplicate": True}
        answer = {"lead": fate.lead, "state": state, **again}
        return web.json_response(answer, status=202 if kept.is_new else 200)


def _minding_the_database(respond: Callable[[web.Request], Awaitable[web.Response]]) -> Respond:
    """What cannot be stored is not said to be: its sender sends it again."""

    async def minding(request: web.Request) -> web.StreamResponse:
        try:
            return await respond(request)
        except (DatabaseAilsError, NoOfficeError):
            return web.Response(status=503, headers={"Retry-After": "10"})
        except TimeoutError:
            return web.Response(status=408)

    return minding


def _known(office: Office, id: str) -> tuple[Source | None, Adapter | None]:
    source = next((one for one in office.sources if one.id == id), None)
    return source, ADAPTERS.get(source.kind) if source else None


async def _body(request: web.Request) -> Body:
    """Raises TimeoutError, and HTTPRequestEntityTooLarge, which aiohttp answers."""
    async with asyncio.timeout(PATIENCE):
        content = await request.read()
    return Body(request.query_string, request.headers.get("Content-Type", ""), content)


def _tree(body: Body) -> Tree:
    """What cannot be read says nothing of itself; it is stored all the same."""
    try:
        return tree_of(body)
    except UnreadableError:
        return {}


def _key(adapter: Adapter, tree: Tree) -> str | None:
    key = adapter.key(tree)
    return key[:LONGEST_KEY] if key else None


def _headers(request: web.Request) -> dict[str, str]:
    return {name.lower(): value for name, value in request.headers.items()}


def _told(answer: Answer) -> web.Response:
    return web.Response(text=answer.text, status=answer.status, content_type=answer.content_type)


def _object(content: bytes) -> object:
    """Raises ValueError, without a word of the body in it."""
    try:
        found = from_json(content)
    except ValueError:
        raise ValueError("this is no JSON") from None
    if not isinstance(found, dict):
        raise ValueError("send one JSON object")
    return found


def _idempotency(request: web.Request) -> str | None:
    """Raises ValueError."""
    key = request.headers.get("Idempotency-Key", "").strip()
    if len(key) > LONGEST_KEY:
        raise ValueError(f"Idempotency-Key: at most {LONGEST_KEY} characters")
    return key or None


def _wrong(status: int, field: str, said: str, headers: dict[str, str] | None = None) -> web.Response:
    return _errors(status, {field: said}, headers)


def _errors(status: int, fields: Mapping[str, str], headers: dict[str, str] | None = None) -> web.Response:
    return web.json_response({"errors": dict(fields)}, status=status, headers=headers)


async def _described(_: web.Request) -> web.Response:
    return web.json_response(description())
