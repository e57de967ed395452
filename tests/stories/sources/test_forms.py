"""A form that somebody fills in on the office's site: a draft for the secretary, or a lead that goes straight on."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from desk.erasure import Erasure
from desk.sought import Sought
from storage.tables.requests import requests
from tests.stories.sources.outside import SECRET, SITE, outside
from tests.stories.words import CLAIM, DISCARD, HAND_OVER, SALE

FORM = {
    "name": "Ирина Белова",
    "phone": "+7 960 000-00-01",
    "Сколько окон?": "3",
    "page_url": "https://okna.example/?utm_source=vk",
}
ADDRESS = f"/in/site/{SECRET}"
BODY = [column.name for column in requests.c].index("body")


async def test_a_form_is_a_draft_that_says_all_that_the_form_said(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        assert await world.send(ADDRESS, data=FORM) == (200, "ok")
        anna = world.desk.anna
        assert anna.sees("Ирина Белова")
        assert anna.sees("Сколько окон?: 3")
        assert anna.sees("okna.example")
        assert anna.sees("Сайт")
        await anna.taps(HAND_OVER)
        await world.desk.petrov.taps(CLAIM)
        assert world.desk.petrov.sees("+7 960 000-00-01")
        await world.desk.petrov.taps(SALE)


async def test_a_source_may_hand_over_by_itself(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world:
        await world.send(ADDRESS, data=FORM)
        assert not world.desk.anna.has(HAND_OVER)
        await world.desk.petrov.taps(CLAIM)
        assert world.desk.petrov.sees("Ирина Белова")


async def test_the_same_form_sent_again_is_the_same_lead(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world:
        for _ in range(3):
            assert await world.send(ADDRESS, data=FORM) == (200, "ok")
        assert len([m for m in world.desk.petrov.messages() if m.button(CLAIM)]) == 1
        await world.desk.petrov.taps(CLAIM)
        assert not world.desk.petrov.sees("Обратился ещё раз")


async def test_who_writes_again_is_added_to_the_open_lead_and_rings_its_holder(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world:
        await world.send(ADDRESS, data=FORM)
        await world.desk.petrov.taps(CLAIM)
        rings = world.desk.telegram.chats[world.desk.petrov.id].last_id
        await world.desk.passes(hours=1)
        await world.send(ADDRESS, data={**FORM, "Сколько окон?": "5"})
        assert world.desk.telegram.chats[world.desk.petrov.id].last_id > rings
        assert world.desk.petrov.sees("Сколько окон?: 5")
        assert not world.desk.sidorova.has(CLAIM)


async def test_a_form_of_whom_the_secretary_is_just_writing_down_is_in_that_draft(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        await world.desk.anna.sends("Ирина 8 960 000-00-01 звонила, хочет балкон")
        await world.send(ADDRESS, data=FORM)
        assert len([m for m in world.desk.anna.messages() if m.button(HAND_OVER)]) == 1
        assert world.desk.anna.sees("хочет балкон")
        assert world.desk.anna.sees("Сколько окон?: 3")


@pytest.mark.parametrize(
    "address", ["/in/site/wrong", "/in/site", "/in/site/", "/in/nobody/site-secret", "/in/site/site-secret/x"]
)
async def test_nobody_else_brings_leads_in_its_name(tmp_path: Path, address: str) -> None:
    async with outside(tmp_path) as world:
        status, said = await world.send(address, data=FORM)
        assert (status, said) == (403, "")
        assert not world.desk.anna.has(HAND_OVER)


async def test_a_draft_that_came_by_itself_is_every_secretarys_until_one_touches_it(tmp_path: Path) -> None:
    vera = {"name": "Вера", "telegram_id": 102, "roles": ["secretary"]}
    async with outside(tmp_path, people={"vera": vera}) as world:
        desk = world.desk
        await world.send(ADDRESS, data=FORM)
        other = desk.person(102)
        assert desk.anna.has(HAND_OVER) and other.has(HAND_OVER)
        await other.taps(HAND_OVER)
        assert not desk.anna.has(HAND_OVER)
        assert other.sees("№1")


async def test_it_can_be_thrown_away(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        await world.send(ADDRESS, data=FORM)
        await world.desk.anna.taps(DISCARD)
        assert not world.desk.anna.has(HAND_OVER)
        await world.send(ADDRESS, data=FORM)
        assert not world.desk.anna.has(HAND_OVER), "sent again, it is the same"


async def test_where_nobody_hands_leads_over_a_form_goes_straight_on(tmp_path: Path) -> None:
    async with outside(tmp_path, people={"anna": None}) as world:
        await world.send(ADDRESS, data=FORM)
        assert world.desk.petrov.has(CLAIM)


async def test_what_cannot_be_read_is_kept_and_the_administrator_is_told_once(tmp_path: Path) -> None:
    boss = {"name": "Борис", "telegram_id": 501, "roles": ["admin"]}
    async with outside(tmp_path, people={"boss": boss}) as world:
        for body in ("{", '{"a": "ничего"}', "[1, 2]"):
            status = await world.send(ADDRESS, data=body, headers={"Content-Type": "application/json"})
            assert status == (200, "ok")
        admin = world.desk.person(501)
        assert len([m for m in admin.messages() if "не могу прочитать" in m.text]) == 1
        assert not world.desk.anna.has(HAND_OVER)


async def test_what_is_too_large_is_refused(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        assert (await world.send(ADDRESS, data=io.BytesIO(b"x" * 2_000_000)))[0] == 413
        assert await world.send(ADDRESS, data=FORM) == (200, "ok")


async def test_a_form_is_read_after_a_restart(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        async with world.client.post(ADDRESS, data=FORM) as answer:
            assert answer.status == 200
        await world.desk.restarts()
        await world.read()
        assert len([m for m in world.desk.anna.messages() if m.button(HAND_OVER)]) == 1


async def test_an_erased_client_is_in_nothing_that_came(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world:
        await world.send(ADDRESS, data=FORM)
        await world.send(ADDRESS, data={"a": "b", "c": "звонить +7 960 000-00-01"}, headers={})
        await world.send(
            ADDRESS,
            data='{"x": {"y": "\\u0438 8 960 000 00 01"',
            headers={"Content-Type": "application/json"},
        )
        await Erasure(world.desk.app.door).erase(Sought(phones=("+79600000001",)))
        assert not [row for row in (await world.desk.stored())["requests"] if b"960" in row[BODY]]
