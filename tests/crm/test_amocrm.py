"""amoCRM: a lead comes into `Неразобранное` once, is accepted by whoever takes it, and its outcome follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crm.stage import amo_office
from tests.crm.standins import amocrm
from tests.stories.words import CLAIM, MEETING, MET_ALREADY, REFUSAL, SALE, TOO_EXPENSIVE, WITHDRAW

LEAD = "Клиент Рустам 8 (843) 200-00-77, окна на дачу, r@okna.example"


async def test_a_lead_that_nobody_has_is_unsorted_with_its_client(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.works()
        (lead,) = world.crm.of("№1")
        assert lead["status_id"] == amocrm.UNSORTED_STAGE
        assert lead["contact"]["name"] == "Рустам"
        fields = {
            one["field_code"]: one["values"][0]["value"] for one in lead["contact"]["custom_fields_values"]
        }
        assert fields == {"PHONE": "+78432000077", "EMAIL": "r@okna.example"}
        assert world.crm.notes[0][0] == lead["id"]
        assert "окна на дачу" in world.crm.notes[0][1]


async def test_who_takes_it_accepts_it_and_its_outcome_follows(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.works()
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        (lead,) = world.crm.of("№1")
        assert (lead["status_id"], lead["responsible_user_id"]) == (amocrm.FIRST, 501)
        assert not world.crm.unsorted
        await world.desk.petrov.taps(MEETING)
        await world.desk.petrov.taps(MET_ALREADY)
        await world.works()
        assert lead["status_id"] == amocrm.TALKS
        await world.desk.petrov.taps(SALE)
        await world.desk.petrov.sends("48 500")
        await world.works()
        assert (lead["status_id"], lead["price"]) == (amocrm.WON, 48500)


async def test_why_a_client_refused_is_told_where_amocrm_calls_it_so(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.desk.petrov.taps(CLAIM)
        await world.desk.petrov.taps(REFUSAL)
        await world.desk.petrov.taps(TOO_EXPENSIVE)
        await world.works()
        (lead,) = world.crm.of("№1")
        await world.works()
        assert (lead["status_id"], lead["loss_reason_id"]) == (amocrm.LOST, 31)


async def test_what_somebody_has_accepted_there_is_changed_like_any_other(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.works()
        world.crm.unsorted.clear()
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        (lead,) = world.crm.of("№1")
        assert (lead["status_id"], lead["responsible_user_id"]) == (amocrm.FIRST, 501)


async def test_what_is_taken_back_is_closed_there(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world:
        await world.desk.lead(LEAD)
        await world.works()
        await world.desk.anna.taps(WITHDRAW)
        await world.works()
        assert world.crm.of("№1")[0]["status_id"] == amocrm.LOST


@pytest.mark.parametrize("accepted", [False, True])
async def test_an_answer_that_is_lost_makes_no_second_lead(tmp_path: Path, accepted: bool) -> None:
    async with amo_office(tmp_path) as world:
        world.crm.weather.drops = 1
        await world.desk.lead(LEAD)
        await world.works()
        if accepted:  # by somebody there, before anybody has looked
            world.crm.unsorted.clear()
        await world.later(minutes=3)
        assert len(world.crm.leads) == 1
        await world.desk.petrov.taps(CLAIM)
        await world.works()
        assert world.crm.of("№1")[0]["responsible_user_id"] == 501


async def test_its_limit_is_kept_and_a_day_without_it_loses_nothing(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world:
        world.crm.weather.down = True
        for _ in range(30):
            await world.desk.lead()
        await world.works()
        await world.later(hours=24)
        assert world.told("не отвечает больше пятнадцати минут") == 1
        world.crm.weather.down = False
        await world.later(hours=2)
        assert [len(world.crm.of(f"№{number} ·")) for number in range(1, 31)] == [1] * 30
        assert world.crm.refused == 0
        assert world.told("CRM снова отвечает") == 1


async def test_a_token_that_is_revoked_stops_and_is_told_once(tmp_path: Path) -> None:
    async with amo_office(tmp_path) as world:
        world.crm.weather.revoked = True
        await world.desk.lead(LEAD)
        for _ in range(3):
            await world.later(hours=1)
        assert world.told("больше не пускает") == 1
        world.crm.weather.revoked = False
        await world.later(hours=2)
        assert world.crm.of("№1")
        assert world.told("CRM снова отвечает") == 1
