"""The set-up in the ledger: an entry at each change, none where nothing changed, and none while leads move."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update

from bot.commands.verify import DoesNotHoldError
from leads.ledger import canonical, seal
from storage import ledger as ledger_rows
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


def others(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    """The parts of which the digests differ."""
    return {part for part in after if part not in {"terms", "by"} and before[part] != after[part]}


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
        assert others(first, by_file) == by_file["terms"].keys() == {"office", "segments"}
        assert others(by_file, by_tap) == by_tap["terms"].keys() == {"segments"}
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
        assert others(before, after) == {"agreed"}
        assert after["terms"] == {}, "what was agreed is in entries of its own"


async def test_what_decides_stands_there_in_clear_and_nothing_that_is_somebodys(tmp_path: Path) -> None:
    set_up = varied(
        WITH_ADMIN,
        own_phones=["+7 843 200-00-00"],
        own_contacts=["@okna_kazan"],
        people={"petrov": {"capacity": 3, "hours": {"mon-fri": ["09:00-13:00", "14:00-18:00"]}}},
    )
    async with office(tmp_path, set_up) as desk:
        (only,) = await sealed(desk)
        terms = only["terms"]
        assert terms["office"]["timezone"] == "Europe/Moscow"
        assert terms["office"]["hours"] == ["mon-fri 09:00-18:00", "sat 10:00-15:00"]
        assert terms["people"]["petrov"] == {
            "roles": ["manager"],
            "weight": 1.0,
            "capacity": 3,
            "hours": {"weekly": ["mon-fri 09:00-13:00", "mon-fri 14:00-18:00"]},
        }
        assert terms["segments"].keys() == {"tatarstan", "rest"}
        text = json.dumps(terms, ensure_ascii=False)
        assert not re.search("Казань|Петров|843200|okna|keywords|region", text)
        assert "holds" in await desk.verifies()


async def test_only_what_is_other_than_before_is_told_and_who_left_is_nobody(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        await desk.set_up(varied(WITH_ADMIN, people={"petrov": {"capacity": 7}}))
        (_, after) = await sealed(desk)
        assert after["terms"] == {"people": {"petrov": after["terms"]["people"]["petrov"]}}
        assert after["terms"]["people"]["petrov"]["capacity"] == 7


async def test_an_office_whose_set_up_was_sealed_without_it_tells_it_with_the_next_write(
    tmp_path: Path,
) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        await as_it_was_sealed_before(desk)
        assert "holds" in await desk.verifies()
        await desk.restarts()
        await desk.lead()
        before, after = await sealed(desk)
        assert "terms" not in before
        assert after["terms"].keys() == {"office", "people", "segments", "shifts"}
        assert "holds" in await desk.verifies()


async def as_it_was_sealed_before(desk: Desk) -> None:
    """The last entry is the set-up's; without its terms, sealed anew."""
    async with desk.database.writing() as store:
        entries = ledger_rows.everything(store)
        last = entries[-1]
        assert last.kind == "set_up"
        body = canonical({name: value for name, value in json.loads(last.body).items() if name != "terms"})
        previous = entries[-2].seal
        sealed_anew = seal(previous, last.seq, last.at, last.kind, last.lead, body)
        store.execute(update(ledger).where(ledger.c.seq == last.seq).values(body=body, seal=sealed_anew))


async def test_what_is_stored_otherwise_than_in_clear_is_named(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        async with desk.database.writing() as store:
            kept = store.scalar(select(offices.c.settings))
            store.execute(update(offices).values(settings={**(kept or {}), "timezone": "Asia/Tokyo"}))
        with pytest.raises(DoesNotHoldError, match="its timezone is other than the ledger says in clear"):
            await desk.verifies()
        async with desk.database.writing() as store:
            store.execute(update(offices).values(settings=kept))
