"""A lead is in the CRM once, with its client; who has it and what became of it follow."""

from __future__ import annotations

from pathlib import Path

from tests.crm.stage import World, office
from tests.crm.standins.bitrix24 import Bitrix24
from tests.stories.words import CLAIM, REACHED, REFUSAL, SALE, TOO_EXPENSIVE

LEAD = "Клиент Рустам 8 (843) 200-00-77, окна на дачу, r@okna.example"


async def won(world: World[Bitrix24]) -> None:
    await world.desk.lead(LEAD)
    await world.works()
    await world.desk.petrov.taps(CLAIM)
    await world.works()
    await world.desk.petrov.taps(SALE)
    await world.desk.petrov.sends("48 500")
    await world.works()


async def test_a_lead_is_there_with_its_client_from_the_hand_over_on(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await world.desk.anna.sends(LEAD)
        await world.works()
        assert not world.crm.leads, "a draft is nobody's business"
        await world.desk.anna.taps("Передать")
        await world.works()
        (lead,) = world.crm.of(1)
        assert (lead["originatorId"], lead["name"]) == ("fairlead", "Рустам")
        assert [(one["typeId"], one["value"]) for one in lead["fm"]] == [
            ("PHONE", "+78432000077"),
            ("EMAIL", "r@okna.example"),
        ]
        assert "окна на дачу" in lead["comments"]
        assert lead["stageId"] == "NEW"


async def test_its_holder_and_its_outcome_follow(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await won(world)
        (lead,) = world.crm.of(1)
        assert (lead["stageId"], lead["assignedById"]) == ("CONVERTED", 7)
        assert (lead["opportunity"], lead["isManualOpportunity"]) == (48500, "Y")


async def test_progress_and_a_reason_follow_too(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.desk.petrov.taps(CLAIM)
        await world.desk.petrov.taps(REACHED)
        await world.works()
        assert world.crm.of(1)[0]["stageId"] == "PROCESSED"
        await world.desk.petrov.taps(REFUSAL)
        await world.desk.petrov.taps(TOO_EXPENSIVE)
        await world.works()
        (lead,) = world.crm.of(1)
        assert (lead["stageId"], lead["statusDescription"]) == ("JUNK", "дорого")


async def test_what_is_there_already_is_not_sent_again(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await won(world)
        asked = len(world.crm.asked)
        await world.works()
        await world.later(hours=2)
        assert len(world.crm.asked) == asked


async def test_who_is_unknown_there_is_nobody_there(tmp_path: Path) -> None:
    async with office(tmp_path) as world:
        await world.desk.lead("Клиент 8 (495) 212-45-00, окна")
        for person in (world.desk.petrov, world.desk.sidorova, world.desk.ivanov):
            if person.id == world.desk.ivanov.id and person.has(CLAIM):
                await person.taps(CLAIM)
        await world.works()
        assert world.crm.of(1)[0]["assignedById"] == 1, "as the CRM says itself"


async def test_a_lead_of_somebody_who_is_forgotten_is_not_told_of(tmp_path: Path) -> None:
    from desk.erasure import Erasure
    from desk.sought import Sought

    async with office(tmp_path) as world:
        world.crm.weather.down = True
        await world.desk.lead(LEAD)
        await world.works()
        assert await Erasure(world.desk.app.door).erase(Sought(phones=("+78432000077",)))
        world.crm.weather.down = False
        await world.later(minutes=30)
        assert not world.crm.leads
