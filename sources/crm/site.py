"""The address at which the office's CRM says that a lead was changed there: `/crm/SECRET`.

What it sends is not believed, nor stored: it says which lead to look at. Bitrix24 shows a token besides.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from aiohttp import web

from desk.crm import CrmDesk
from leads.crm import CrmKind
from sources.adapter import are_same
from storage.ailments import DatabaseAilsError
from storage.offices import NoOfficeError

PATIENCE: Final = 10.0  # seconds for a body to arrive
MOST: Final = 500  # fields of one event, and leads
_AMO_LEAD: Final = re.compile(r"leads\[(?:status|responsible|update|delete|restore)\]\[\d{1,4}\]\[id\]")
_NUMBER: Final = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class CrmSite:
    """`wake` lets somebody look at once."""

    desk: CrmDesk
    wake: Callable[[], None]

    def add_to(self, site: web.Application) -> None:
        site.router.add_post("/crm/{secret}", self._come_in)

    async def _come_in(self, request: web.Request) -> web.Response:
        try:
            return await self._heard(request)
        except (DatabaseAilsError, NoOfficeError):
            return web.Response(status=503, headers={"Retry-After": "10"})
        except TimeoutError:
            return web.Response(status=408)

    async def _heard(self, request: web.Request) -> web.Response:
        """Before its body is read, the secret in the address is looked at."""
        crm, own, token = await self.desk.secrets()
        if crm is None or not own or not are_same(request.match_info["secret"], own):
            return web.Response(status=403)
        async with asyncio.timeout(PATIENCE):
            said = _fields(await request.read())
        if crm.kind is CrmKind.BITRIX24 and not are_same(
            said.get("auth[application_token]", ""), token or ""
        ):
            return web.Response(status=403)
        if remotes := _leads(crm.kind, said):
            await self.desk.hear(remotes)
            self.wake()
        return web.Response()


def _fields(content: bytes) -> dict[str, str]:
    """What is no form says nothing."""
    try:
        return dict(parse_qsl(content.decode("utf-8", "replace"), max_num_fields=MOST))
    except ValueError:
        return {}


def _leads(kind: CrmKind, said: dict[str, str]) -> list[str]:
    if kind is CrmKind.BITRIX24:
        is_of_lead = said.get("event", "").upper() in {"ONCRMLEADUPDATE", "ONCRMLEADDELETE"}
        found = [said.get("data[FIELDS][ID]", "")] if is_of_lead else []
    else:
        found = [value for key, value in said.items() if _AMO_LEAD.fullmatch(key)]
    return [one for one in dict.fromkeys(found) if _NUMBER.fullmatch(one)]
