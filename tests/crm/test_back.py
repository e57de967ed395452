"""What is changed in the CRM comes back: an act of the CRM's here, or a note to the head; an echo is nothing."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.settings import Settings
from bot.web import web_site
from desk.crm_task import IN, TOKEN
from storage import secrets
from storage.secrets import SecretOf
from tests.crm.stage import World, amo_office, office
from tests.crm.standins import amocrm, bitrix24
from tests.crm.standins.amocrm import AmoCrm
from tests.crm.standins.bitrix24 import Bitrix24
from tests.stories.words import CLAIM, SALE

LEAD = "Клиент Рустам 8 (843) 200-00-77, окна на дачу"
OWN = "own-secret-in-the-address"
Site = TestClient[web.Request, web.Application]


@asynccontextmanager
async def site(world: World[Any]) -> AsyncIterator[Site]:
    async with world.desk.database.writing() as store:
        secrets.put(store, SecretOf.CRM, IN, OWN)
        secrets.put(store, SecretOf.CRM, TOKEN, bitrix24.TOKEN)
    settings = Settings(_env_file=None, http_port=8443)
    async with TestClient(TestServer(web_site(world.desk.app, settings, world.desk.clock))) as client:
        yield client


async def rings(world: World[Any], client: Site) -> None:
    """Its outgoing webhook tells what there is to tell; the worker looks."""
    for event in world.crm.events():
        async with client.post(f"/crm/{OWN}", data=event) as answer:
            assert answer.status == 200
    await world.works()


async def held(world: World[Bitrix24]) -> int:
    """A lead that Petrov has."""
    await world.desk.lead(LEAD)
    await world.works()
    await world.desk.petrov.taps(CLAIM)
    await world.works()
    return int(world.crm.of(1)[0]["id"])


async def said(world: World[Any]) -> list[tuple[str, dict[str, Any]]]:
    stored = (await world.desk.stored())["ledger"]
    return [(row[3], json.loads(row[5])) for row in stored if row[4] == 1]


async def test_an_echo_of_ours_changes_nothing(tmp_path: Path) -> None:
    async with office(tmp_path) as world, site(world) as client:
        await held(world)
        await world.desk.petrov.taps(SALE)
        await world.desk.petrov.sends("9000")
        await world.works()
        before, asked = await said(world), len(world.crm.asked)
        assert world.crm.told
        await rings(world, client)
        assert await said(world) == before
        assert all(method == "crm.item.get" for method, _ in world.crm.asked[asked:])
        assert not world.told("CRM", world.desk.smirnov)


async def test_a_sale_with_its_amount_is_closed_here_by_the_crm(tmp_path: Path) -> None:
    async with office(tmp_path) as world, site(world) as client:
        lead = await held(world)
        world.crm.edited(lead, stageId="CONVERTED", opportunity=48500)
        await rings(world, client)
        acts = dict(await said(world))
        assert acts["closed"] == {"who": "petrov", "outcome": "won", "by": "_crm_"}
        assert acts["amount"] == {"who": "petrov", "amount": 4850000, "by": "_crm_"}
        assert world.told("отмечена продажа", world.desk.petrov) == 1
        await rings(world, client)
        assert len([kind for kind, _ in await said(world) if kind == "closed"]) == 1


async def test_who_is_responsible_there_has_it_here(tmp_path: Path) -> None:
    async with office(tmp_path) as world, site(world) as client:
        lead = await held(world)
        world.crm.edited(lead, assignedById=8)
        await rings(world, client)
        kind, body = (await said(world))[-1]
        assert kind == "assigned"
        assert (body["by"], body["who"], body["was"]) == ("_crm_", "sidorova", "petrov")
        assert world.desk.sidorova.has(SALE)
        assert not world.desk.petrov.has(SALE)


async def test_a_lead_that_nobody_has_is_not_closed_and_the_head_is_told(tmp_path: Path) -> None:
    async with office(tmp_path) as world, site(world) as client:
        await world.desk.lead(LEAD)
        await world.works()
        world.crm.edited(world.crm.of(1)[0]["id"], stageId="JUNK")
        await rings(world, client)
        assert "closed" not in dict(await said(world))
        assert world.told("ещё никто не взял", world.desk.smirnov) == 1
        world.crm.told.append(world.crm.of(1)[0]["id"])
        await rings(world, client)
        assert world.told("ещё никто не взял", world.desk.smirnov) == 1, "once"
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        assert world.crm.of(1)[0]["stageId"] == "IN_PROCESS", "ours follows"


@pytest.mark.parametrize(("there", "words"), [(9, "неизвестно"), (8, "в команде")])
async def test_somebody_unknown_or_off_the_team_gets_nothing(tmp_path: Path, there: int, words: str) -> None:
    segments = {"tatarstan": {"members": ["petrov"]}}
    async with office(tmp_path, segments=segments) as world, site(world) as client:
        lead = await held(world)
        world.crm.edited(lead, assignedById=there)
        await rings(world, client)
        assert "assigned" not in dict(await said(world))
        assert world.told(words, world.desk.smirnov) == 1
        assert world.desk.petrov.has(SALE)


async def test_what_is_over_stays_so_but_for_undo(tmp_path: Path) -> None:
    async with office(tmp_path) as world, site(world) as client:
        lead = await held(world)
        await world.desk.petrov.taps(SALE)
        await world.works()
        await rings(world, client)
        world.crm.edited(lead, stageId="JUNK")
        await rings(world, client)
        assert world.told("здесь не закрыто", world.desk.smirnov) == 1
        world.crm.edited(lead, stageId="IN_PROCESS")
        await rings(world, client)
        assert (await said(world))[-1][0] == "reopened"
        assert world.desk.petrov.has(SALE)


async def test_later_than_the_office_says_nothing_is_opened_again(tmp_path: Path) -> None:
    async with office(tmp_path) as world, site(world) as client:
        lead = await held(world)
        await world.desk.petrov.taps(SALE)
        await world.works()
        await rings(world, client)
        await world.later(hours=30)
        world.crm.edited(lead, stageId="IN_PROCESS")
        await rings(world, client)
        assert "reopened" not in dict(await said(world))
        assert world.told("здесь он закрыт", world.desk.smirnov) == 1


@pytest.mark.parametrize("which", ["address", "token", "none"])
async def test_whoever_does_not_know_the_secret_is_not_heard(tmp_path: Path, which: str) -> None:
    async with office(tmp_path) as world, site(world) as client:
        lead = await held(world)
        world.crm.told.clear()
        world.crm.edited(lead, stageId="CONVERTED")
        (event,) = world.crm.events()
        if which != "address":
            event["auth[application_token]"] = "wrong" if which == "token" else ""
        address = f"/crm/{OWN}" if which != "address" else "/crm/wrong"
        async with client.post(address, data=event) as answer:
            assert (answer.status, await answer.text()) == (403, "")
        await world.works()
        assert "closed" not in dict(await said(world))


@pytest.mark.parametrize("body", [b"", b"\xff\xfe{", b"event=ONCRMLEADUPDATE", b"a=b&" * 2000])
async def test_what_makes_no_sense_is_passed_over(tmp_path: Path, body: bytes) -> None:
    async with amo_office(tmp_path) as world, site(world) as client:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        async with client.post(f"/crm/{OWN}", data=body, headers=form) as answer:
            assert answer.status == 200


async def amo_held(world: World[AmoCrm]) -> int:
    await world.desk.lead(LEAD)
    await world.works()
    await world.desk.petrov.taps(CLAIM)
    await world.works()
    return int(world.crm.of("№1")[0]["id"])


async def test_amocrm_closes_and_gives_too(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world, site(world) as client:
        lead = await amo_held(world)
        before = await said(world)
        await rings(world, client)
        assert await said(world) == before, "an echo"
        world.crm.edited(lead, "responsible", responsible_user_id=502)
        await rings(world, client)
        assert (await said(world))[-1][0] == "assigned"
        world.crm.edited(lead, "status", status_id=amocrm.WON, price=12000)
        await rings(world, client)
        acts = dict(await said(world))
        assert acts["closed"]["by"] == "_crm_"
        assert acts["amount"]["amount"] == 1200000


async def test_a_change_there_that_the_program_slept_through_is_found_when_it_is_told(tmp_path: Path) -> None:
    async with office(tmp_path) as world, site(world) as client:
        lead = await held(world)
        world.crm.edited(lead, stageId="CONVERTED")
        world.crm.weather.down = True
        await rings(world, client)
        await world.restarts()
        world.crm.weather.down = False
        await world.later(minutes=5)
        assert dict(await said(world))["closed"]["outcome"] == "won"
