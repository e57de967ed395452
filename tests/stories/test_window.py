"""`grab` with a window: who taps in time is in the list, the most behind of them has the lead, the others hear why."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, DECLINE, REACHED

GRAB = varied(
    OFFICE,
    segments={"tatarstan": {"scheme": "grab", "window": "20s", "members": ["petrov", "sidorova", "ivanov"]}},
)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, GRAB) as desk:
        yield desk


async def test_the_list_the_decision_and_what_the_others_read(desk: Desk) -> None:
    await desk.lead()
    assert "Кто нажмёт «Беру» за 20 с после первого, участвует" in desk.petrov.card("№1").text.replace(
        "\xa0", " "
    )
    assert await desk.petrov.taps(CLAIM) == "Вы в списке: скоро решится, кому лид"
    assert "Вы в списке. Решится в 10:00:2" in desk.petrov.card("№1").text.replace("\xa0", " ")
    assert not desk.petrov.card("№1").button(CLAIM) and desk.petrov.card("№1").button(DECLINE)
    assert "Желающие уже есть" in desk.sidorova.card("№1").text
    assert not desk.petrov.sees("200-00-00"), "nobody has it yet"
    await desk.passes(seconds=20)
    assert desk.petrov.messages()[-1].button(REACHED), "it comes to the end of the chat, and rings"
    await desk.lead()
    await desk.petrov.taps(CLAIM, on="№2")
    await desk.passes(seconds=10)
    await desk.sidorova.taps(CLAIM, on="№2")
    await desk.passes(seconds=10)
    assert desk.sidorova.card("№2").button(REACHED)
    assert "№2 достался: Ольга Сидорова. Из тех, кто нажал «Беру»" in desk.petrov.card("№2").text
    assert "№2 взят: Ольга Сидорова" in desk.ivanov.card("№2").text
    await desk.petrov.sends("/why 2")
    why = desk.petrov.messages()[-1].text
    assert "Нажали «Беру»: Пётр Петров (−0,67), Ольга Сидорова (+0,33); в скобках, скольких" in why
    assert "Лид достался: Ольга Сидорова." in why
    await desk.verifies()


async def test_doubled_and_stale_taps(desk: Desk) -> None:
    await desk.lead()
    tap = desk.petrov.data(CLAIM)
    await desk.petrov.taps_data(*tap)
    assert await desk.petrov.taps_data(*tap) == "Вы уже в списке, скоро решится"
    stale = desk.ivanov.data(CLAIM)
    await desk.passes(seconds=20)
    assert "Пётр Петров" in await desk.ivanov.taps_data(*stale)
    kinds = [row[3] for row in (await desk.stored())["ledger"]]
    assert kinds.count("wanted") == kinds.count("claimed") == 1


async def test_who_is_not_asked_is_in_no_list(desk: Desk) -> None:
    await desk.lead()
    tap = desk.petrov.data(CLAIM)
    await desk.anna.taps_data(*tap)
    await desk.orlova.taps_data(*tap)
    assert "wanted" not in [row[3] for row in (await desk.stored())["ledger"]]


async def test_a_restart_in_the_window_loses_nobody(desk: Desk) -> None:
    await desk.lead()
    await desk.sidorova.taps(CLAIM)
    await desk.restarts()
    await desk.petrov.taps(CLAIM)
    await desk.restarts()
    await desk.passes(minutes=1)
    assert desk.petrov.card("№1").button(REACHED)
    assert "№1 достался: Пётр Петров" in desk.sidorova.card("№1").text
    await desk.verifies()


async def test_where_all_have_answered_nobody_waits(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.ivanov.taps(DECLINE)
    assert await desk.sidorova.taps(CLAIM) == "Решено, лид достался: Пётр Петров"
    assert desk.petrov.card("№1").button(REACHED)
    await desk.verifies()


async def test_who_goes_meanwhile_does_not_count(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.sidorova.taps(CLAIM)
    await desk.petrov.sends("/off")
    await desk.passes(seconds=20)
    assert desk.sidorova.card("№1").button(REACHED)
    [claimed] = [json.loads(row[5]) for row in (await desk.stored())["ledger"] if row[3] == "claimed"]
    assert claimed["out"] == {"petrov": "paused"}
    await desk.verifies()


async def test_set_up_otherwise_in_the_window_it_ends_as_it_began(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.set_up(varied(GRAB, segments={"tatarstan": {"window": None}}))
    await desk.passes(seconds=20)
    assert desk.petrov.card("№1").button(REACHED)
    await desk.lead()
    assert await desk.ivanov.taps(CLAIM, on="№2") == "Лид ваш"
    await desk.verifies()
