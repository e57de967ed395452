"""The office's telephone exchange tells of calls: missed ones are leads, all others stand with the lead there is."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.stories.sources.outside import Outside, outside
from tests.stories.words import CLAIM

LINE = {"id": "line", "name": "Телефон", "kind": "megafon", "secret_env": "SITE_SECRET", "straight_on": True}
MANGO = {"id": "mango", "name": "Манго", "kind": "mango", "secret_env": "MANGO_SECRET"}
WITH_PHONES = {**LINE, "extensions": {"101": "petrov", "102": "sidorova"}}


async def rings(world: Outside, **call: str) -> None:
    """The history of one call."""
    usual = {"cmd": "history", "phone": "79600000001", "type": "in", "status": "Missed", "callid": "c1"}
    assert (await world.send("/in/line/site-secret", data=usual | call))[0] == 200


async def test_a_missed_call_is_a_lead_after_the_grace(tmp_path: Path) -> None:
    async with outside(tmp_path, LINE) as world:
        await rings(world)
        assert not world.desk.petrov.has(CLAIM)
        await world.desk.passes(seconds=31)
        await world.read()
        assert world.desk.petrov.sees("Пропущенный звонок")
        await world.desk.petrov.taps(CLAIM)
        assert world.desk.petrov.sees("+7 960 000-00-01")


@pytest.mark.parametrize(
    "after",
    [{"type": "out", "status": "Success"}, {"type": "in", "status": "Success"}],
    ids=["back", "again"],
)
async def test_who_was_spoken_to_meanwhile_is_none(tmp_path: Path, after: dict[str, str]) -> None:
    async with outside(tmp_path, LINE) as world:
        await rings(world)
        await world.desk.passes(seconds=10)
        await rings(world, callid="c2", **after)
        await world.desk.passes(minutes=2)
        await world.read()
        assert not world.desk.petrov.has(CLAIM)


async def test_who_was_not_reached_is_a_lead_still(tmp_path: Path) -> None:
    async with outside(tmp_path, LINE) as world:
        await rings(world)
        await rings(world, callid="c2", type="out", status="Busy")
        await world.desk.passes(minutes=1)
        await world.read()
        assert world.desk.petrov.has(CLAIM)


async def test_who_calls_three_times_is_one_lead_also_over_a_restart(tmp_path: Path) -> None:
    async with outside(tmp_path, LINE) as world:
        for call in ("c1", "c2", "c3"):
            await rings(world, callid=call)
        await world.desk.restarts()
        await world.desk.passes(minutes=1)
        await world.read()
        assert len([m for m in world.desk.petrov.messages() if m.button(CLAIM)]) == 1


async def test_a_call_of_a_client_with_a_lead_rings_whoever_has_it(tmp_path: Path) -> None:
    async with outside(tmp_path, LINE) as world:
        await world.desk.lead("Ирина 8 960 000-00-01, окна")
        await world.desk.petrov.taps(CLAIM)
        last = world.desk.telegram.chats[world.desk.petrov.id].last_id
        await rings(world)
        await world.desk.passes(minutes=1)
        await world.read()
        assert world.desk.telegram.chats[world.desk.petrov.id].last_id > last
        assert world.desk.petrov.sees("Пропущенный звонок")


async def test_the_holders_first_call_is_the_first_contact_and_marks_itself(tmp_path: Path) -> None:
    async with outside(tmp_path, WITH_PHONES) as world:
        await world.desk.lead("Ирина 8 960 000-00-01, окна")
        await world.desk.petrov.taps(CLAIM)
        await rings(world, type="out", status="Success", ext="101")
        assert world.desk.petrov.sees("Дозвонил")
        await world.desk.passes(minutes=45)
        assert not world.desk.petrov.sees("ещё не звонили")


async def test_what_a_colleague_has_called_is_no_mark_of_the_holder(tmp_path: Path) -> None:
    async with outside(tmp_path, WITH_PHONES) as world:
        await world.desk.lead("Ирина 8 960 000-00-01, окна")
        await world.desk.petrov.taps(CLAIM)
        await rings(world, type="out", status="Success", ext="102")
        stored = await world.desk.stored()
        assert not [row for row in stored["ledger"] if row[3] == "progress"]


async def test_an_answered_call_of_somebody_unknown_is_nobodys_lead(tmp_path: Path) -> None:
    async with outside(tmp_path, LINE) as world:
        await rings(world, status="Success")
        await world.desk.passes(minutes=1)
        await world.read()
        assert not world.desk.petrov.has(CLAIM)


async def test_a_signature_is_the_proof_where_no_secret_is_in_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MANGO_SECRET", "key:salt")
    told = (
        '{"entry_id":"e1","call_direction":1,"from":{"number":"79600000001"},"entry_result":0,"talk_time":0}'
    )
    sign = sha256(f"key{told}salt".encode()).hexdigest()
    async with outside(tmp_path, MANGO) as world:
        for address, body, status in (
            ("/in/mango/events/summary", {"vpbx_api_key": "key", "sign": "0" * 64, "json": told}, 403),
            ("/in/mango/events/summary", {"vpbx_api_key": "other", "sign": sign, "json": told}, 403),
            ("/in/mango/events/call", {"vpbx_api_key": "key", "sign": sign, "json": told}, 200),
            ("/in/mango/events/summary", {"vpbx_api_key": "key", "sign": sign, "json": told}, 200),
        ):
            assert (await world.send(address, data=body))[0] == status
        assert len((await world.desk.stored())["requests"]) == 1
