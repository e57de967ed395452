"""`POST /leads`: another program hands over a lead, and learns its number."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from tests.stories.sources.outside import SITE, TOKEN, outside
from tests.stories.words import CLAIM, HAND_OVER

IRINA = {"source": "crm", "name": "Ирина", "phone": "+79600000001", "text": "Остекление балкона"}
BEARER = {"Authorization": f"Bearer {TOKEN}"}


async def test_it_is_answered_with_the_number_and_goes_on(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        status, said = await world.lead(IRINA)
        assert (status, said) == (202, {"lead": 1, "state": "offered"})
        await world.desk.petrov.taps(CLAIM)
        assert world.desk.petrov.sees("Ирина")
        assert world.desk.petrov.sees("Остекление балкона")


async def test_by_its_key_it_is_once(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        assert (await world.lead(IRINA, **{"Idempotency-Key": "a"}))[0] == 202
        again = await world.lead({**IRINA, "text": "иначе"}, **{"Idempotency-Key": "a"})
        assert again == (200, {"lead": 1, "state": "offered", "duplicate": True})
        other = {**IRINA, "phone": "+79600000002", "id": "b"}
        assert (await world.lead(other))[1]["lead"] == 2
        assert await world.lead(other) == (200, {"lead": 2, "state": "offered", "duplicate": True})


async def test_a_client_with_an_open_lead_comes_to_that(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        await world.lead(IRINA, **{"Idempotency-Key": "a"})
        assert (await world.lead(IRINA, **{"Idempotency-Key": "b"}))[1]["lead"] == 1


async def test_a_source_of_the_office_that_waits_for_the_secretary_waits(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        assert await world.lead({**IRINA, "source": "site"}) == (202, {"lead": None, "state": "draft"})
        assert world.desk.anna.has(HAND_OVER)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"name": "Ирина"}, {"/"}),
        ({**IRINA, "segment": "none"}, {"/segment"}),
        ({**IRINA, "owner": "none"}, {"/owner"}),
        ({**IRINA, "at": "yesterday", "utm": {"source": {}}}, {"/at", "/utm/source"}),
        ({"phone": "нет"}, {"/phone"}),
        ({**IRINA, "text": "x" * 9000}, {"/text"}),
        ({**IRINA, "id": " " + "x" * 500, "name": "x" * 500 + " "}, {"/id", "/name"}),
        ({"phone": "  ", "text": " "}, {"/"}),
    ],
)
async def test_each_mistake_is_named_where_it_is(
    tmp_path: Path, body: dict[str, Any], fields: set[str]
) -> None:
    async with outside(tmp_path) as world:
        status, said = await world.lead(body)
        assert (status, set(said["errors"])) == (422, fields)


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, b"{}", 401),
        ({"Authorization": "Bearer wrong"}, b"{}", 401),
        (BEARER | {"Content-Type": "text/plain"}, b"{}", 415),
        (BEARER | {"Content-Type": "application/json"}, b"{", 400),
        (BEARER | {"Content-Type": "application/json"}, b"[]", 400),
        (BEARER | {"Content-Type": "application/json"}, b"[" * 100_000, 400),
        (BEARER | {"Content-Type": "application/json"}, b"x" * 2_000_000, 413),
    ],
)
async def test_what_is_no_lead_is_refused(
    tmp_path: Path, headers: dict[str, str], body: bytes, status: int
) -> None:
    async with outside(tmp_path) as world:
        assert (await world.send("/leads", data=io.BytesIO(body), headers=headers))[0] == status


async def test_the_owner_who_is_named_is_asked_first(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world:
        await world.lead({**IRINA, "owner": "sidorova"})
        assert world.desk.sidorova.has(CLAIM)


async def test_the_segment_that_is_named_has_it(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        await world.lead({**IRINA, "segment": "rest"})
        assert world.desk.petrov.sees("№1") or world.desk.sidorova.sees("№1") or world.desk.ivanov.sees("№1")


async def test_the_description_says_what_is_taken(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        async with world.client.get("/openapi.json") as answer:
            described = await answer.json()
        assert described["openapi"].startswith("3.1")
        lead = described["components"]["schemas"]["Lead"]["properties"]
        assert set(lead) >= {
            "source",
            "name",
            "phone",
            "email",
            "text",
            "page",
            "utm",
            "at",
            "region",
            "segment",
            "owner",
        }
