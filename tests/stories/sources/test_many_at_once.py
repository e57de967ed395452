"""A thousand forms in a second, and a program that dies at any moment: nothing is lost, doubled or out of order."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from storage.tables.requests import requests
from tests.stories.sources.outside import SECRET, SITE, TOKEN, outside, reading

ADDRESS = f"/in/site/{SECRET}"
MANY = 1000
LEAD = [column.name for column in requests.c].index("lead")


@pytest.mark.usefixtures("sqlite_threads")
async def test_a_thousand_in_a_second_are_stored_and_shared_in_their_order(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world:

        async def one(number: int) -> int:
            form = {"name": "Ирина", "phone": f"+7960{number:07}", "id": str(number)}
            async with world.client.post(ADDRESS, data=form) as answer:
                return answer.status

        statuses = await asyncio.gather(*map(one, range(MANY)))
        assert set(statuses) == {200}
        stored = await world.desk.stored()
        assert len(stored["requests"]) == MANY
        await world.desk.app.reader.read_all()
        stored = await world.desk.stored()
        read = {row[0]: row for row in stored["requests"]}
        assert len({row[LEAD] for row in read.values()}) == MANY, "each is a lead of its own"
        numbers = {row[0]: row[2] for row in stored["leads"]}
        assert [numbers[read[id][LEAD]] for id in sorted(read)] == list(range(1, MANY + 1))


async def test_beyond_that_a_source_is_told_to_wait(tmp_path: Path) -> None:
    async with outside(tmp_path) as world:
        statuses = []
        for _ in range(2001):
            async with world.client.post(ADDRESS, data={"phone": "+79600000001"}) as answer:
                statuses.append(answer.status)
                last = answer.headers.get("Retry-After")
        assert statuses[:2000] == [200] * 2000
        assert (statuses[-1], last) == (429, "1")
        world.desk.clock.advance(timedelta(seconds=1))
        async with world.client.post(ADDRESS, data={"phone": "+79600000001"}) as answer:
            assert answer.status == 200


async def test_one_that_comes_by_two_ways_at_once_is_one_lead(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world, reading(world.desk):
        bearer = {"Authorization": f"Bearer {TOKEN}"}
        irina = {"name": "Ирина", "phone": "+79600000001"}
        by_form = [world.client.post(ADDRESS, data={**irina, "n": n}) for n in "123"]
        by_program = [world.client.post("/leads", json={**irina, "text": n}, headers=bearer) for n in "456"]
        answers = await asyncio.gather(*by_form, *by_program)
        assert {answer.status for answer in answers} <= {200, 202}
        for answer in answers:
            answer.release()
        await world.read()
        handed = [row for row in (await world.desk.stored())["ledger"] if row[3] == "handed"]
        assert len(handed) == 1
