"""The office's CRM: killed between asking and noting what was answered, a lead is there once, and as it is to be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast

from desk.crm_remote import Keys
from desk.crm_task import OUT
from sources.crm.bitrix24 import Bitrix24
from sources.crm.lines import Lines
from sources.crm.wire import Answered, Wire
from storage import secrets
from storage.secrets import SecretOf
from tests.crm.standins import bitrix24 as standin
from tests.faults.chapters.chapter import Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.offices import OFFICE, varied
from tests.stories.words import CLAIM, CORRECT, PHONE, SALE

URL = "https://okna.bitrix24.ru"
STAGES = {"new": "NEW", "held": "IN_PROCESS", "won": "CONVERTED", "lost": "JUNK"}
WITH_CRM = varied(
    OFFICE, crm={"kind": "bitrix24", "url": URL, "people": {"petrov": 7, "sidorova": 8}, "stages": STAGES}
)


@dataclass
class InProcess:
    """The stand-in without a connection: the program may die before it is asked, and before it has answered."""

    desk: MortalDesk
    crm: standin.Bitrix24
    closed: bool = field(default=False)

    def connect(self, keys: Keys) -> Bitrix24:
        return Bitrix24(cast("Wire", self), keys.secret, str)

    async def ask(self, _: str, path: str, body: Mapping[str, Any]) -> Answered:
        """Answers as `Wire` does."""
        async with self.desk.death.around():
            known = standin.METHODS[path.rpartition("/")[2].removesuffix(".json")]
            try:
                answer = known(self.crm, json.loads(json.dumps(body)))
            except standin.WrongError as wrong:
                return Answered(wrong.status, {"error": wrong.code})
            return Answered(200, answer)


async def connected(desk: MortalDesk) -> None:
    """The key was typed."""

    async def put() -> None:
        async with desk.database.writing() as store:
            secrets.put(store, SecretOf.CRM, OUT, standin.SECRET)

    await desk.unless_killed(put)


async def works(desk: MortalDesk, crm: standin.Bitrix24) -> None:
    """The worker of whichever program lives; what nobody knows of is looked for two minutes later."""

    async def work() -> None:
        worker = desk.app.crm
        worker._lines = cast("Lines", InProcess(desk, crm))
        await worker.work()

    await desk.unless_killed(work)
    desk.clock.advance(timedelta(minutes=2))
    await desk.unless_killed(work)
    await desk.settle()


async def claimed_and_shown(desk: MortalDesk) -> tuple[standin.Bitrix24, dict[str, Any]]:
    """Returns the CRM, and what stands there of a lead that somebody has claimed."""
    crm = standin.Bitrix24(desk.clock.monotonic, desk.clock.now)
    await connected(desk)
    await desk.lead("Клиент Рустам 8 (843) 200-00-77, окна")
    await desk.petrov.taps(CLAIM)
    await works(desk, crm)
    (lead,) = crm.of(1)
    return crm, lead


async def a_lead_that_a_crm_shows(desk: MortalDesk) -> None:
    crm = standin.Bitrix24(desk.clock.monotonic, desk.clock.now)
    await connected(desk)
    await desk.lead("Клиент Рустам 8 (843) 200-00-77, окна")
    await works(desk, crm)
    await desk.petrov.taps(CLAIM)
    await works(desk, crm)
    await desk.petrov.taps(SALE)
    await works(desk, crm)
    (lead,) = crm.of(1)
    assert (lead["stageId"], lead["assignedById"], lead["name"]) == ("CONVERTED", 7, "Рустам")
    assert len(crm.leads) == 1


async def a_client_who_is_put_right(desk: MortalDesk) -> None:
    """Twice, with a number of their own that somebody has added there."""
    crm, lead = await claimed_and_shown(desk)
    lead["fm"].append({"id": 900, "typeId": "PHONE", "valueType": "HOME", "value": "8 960 000-00-01"})
    for phone in ("8 (843) 200-00-78", "8 (843) 200-00-79"):
        await desk.petrov.taps(CORRECT, on="№1")
        await desk.petrov.taps(PHONE, on="№1")
        await desk.petrov.sends(phone)
        await works(desk, crm)
    assert sorted(one["value"] for one in lead["fm"]) == ["+78432000079", "8 960 000-00-01"]
    assert len(crm.leads) == 1


async def a_lead_that_a_crm_closes(desk: MortalDesk) -> None:
    """What is changed there comes back: once, whenever the program dies."""
    crm, lead = await claimed_and_shown(desk)
    crm.edited(lead["id"], stageId="CONVERTED", opportunity=9000)

    async def hear() -> None:
        await desk.app.crm.desk.hear([str(lead["id"])])

    await desk.unless_killed(hear)
    await works(desk, crm)
    assert (lead["stageId"], lead["opportunity"]) == ("CONVERTED", 9000)


CRM = {
    "a client who is put right in a CRM": Chapter(
        a_client_who_is_put_right, frozenset({"claimed", "corrected"}), WITH_CRM
    ),
    "a lead that a CRM closes": Chapter(
        a_lead_that_a_crm_closes, frozenset({"claimed", "closed", "amount"}), WITH_CRM
    ),
    "a lead that a CRM shows": Chapter(
        a_lead_that_a_crm_shows, frozenset({"handed", "claimed", "closed"}), WITH_CRM
    ),
}
