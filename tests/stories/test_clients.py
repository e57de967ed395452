"""A client who was here before goes to his own manager, as the owner rule says; it costs nobody a turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import APART, CLAIM, REFUSAL

RUSTAM = "Рустам 8 (843) 200-11-22, окна"


def with_rule(rule: str) -> str:
    return varied(OFFICE, owner=rule)


async def is_petrovs_client(desk: Desk) -> None:
    """Petrov has sold to Rustam, so his next turn is behind Sidorova's."""
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REFUSAL)


async def test_a_known_client_is_said_to_be_known_and_whose_he_is(desk: Desk) -> None:
    await is_petrovs_client(desk)
    await desk.anna.sends(RUSTAM)
    assert "Клиент знаком, его ведёт Пётр Петров" in desk.anna.card().text


@pytest.mark.parametrize("rule", ["deputise", "leave_message"])
async def test_a_known_client_goes_to_his_own_manager_and_costs_him_no_turn(
    tmp_path: Path, rule: str
) -> None:
    async with office(tmp_path, with_rule(rule)) as desk:
        await is_petrovs_client(desk)
        before = (await desk.stored())["members"]
        await desk.lead(RUSTAM)
        assert "Это ваш клиент" in desk.petrov.card(button=CLAIM).text
        await desk.petrov.taps(CLAIM)
        assert (await desk.stored())["members"] == before, "no balance and no place has moved"
        await desk.lead()
        assert desk.sidorova.has(CLAIM), "the line goes on where it was"


async def test_without_an_owner_rule_a_known_client_is_anybodys(tmp_path: Path) -> None:
    async with office(tmp_path, with_rule("off")) as desk:
        await is_petrovs_client(desk)
        await desk.lead(RUSTAM)
        assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)


async def test_an_absent_owner_is_deputised_for(tmp_path: Path) -> None:
    async with office(tmp_path, with_rule("deputise")) as desk:
        await is_petrovs_client(desk)
        await desk.petrov.sends("/off")
        await desk.lead(RUSTAM)
        assert desk.sidorova.has(CLAIM)


async def test_a_message_left_for_an_absent_owner_reaches_him_when_he_is_back(tmp_path: Path) -> None:
    async with office(tmp_path, with_rule("leave_message")) as desk:
        await is_petrovs_client(desk)
        await desk.petrov.sends("/off")
        await desk.lead(RUSTAM)
        assert "Клиента ведёт Пётр Петров. Ждём" in desk.anna.card("№2").text
        await desk.passes(hours=2)
        assert not desk.sidorova.has(CLAIM), "he is waited for"
        await desk.petrov.sends("/on")
        await desk.petrov.taps(CLAIM, on="№2")
        assert "Взят" in desk.anna.card("№2").text


async def test_nobody_waits_for_an_absent_owner_for_ever(tmp_path: Path) -> None:
    async with office(tmp_path, with_rule("leave_message")) as desk:
        await is_petrovs_client(desk)
        await desk.petrov.sends("/off")
        await desk.lead(RUSTAM)
        await desk.passes(days=1, minutes=1)
        assert desk.sidorova.card("№2", button=CLAIM)


async def test_a_matter_of_its_own_goes_to_whoever_has_the_other_and_costs_no_turn(tmp_path: Path) -> None:
    async with office(tmp_path, with_rule("off")) as desk:
        await desk.lead(RUSTAM)
        await desk.petrov.taps(CLAIM)
        before = (await desk.stored())["members"]
        await desk.anna.sends(RUSTAM)
        await desk.anna.taps(APART)
        assert "Этот клиент уже у вас: №1" in desk.petrov.card("№2", button=CLAIM).text
        await desk.petrov.taps(CLAIM)
        assert (await desk.stored())["members"] == before
