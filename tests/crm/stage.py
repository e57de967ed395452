"""An office with a CRM beside it: the real program, and a stand-in on a port of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp.test_utils import TestServer

from storage.tables.crm import crm_leads
from tests.crm.standins.bitrix24 import Bitrix24
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, at_work, empty_database
from tests.stories.people import Person

STAGES = {"new": "NEW", "held": "IN_PROCESS", "reached": "PROCESSED", "won": "CONVERTED", "lost": "JUNK"}
PEOPLE = {"petrov": 7, "sidorova": 8}
BITRIX24 = {"kind": "bitrix24", "secret_env": "CRM_SECRET", "people": PEOPLE, "stages": STAGES}
BOSS: Mapping[str, Any] = {"name": "Борис", "telegram_id": 501, "roles": ["admin"]}


@dataclass
class World:
    desk: Desk
    crm: Bitrix24

    @property
    def boss(self) -> Person:
        """The administrator."""
        return self.desk.person(501)

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
async def office(path: Path, **changes: Any) -> AsyncIterator[World]:
    """An office whose CRM is Bitrix24. `changes`: of its office file, as of `varied`."""
    desk = Desk(await empty_database(path))
    crm = Bitrix24(desk.clock.monotonic, desk.clock.now)
    async with TestServer(crm.site()) as server:
        its = {
            **BITRIX24,
            "url": f"http://127.0.0.1:{server.port}",
            "stages": changes.pop("crm_stages", STAGES),
        }
        text = varied(OFFICE, people={"boss": BOSS, **changes.pop("people", {})}, crm=its, **changes)
        async with at_work(desk, text):
            try:
                yield World(desk, crm)
            finally:
                await desk.app.crm.close()
