"""`/duty/….ics`: somebody's own duty for the calendar of their phone, at an address that nobody can guess.

An address is all that is asked for: calendars can send nothing else. It says nothing of clients, and nobody's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from aiohttp import web

from desk.door import Door
from desk.feeds import Gone, own_duties
from screens.texts import texts_for
from storage.ailments import DatabaseAilsError
from storage.offices import NoOfficeError

HEADERS: Final = {
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
STATUS: Final = {Gone.UNKNOWN: 404, Gone.REVOKED: 410}


@dataclass(frozen=True, slots=True)
class FeedSite:
    door: Door

    def add_to(self, site: web.Application) -> None:
        site.router.add_get(r"/duty/{token:[0-9a-f]{40}}.ics", self._calendar)

    async def _calendar(self, request: web.Request) -> web.Response:
        """200, or 304 for whoever has the same already; 404 for an address that nobody made, 410 for a revoked one."""
        try:
            own = await own_duties(self.door, request.match_info["token"])
        except (DatabaseAilsError, NoOfficeError):
            return web.Response(status=503, headers=HEADERS)
        if isinstance(own, Gone):
            return web.Response(status=STATUS[own], headers=HEADERS)
        from bot.duty_calendar import duty_calendar  # few offices have a calendar read: icalendar takes 7 MB

        body = duty_calendar(own, texts_for(own.locale))
        tag = sha256(body).hexdigest()[:32]
        headers = {**HEADERS, "ETag": f'"{tag}"'}
        if any(one.value == tag for one in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        headers["Content-Disposition"] = 'inline; filename="duty.ics"'
        return web.Response(body=body, content_type="text/calendar", charset="utf-8", headers=headers)
