"""What comes to the demo office by itself: a form of its site and a call that nobody answers, really over HTTP."""

from __future__ import annotations

import secrets
from enum import StrEnum
from itertools import cycle
from typing import Final

from aiohttp import ClientSession, web
from pydantic import BaseModel, ConfigDict
from yarl import URL

from bot.demo.office import DemoOffice
from sources.site import Rates, SourcesSite

SITE, LINE = "site", "call"  # sources of the demo's office files
SECRET_ENV: Final = "DEMO_SECRET"  # noqa: S105 - its name
FORMS: Final = {
    "ru": (
        ("Регина Сафина", "+7 843 258-31-02", "Сколько окон?", "Три, и балкон"),
        ("Олег", "8 846 231-44-17", "Что нужно?", "Замена стеклопакета"),
        ("Динара Ахметова", "+7 843 258-31-40", "Когда удобно?", "В субботу утром"),
    ),
    "en": (
        ("Regina Safina", "+7 843 258-31-02", "How many windows?", "Three, and a balcony"),
        ("Oleg", "+7 846 231-44-17", "What is needed?", "Another pane"),
        ("Dinara Akhmetova", "+7 843 258-31-40", "When would it suit?", "Saturday morning"),
    ),
}
CALLERS: Final = ("78432583155", "78462314471", "78312315629")


class Way(StrEnum):
    FORM = "form"
    CALL = "call"


class Come(BaseModel):
    """What the page asks for."""

    model_config = ConfigDict(extra="forbid")
    way: Way


class Outside:
    """The site and the telephone exchange of the demo office; they know the secret of its addresses."""

    def __init__(self) -> None:
        self.secret = secrets.token_urlsafe(16)
        self._forms = {locale: cycle(forms) for locale, forms in FORMS.items()}
        self._callers = cycle(enumerate(CALLERS * 1000))

    def doors(self, demo: DemoOffice) -> SourcesSite:
        """Returns the addresses at which the office takes it in, as the program has them."""
        variables = {SECRET_ENV: self.secret}
        return SourcesSite(demo.app.arrivals, demo.app.reader, Rates(demo.clock), variables.get)

    async def come(self, origin: URL, way: Way, locale: str) -> int:
        """Sends one. Returns what is answered: the status. `origin`: where the office listens."""
        if way is Way.CALL:
            number, caller = next(self._callers)
            address = origin / "in" / LINE / self.secret % {"phone": caller, "id": f"demo-{number}"}
            return await _send("GET", address)
        name, phone, question, answer = next(self._forms[locale])
        form = {"name": name, "phone": phone, question: answer, "page": "https://okna.example/"}
        return await _send("POST", origin / "in" / SITE / self.secret, form)


async def _send(method: str, address: URL, form: dict[str, str] | None = None) -> int:
    async with ClientSession() as session, session.request(method, address, data=form) as answer:
        return answer.status


async def came(request: web.Request, outside: Outside, locale: str) -> web.Response:
    """Lets one come, as the page asks: 204, or 409 where the office has not taken it in."""
    come = Come.model_validate_json(await request.read())
    status = await outside.come(request.url.origin(), come.way, locale)
    if status == 200:
        return web.Response(status=204)
    return web.json_response({"error": "nobody"}, status=409)
