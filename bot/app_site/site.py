"""The addresses of `/app`: the page's files, a month, what is to be changed. Whom Telegram vouches for is told.

Nothing is stored in a browser, and nothing is told to strangers: not even whether there is such a segment.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from importlib.resources import files
from typing import Annotated, Final, Literal

from aiohttp import web
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from bot.app_site.init_data import UnknownReaderError, account_of
from bot.app_site.shown import against_words, shown
from bot.clock import Clock
from desk.calendar import BeyondLimitsError, Calendar
from desk.door import Door
from desk.shift_changes import Do, Wish
from leads.duty.held import Held
from leads.refusals import Refusal, Refused
from leads.wall_clock import wall
from screens.notice import refusal_toast
from screens.texts import LOCALES, Texts, texts_for
from storage.ailments import DatabaseAilsError
from storage.offices import NoOfficeError

FILE: Final = re.compile(r"[a-z_-]+\.(?P<type>css|js|svg)")
TYPES: Final = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
HEADERS: Final = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self' https://web.telegram.org https://*.telegram.org",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
FAR: Final = timedelta(days=800)  # months from now that may be looked at
Respond = Callable[[web.Request], Awaitable[web.StreamResponse]]
Short = Annotated[str, Field(max_length=64)]


class Duty(BaseModel):
    model_config = ConfigDict(extra="forbid")
    who: Short
    start: AwareDatetime
    end: AwareDatetime


class Asked(BaseModel):
    """What the page wants changed. Dates and times are those of the clock on the office's wall."""

    model_config = ConfigDict(extra="forbid")
    do: Literal["add", "move", "remove", "week"]
    segment: Short
    month: Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
    version: int
    duty: Duty | None = None
    who: Short = ""
    day: date | None = None
    start: time = Field(default=time(), alias="from")
    end: time = Field(default=time(), alias="to")
    anyway: bool = False
    weekly: bool = False  # add, remove: on this weekday of every week

    def wish(self) -> Wish:
        duty = Held(self.duty.start, self.duty.end, self.duty.who) if self.duty else None
        said = (self.who, self.day, self.start, self.end, self.anyway)
        return Wish(Do(self.do), self.version, duty, *said, weekly=self.weekly)


@dataclass(frozen=True, slots=True)
class AppSite:
    """`clock`: by which init data grow old."""

    door: Door
    token: str
    clock: Clock

    def add_to(self, site: web.Application) -> None:
        site.router.add_get("/app", _index)
        site.router.add_get("/app/page/{name}", _file)
        site.router.add_get("/app/version", self._known(self._version))
        site.router.add_get("/app/month", self._known(self._month))
        site.router.add_post("/app/change", self._known(self._change))

    def _known(self, answer: Callable[[web.Request, int], Awaitable[web.Response]]) -> Respond:
        """Answers whom Telegram vouches for and the office knows; to all others it says nothing."""

        async def respond(request: web.Request) -> web.StreamResponse:
            try:
                account = account_of(request.headers.get("Authorization", ""), self.token, self.clock.now())
            except UnknownReaderError:
                return _turned_away(request, 401)
            try:
                person, _ = await self.door.known(account)
                if person is None:
                    return _turned_away(request, 403)
                return await answer(request, account)
            except (ValidationError, ValueError):
                return _json({}, 400)
            except (DatabaseAilsError, NoOfficeError):
                return _json({}, 503)

        return respond

    async def _version(self, _: web.Request, __: int) -> web.Response:
        return _json({"version": await Calendar(self.door).version()})

    async def _month(self, request: web.Request, account: int) -> web.Response:
        first = await self._first(request.query.get("month", ""))
        try:
            return _json(await self._shown(account, request.query.get("segment", ""), first))
        except Refused:
            return _turned_away(request, 403)

    async def _change(self, request: web.Request, account: int) -> web.Response:
        """200 with the month as it is now; 409 with why not, and the month; 422 with whose limits it goes beyond."""
        asked = Asked.model_validate_json(await request.read())
        first, texts = await self._first(asked.month), await self._texts(account)
        try:
            await Calendar(self.door).change(account, asked.segment, asked.wish())
        except Refused as refused:
            if refused.why is Refusal.NOT_FOR_YOU:
                return _turned_away(request, 403)
            body = {"error": refusal_toast(refused.why, (), texts)}
            return _json(body | {"now": await self._shown(account, asked.segment, first)}, 409)
        except BeyondLimitsError as error:
            return _json({"beyond": against_words(error, texts)}, 422)
        return _json(await self._shown(account, asked.segment, first))

    async def _shown(self, account: int, segment: str, first: date) -> dict[str, object]:
        month = await Calendar(self.door).month(account, segment, first)
        return shown(month, await self._texts(account))

    async def _texts(self, account: int) -> Texts:
        person, usual = await self.door.known(account)
        return texts_for(person.locale if person else usual)

    async def _first(self, month: str) -> date:
        """The first day of a month, `2026-12`; of this one where none is named. Raises ValueError."""
        office, now = await self.door.read(lambda work: (work.office, work.now))
        today = wall(now, office.timezone).date()
        first = date.fromisoformat(f"{month}-01") if month else today.replace(day=1)
        if not today - FAR <= first <= today + FAR:
            raise ValueError(month)
        return first


def _turned_away(request: web.Request, status: int) -> web.Response:
    """Says how to come in, in the language of the browser, and nothing else."""
    spoken = request.headers.get("Accept-Language", "")[:2].lower()
    words = texts_for(spoken if spoken in LOCALES else LOCALES[0]).plain("app-stranger")
    return _json({"error": words}, status)


def _json(body: object, status: int = 200) -> web.Response:
    return web.json_response(body, status=status, headers={**HEADERS, "Cache-Control": "no-store"})


async def _index(_: web.Request) -> web.Response:
    return _page("index.html", "text/html")


async def _file(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    known = FILE.fullmatch(name)
    if not known:
        raise web.HTTPNotFound
    return _page(name, TYPES[known["type"]])


def _page(name: str, content_type: str) -> web.Response:
    """Read from the package: an installed wheel has no directory of its own."""
    file = files("bot.app_site").joinpath("page", name)
    if not file.is_file():
        raise web.HTTPNotFound
    return web.Response(text=file.read_text("utf-8"), content_type=content_type, headers=HEADERS)
