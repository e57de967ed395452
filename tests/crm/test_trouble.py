"""What goes wrong with the CRM: nothing is lost, nothing is there twice, and the administrator is told once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientTimeout

from sources.crm import wire
from tests.crm.stage import STAGES, World, office
from tests.crm.standins.bitrix24 import Bitrix24
from tests.stories.words import CLAIM, SALE

LEAD = "Клиент Рустам 8 (843) 200-00-77, окна на дачу"


def adds(world: World[Bitrix24]) -> list[Any]:
    return [body for method, body in world.crm.asked if method == "crm.item.add"]


async def test_an_answer_that_is_lost_makes_no_second_lead(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        world.crm.weather.drops = 1
        await world.desk.lead(LEAD)
        await world.works()
        assert len(world.crm.of(1)) == 1
        await world.later(minutes=3)
        (row,) = await world.rows()
        assert (row["remote"], row["begun_at"]) == (str(world.crm.of(1)[0]["id"]), None)
        assert len(adds(world)) == 1
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        assert world.crm.of(1)[0]["assignedById"] == 7


async def test_who_was_not_heard_is_sent_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "PATIENCE", ClientTimeout(total=0.2))
    async with office(tmp_path) as world:
        world.crm.weather.hangs = True
        await world.desk.lead(LEAD)
        await world.works()
        world.crm.weather.hangs = False
        world.crm.weather.woken.set()
        await world.later(minutes=3)
        assert len(world.crm.of(1)) == 1


async def test_what_is_changed_twice_while_nobody_knows_is_right_in_the_end(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.works()
        world.crm.weather.drops = 1
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        await world.desk.petrov.taps(SALE)
        await world.desk.petrov.sends("9000")
        await world.later(minutes=3)
        (lead,) = world.crm.of(1)
        assert (lead["stageId"], lead["assignedById"], lead["opportunity"]) == ("CONVERTED", 7, 9000)


async def test_a_day_without_it_loses_nothing_and_is_told_once(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        world.crm.weather.down = True
        for _ in range(5):
            await world.desk.lead()
            await world.later(minutes=10)
        for _ in range(24):
            await world.later(hours=1)
        assert world.told("не отвечает больше пятнадцати минут") == 1
        assert not world.crm.leads
        world.crm.weather.down = False
        await world.later(hours=2)
        assert [len(world.crm.of(number)) for number in range(1, 6)] == [1] * 5
        assert [body["fields"]["originId"] for body in adds(world)] == ["1", "2", "3", "4", "5"]
        assert world.told("CRM снова отвечает") == 1


async def test_who_looks_away_for_a_minute_is_not_told_of(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        world.crm.weather.down = True
        await world.desk.lead(LEAD)
        await world.later(minutes=5)
        world.crm.weather.down = False
        await world.later(minutes=10)
        assert len(world.crm.of(1)) == 1
        assert not world.told("CRM")


@pytest.mark.parametrize("why", ["revoked", "blocked"])
async def test_a_key_that_is_refused_stops_and_is_told_once(tmp_path: Path, why: str) -> None:
    async with office(tmp_path) as world:
        setattr(world.crm.weather, why, True)
        await world.desk.lead(LEAD)
        await world.desk.lead()
        for _ in range(5):
            await world.later(minutes=30)
        assert world.told("больше не пускает") == 1
        assert len(await world.rows()) == 2
        setattr(world.crm.weather, why, False)
        await world.later(hours=2)
        assert world.told("CRM снова отвечает") == 1
        assert len(world.crm.leads) == 2


async def test_its_limit_is_kept_whatever_there_is_to_do(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        for _ in range(80):
            await world.desk.lead()
        await world.works()
        assert len(world.crm.leads) == 80
        assert world.crm.refused == 0


async def test_who_others_have_used_up_is_waited_for(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        world.crm._used, world.crm._at = 60.0, world.crm.monotonic()
        await world.desk.lead(LEAD)
        await world.works()
        assert world.crm.refused == 1
        for _ in range(10):
            await world.later(seconds=3)
        assert len(world.crm.of(1)) == 1
        assert not world.told("CRM")


async def test_a_stage_that_is_gone_there_keeps_no_other_lead(tmp_path: Path) -> None:
    stages = {**STAGES, "held": "DELETED"}
    async with office(tmp_path, crm_stages=stages) as world:
        await world.desk.lead(LEAD)
        await world.desk.petrov.taps(CLAIM)
        await world.desk.lead()
        await world.works()
        await world.later(minutes=2)
        assert world.told("CRM не приняла лид №1") == 1
        assert not world.crm.of(1)
        assert len(world.crm.of(2)) == 1


async def test_a_lead_that_was_deleted_there_stays_away(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.works()
        world.crm.deleted(world.crm.of(1)[0]["id"])
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        await world.desk.petrov.taps(SALE)
        await world.works()
        assert not world.crm.leads
        assert (await world.rows())[0]["gone"]
        assert not world.told("CRM")


async def test_what_is_due_is_brought_by_the_next_program(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.works()
        await world.desk.petrov.taps(CLAIM)
        world.crm.weather.down = True
        await world.restarts()
        world.crm.weather.down = False
        await world.works()
        assert world.crm.of(1)[0]["assignedById"] == 7
