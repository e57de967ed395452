"""An office with a CRM beside it: the real program, and a stand-in on a port of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from aiogram import Bot
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app import App, build_app
from storage.tables.crm import crm_leads
from tests.crm.standins import amocrm
from tests.crm.standins.amocrm import AmoCrm
from tests.crm.standins.bitrix24 import Bitrix24
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, at_work, empty_database
from tests.stories.people import Person

T = TypeVar("T", Bitrix24, AmoCrm)
PUBLIC = "https://fairlead.example"

STAGES = {"new": "NEW", "held": "IN_PROCESS", "reached": "PROCESSED", "won": "CONVERTED", "lost": "JUNK"}
PEOPLE = {"petrov": 7, "sidorova": 8}
BITRIX24 = {"kind": "bitrix24", "secret_env": "CRM_SECRET", "people": PEOPLE, "stages": STAGES}
AMO_STAGES = {"held": amocrm.FIRST, "met": amocrm.TALKS, "won": amocrm.WON, "lost": amocrm.LOST}
AMOCRM = {
    "kind": "amocrm",
    "secret_env": "AMO_TOKEN",
    "people": {"petrov": 501, "sidorova": 502},
    "stages": {stage: str(id) for stage, id in AMO_STAGES.items()},
}
BOSS: Mapping[str, Any] = {"name": "Борис", "telegram_id": 501, "roles": ["admin"]}


class Reached(Desk):
    """The outside reaches its pages. `url`: of the CRM beside it."""

    url = ""

    def _build(self) -> App:
        bot, name = Bot(self.telegram.token, session=self._session()), self.telegram.bot.username or ""
        return build_app(bot, name, self.database, self.clock, self.admins, public_url=PUBLIC)


@dataclass
class World(Generic[T]):
    desk: Reached
    crm: T

    @property
    def boss(self) -> Person:
        """The administrator."""
        return self.desk.person(501)

    def told(self, words: str, who: Person | None = None) -> int:
        """How often somebody, or else the administrator, was told so."""
        return len([message for message in (who or self.boss).messages() if words in message.text])

    async def works(self) -> None:
        """The worker does what there is to do now, and whoever is told is told."""
        await self.desk.app.crm.work()
        await self.desk.settle()

    async def later(self, **time: float) -> None:
        await self.desk.passes(**time)
        await self.works()

    async def restarts(self) -> None:
        await self.desk.app.crm.close()
        await self.desk.restarts()

    async def rows(self) -> list[Mapping[str, Any]]:
        """What is stored of its leads."""
        stored = await self.desk.stored()
        return [dict(zip(crm_leads.c.keys(), row, strict=True)) for row in stored["crm_leads"]]


@asynccontextmanager
async def office(path: Path, *, connected: bool = True, **changes: Any) -> AsyncIterator[World[Bitrix24]]:
    """An office whose CRM is Bitrix24. `changes`: of its office file, as of `varied`."""
    desk = Reached(await empty_database(path))
    crm = Bitrix24(desk.clock.monotonic, desk.clock.now)
    its = {**BITRIX24, "stages": changes.pop("crm_stages", STAGES)} if connected else {}
    async with _open(desk, crm.site(), its, **changes):
        yield World(desk, crm)


@asynccontextmanager
async def amo_office(path: Path, *, connected: bool = True, **changes: Any) -> AsyncIterator[World[AmoCrm]]:
    """The same with amoCRM."""
    desk = Reached(await empty_database(path))
    crm = AmoCrm(desk.clock.monotonic)
    async with _open(desk, crm.site(), AMOCRM if connected else {}, **changes):
        yield World(desk, crm)


@asynccontextmanager
async def _open(
    desk: Reached, site: web.Application, its: Mapping[str, Any], **changes: Any
) -> AsyncIterator[None]:
    async with TestServer(site) as server:
        desk.url = f"http://127.0.0.1:{server.port}"
        people = {"boss": BOSS, **changes.pop("people", {})}
        there = {**its, "url": desk.url} if its else None
        async with at_work(desk, varied(OFFICE, people=people, crm=there, **changes)):
            try:
                yield
            finally:
                await desk.app.crm.close()
