"""A client who is put right here is put right in the CRM, once; what people have put there stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desk.erasure import Erasure
from desk.sought import Sought
from tests.crm.stage import World, amo_office, office
from tests.crm.standins.amocrm import AmoCrm
from tests.crm.standins.bitrix24 import Bitrix24
from tests.stories.words import APART, CLAIM, CORRECT, NAME, PHONE

LEAD = "Клиент Рустам 8 (843) 200-00-77, окна на дачу, r@okna.example"
WRONG, RIGHT = "+78432000077", "+78432000078"


async def says(world: World[Any], what: str, words: str, on: str = "№1") -> None:
    """Petrov puts it right, and the worker works."""
    await world.desk.petrov.taps(CORRECT, on=on)
    await world.desk.petrov.taps(what, on=on)
    await world.desk.petrov.sends(words)
    await world.works()


async def held(world: World[Any]) -> None:
    await world.desk.lead(LEAD)
    await world.works()
    await world.desk.petrov.taps(CLAIM)
    await world.works()


def there(world: World[Bitrix24], number: int = 1) -> tuple[str | None, list[str]]:
    (lead,) = world.crm.of(number)
    return lead["name"], [one["value"] for one in lead["fm"] if one["typeId"] == "PHONE"]


def in_amo(world: World[AmoCrm]) -> tuple[str, list[str]]:
    (lead,) = world.crm.of("№1")
    fields = lead["contact"].get("custom_fields_values", ())
    values = [value for one in fields if one["field_code"] == "PHONE" for value in one["values"]]
    return lead["contact"]["name"], [one["value"] for one in values]


async def test_a_name_and_a_number_that_are_put_right_follow_and_nothing_else_changes(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await held(world)
        (lead,) = world.crm.of(1)
        before = {key: value for key, value in lead.items() if key not in {"name", "fm"}}
        await says(world, NAME, "Ильдар Сафин")
        await says(world, PHONE, "8 (843) 200-00-78")
        assert there(world) == ("Ильдар Сафин", [RIGHT])
        assert {key: value for key, value in lead.items() if key not in {"name", "fm"}} == before
        assert [one["value"] for one in lead["fm"] if one["typeId"] == "EMAIL"] == ["r@okna.example"]
        asked = len(world.crm.asked)
        await world.works()
        await world.later(hours=2)
        assert len(world.crm.asked) == asked, "once"


async def test_what_somebody_has_put_right_there_stays(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await held(world)
        (lead,) = world.crm.of(1)
        number = next(one for one in lead["fm"] if one["typeId"] == "PHONE")
        world.crm.edited(
            lead["id"],
            name="Сафин Ильдар Рустамович",
            fm=[number, {"id": 900, "typeId": "PHONE", "valueType": "HOME", "value": "8 960 000-00-01"}],
        )
        await says(world, NAME, "Ильдар")
        await says(world, PHONE, "8 (843) 200-00-78")
        assert there(world) == ("Сафин Ильдар Рустамович", [RIGHT, "8 960 000-00-01"])


async def test_every_open_lead_of_a_client_is_called_so(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await held(world)
        await world.desk.anna.sends("Клиент Рустам 8 (843) 200-00-77, ещё балкон")
        await world.desk.anna.taps(APART)
        await world.works()
        numbers = sorted(int(one["originId"]) for one in world.crm.leads.values())
        await says(world, NAME, "Ильдар")
        assert [there(world, number)[0] for number in numbers] == ["Ильдар"] * 2


async def test_an_answer_that_is_lost_doubles_no_number_and_a_second_change_meanwhile_follows(
    tmp_path: Path,
) -> None:
    async with office(tmp_path) as world:
        await held(world)
        world.crm.weather.drops = 2  # of the look, and of the change after it
        await says(world, PHONE, "8 (843) 200-00-78")
        await world.later(minutes=3)
        await says(world, PHONE, "8 (843) 200-00-79")
        for _ in range(3):
            await world.later(minutes=5)
        assert there(world) == ("Рустам", ["+78432000079"])
        assert (await world.rows())[0]["telling"] is None


async def test_a_day_without_it_costs_one_change(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await held(world)
        world.crm.weather.down = True
        await says(world, NAME, "Ильдар")
        await says(world, NAME, "Тимур")
        world.crm.weather.down = False
        await world.later(hours=2)
        assert there(world)[0] == "Тимур"
        changes = [
            body
            for method, body in world.crm.asked
            if method == "crm.item.update" and "name" in body["fields"]
        ]
        assert len(changes) == 1


async def test_of_who_is_forgotten_no_mark_is_kept(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await held(world)
        (row,) = await world.rows()
        assert row["told"] and "Рустам" not in str(row) and "2000077" not in str(row)
        assert await Erasure(world.desk.app.door).erase(Sought(phones=(WRONG,)))
        await world.later(hours=1)
        (row,) = await world.rows()
        assert (row["told"], row["telling"]) == (None, None)
        assert there(world) == ("Рустам", [WRONG]), "what is there has to be erased there"


async def test_amocrm_follows_when_somebody_has_it(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.works()
        await world.desk.anna.taps(CORRECT, on="№1")
        await world.desk.anna.taps(NAME, on="№1")
        await world.desk.anna.sends("Ильдар")
        await world.works()
        assert world.crm.unsorted and in_amo(world) == ("Рустам", [WRONG]), "nobody has taken it in yet"
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        assert in_amo(world) == ("Ильдар", [WRONG])
        await says(world, PHONE, "8 (843) 200-00-78")
        assert in_amo(world) == ("Ильдар", [RIGHT])
        fields = world.crm.of("№1")[0]["contact"]["custom_fields_values"]
        assert "EMAIL" in {one["field_code"] for one in fields}, "what is not put right stays as it is"
        asked = len(world.crm.asked)
        await world.later(hours=2)
        assert len(world.crm.asked) == asked


async def test_in_amocrm_what_somebody_has_put_right_stays_and_who_was_deleted_stays_away(
    tmp_path: Path,
) -> None:
    async with amo_office(tmp_path) as world:
        await held(world)
        (lead,) = world.crm.of("№1")
        lead["contact"]["name"] = "Ильдар Сафин, директор"
        await says(world, NAME, "Ильдар")
        assert in_amo(world)[0] == "Ильдар Сафин, директор"
        world.crm.contacts.clear()
        await says(world, PHONE, "8 (843) 200-00-78")
        (row,) = await world.rows()
        assert (row["gone"], row["code"], row["pushed"]) == (False, None, row["wanted"])


async def test_who_had_no_name_in_amocrm_is_called_as_the_lead_and_then_by_name(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world:
        await world.desk.lead("8 (843) 200-00-77, окна на дачу")
        await world.works()
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        assert "№1" in in_amo(world)[0]
        await says(world, NAME, "Ильдар")
        assert in_amo(world) == ("Ильдар", [WRONG])
