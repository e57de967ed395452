"""The set-up in the ledger: an entry at each change, none where nothing changed, and none while leads move."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update

from bot.commands.verify import DoesNotHoldError
from storage.tables.leads import ledger
from storage.tables.office import offices, people
from tests.offices import DUTY, WITH_ADMIN, varied
from tests.stories.desk import Desk, office
from tests.stories.duties import seeks
from tests.stories.test_people import invites
from tests.stories.words import CLAIM, TAKE_SHIFT


async def sealed(desk: Desk) -> list[dict[str, Any]]:
    async with desk.database.reading() as store:
        bodies = store.scalars(select(ledger.c.body).where(ledger.c.kind == "set_up").order_by(ledger.c.seq))
        return [json.loads(body) for body in bodies]


async def test_each_change_is_an_entry_and_a_days_work_is_none(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        assert len(await sealed(desk)) == 1, "the office file"
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        await desk.sidorova.sends("/off")
        await desk.sidorova.sends("/on")
        await desk.passes(days=1)
        await desk.set_up(WITH_ADMIN)
        assert len(await sealed(desk)) == 1, "the same file again, and a day at work"
        await desk.set_up(varied(WITH_ADMIN, ack_timeout="6m"))
        await desk.smirnov.sends("/office")
        await desk.smirnov.taps("Схема: Татарстан")
        await desk.smirnov.taps("поровну по долям", on="Схема: Татарстан")
        first, by_file, by_tap = await sealed(desk)
        assert {part for part in first if first[part] != by_file[part]} == {"office", "segments"}
        assert {part for part in first if by_tap[part] != by_file[part]} == {"segments"}
        assert by_tap["segments"]["tatarstan"] != by_file["segments"]["tatarstan"]


async def test_whoever_comes_in_is_in_the_next_seal_and_his_account_is_not(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        token = await invites(desk, "➕ Менеджер")
        await desk.stranger(700, "Рита").starts(token)
        *_, before, after = await sealed(desk)
        assert after["people"].keys() - before["people"].keys() == {"u700"}
        assert after["people"]["petrov"] == before["people"]["petrov"]
        async with desk.database.reading() as store:
            key = store.scalar(select(offices.c.account_key))
        assert key and key not in json.dumps([before, after])


@pytest.mark.parametrize("column", ["roles", "capacity", "telegram_id", "name"])
async def test_whatever_is_changed_behind_the_programs_back_is_named(tmp_path: Path, column: str) -> None:
    values = {"roles": ["head"], "capacity": 0, "telegram_id": 999, "name": "Иван"}
    async with office(tmp_path) as desk:
        async with desk.database.writing() as store:
            kept = store.scalar(select(people.c[column]).where(people.c.id == "petrov"))
            store.execute(update(people).where(people.c.id == "petrov").values({column: values[column]}))
        with pytest.raises(DoesNotHoldError, match="petrov: set up otherwise than entry"):
            await desk.verifies()
        async with desk.database.writing() as store:
            store.execute(update(people).where(people.c.id == "petrov").values({column: kept}))


async def test_an_office_of_an_older_version_is_sealed_before_anything_else_is_written(
    tmp_path: Path,
) -> None:
    async with office(tmp_path) as desk:
        await as_an_older_version_left_it(desk)
        assert "the set-up is not sealed yet" in await desk.verifies()
        await desk.restarts()
        await desk.lead()
        async with desk.database.reading() as store:
            kinds = list(store.scalars(select(ledger.c.kind).order_by(ledger.c.seq)))
        assert kinds.index("set_up") < kinds.index("handed")
        assert "the set-up is as entry" in await desk.verifies()


async def as_an_older_version_left_it(desk: Desk) -> None:
    async with desk.database.writing() as store:
        last = select(func.max(ledger.c.seq)).scalar_subquery()
        store.execute(delete(ledger).where(ledger.c.kind == "set_up", ledger.c.seq == last))
        store.execute(update(offices).values(set_up_entry=None, ledger_length=offices.c.ledger_length - 1))


async def test_agreed_duty_is_sealed_too(tmp_path: Path) -> None:
    async with office(tmp_path, DUTY) as desk:
        await seeks(desk.petrov, "вт 24.11")
        await desk.ivanov.taps(TAKE_SHIFT)
        before, after = (await sealed(desk))[-2:]
        assert {part for part in before if before[part] != after[part]} == {"agreed"}
