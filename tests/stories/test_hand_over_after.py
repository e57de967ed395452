"""A draft with a contact goes by itself after a while, so that nobody chooses the moment; what lay long is counted."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from files.office_file import parse_office
from storage.set_up import write_office
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.test_clocks import corrected, ticks
from tests.stories.test_habits import HABITS, opens
from tests.stories.words import (
    CLAIM,
    COMMENT,
    CORRECT,
    DETAILS,
    DISCARD,
    HAND_OVER,
    JOIN,
    NAME,
    PHONE,
    SEGMENT,
    WITHDRAW,
)

RUSTAM = "Рустам 8 (843) 200-11-22, окна"
VERA = {"name": "Вера", "telegram_id": 102, "roles": ["secretary"]}


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Drafts go by themselves after two minutes."""
    async with office(tmp_path, varied(OFFICE, people={"vera": VERA}, hand_over_after="2m")) as desk:
        yield desk


async def handed(desk: Desk) -> list[dict[str, Any]]:
    """What the ledger says of each hand-over."""
    entries = (await desk.stored())["ledger"]
    return [json.loads(row[5]) for row in entries if row[3] == "handed"]


async def test_it_goes_by_itself_and_no_hand_is_said_to_have_done_it(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    assert "Передам сам в 10:02" in desk.anna.card(button=HAND_OVER).text
    await desk.passes(seconds=119)
    assert not desk.petrov.has(CLAIM)
    await desk.passes(seconds=1)
    assert desk.petrov.has(CLAIM)
    assert "Предложен: Пётр Петров" in desk.anna.card("№1").text
    assert "⏱ Передан сам: черновик ждал 2 мин" in desk.anna.card("№1").text.replace("\xa0", " ")
    [entry] = await handed(desk)
    assert (entry["waited"], entry["by_itself"]) == (120, True)
    assert "overtook" not in entry
    assert not desk.anna.sees("Этот черновик ждёт")
    await desk.passes(minutes=11)
    assert not desk.anna.sees("Этот черновик ждёт")
    await desk.verifies()


async def test_a_hand_may_be_faster(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.passes(seconds=30)
    before = desk.anna.data(HAND_OVER)
    await desk.anna.taps(HAND_OVER)
    [entry] = await handed(desk)
    assert entry["waited"] == 30 and "by_itself" not in entry
    await desk.anna.taps_data(*before)
    await desk.passes(minutes=5)
    assert len(await handed(desk)) == 1
    await desk.verifies()


async def test_a_tap_that_comes_too_late_is_told_so(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    late = desk.anna.data(HAND_OVER)
    await desk.passes(minutes=2)
    assert await desk.anna.taps_data(*late) == "Уже передан"
    assert len(await handed(desk)) == 1


async def test_it_goes_after_a_restart_as_well(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.passes(minutes=1)
    await desk.restarts()
    await desk.passes(minutes=1)
    assert desk.petrov.has(CLAIM)
    await desk.restarts()
    await desk.passes(minutes=5)
    assert len(await handed(desk)) == 1


async def test_without_a_contact_it_waits_and_the_time_begins_with_the_contact(desk: Desk) -> None:
    await desk.anna.sends("Рустам, окна, Казань")
    await desk.passes(minutes=5)
    assert not await handed(desk)
    await desk.anna.taps(CORRECT)
    await desk.anna.taps(PHONE)
    await desk.anna.sends("8 (843) 200-11-22")
    assert "Передам сам в 10:07" in desk.anna.card(button=HAND_OVER).text
    await desk.passes(minutes=2)
    [entry] = await handed(desk)
    assert entry["waited"] == 7 * 60, "counted from the first message"


async def test_what_is_typed_and_corrected_meanwhile_postpones_nothing(desk: Desk) -> None:
    sent = await desk.anna.sends(RUSTAM)
    await desk.passes(seconds=90)
    await desk.anna.taps(CORRECT)
    await desk.anna.taps(NAME)
    await desk.anna.sends("Рустем")
    await desk.anna.edits(sent, f"{RUSTAM}, два")
    assert "Передам сам в 10:02" in desk.anna.card(button=HAND_OVER).text
    await desk.passes(seconds=30)
    assert len(await handed(desk)) == 1


async def test_a_question_that_is_open_is_answered_all_the_same(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.anna.taps(CORRECT)
    await desk.anna.taps(COMMENT)
    await desk.passes(minutes=2)
    assert len(await handed(desk)) == 1
    await desk.anna.sends("просит перезвонить до шести")
    assert desk.petrov.sees("просит перезвонить до шести")
    assert len(await handed(desk)) == 1, "it was no lead of its own"


async def test_a_list_that_is_open_can_still_be_chosen_from(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.anna.taps(SEGMENT)
    chosen = desk.anna.data("Все остальные")
    await desk.passes(minutes=2)
    assert len(await handed(desk)) == 1
    await desk.anna.taps_data(*chosen)
    assert desk.anna.sees("Все остальные"), "whether it goes on there is asked"


async def test_two_that_are_joined_go_when_the_first_would(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-11-22")
    await desk.passes(minutes=1)
    await desk.anna.sends("Рустам, два балкона 8 (843) 200-11-23")
    await desk.anna.taps(JOIN)
    await desk.anna.taps("10:00")
    assert "Передам сам в 10:02" in desk.anna.card(button=HAND_OVER).text
    await desk.passes(minutes=1)
    [entry] = await handed(desk)
    assert entry["waited"] == 120


async def test_a_repeat_goes_to_the_open_lead(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await desk.anna.sends(f"Опять {RUSTAM}")
    await desk.passes(minutes=2)
    assert desk.anna.sees("Добавлено к №1: Пётр Петров")
    assert "Клиент обратился снова" in desk.petrov.card("№1").text
    assert len(await handed(desk)) == 1
    await desk.verifies()


async def test_one_that_was_thrown_away_goes_nowhere(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.anna.taps(DISCARD)
    await desk.passes(minutes=3)
    assert not await handed(desk)


async def test_what_was_taken_back_goes_again_and_waits_no_longer_for_that(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.anna.taps(WITHDRAW)
    assert "Передам сам в 10:02" in desk.anna.card(button=HAND_OVER).text
    await desk.passes(minutes=2)
    assert [entry["waited"] for entry in await handed(desk)] == [0, pytest.approx(120, abs=1)]
    await desk.verifies()


async def test_a_managers_text_goes_nowhere_by_itself(desk: Desk) -> None:
    await desk.petrov.sends("Рустам 8 (843) 200-11-22")
    await desk.passes(minutes=5)
    assert not await handed(desk) and not desk.petrov.sees("Передам сам")


async def test_switched_off_meanwhile_it_waits_for_a_hand(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.set_up(varied(OFFICE, people={"vera": VERA}))
    await desk.passes(minutes=5)
    assert not await handed(desk)
    assert "Передам сам" not in desk.anna.card(button=HAND_OVER).text


async def test_a_draft_that_lies_already_goes_when_it_is_switched_on(tmp_path: Path) -> None:
    """Also where the program dies right after: its time is stored with the change."""
    async with office(tmp_path, varied(OFFICE, people={"vera": VERA})) as desk:
        await desk.anna.sends("Айгуль, окна, без телефона")
        await desk.anna.sends(RUSTAM)
        await desk.petrov.sends("Мой клиент 8 (843) 200-11-44")
        await desk.passes(minutes=7)
        async with desk.database.writing() as store:
            loaded = parse_office(varied(OFFICE, people={"vera": VERA}, hand_over_after="2m"), "office.toml")
            write_office(store, loaded, desk.clock.now())
        await desk.restarts()
        await desk.settle()
        assert "Передам сам в 10:09" in desk.anna.card("Рустам").text
        await desk.passes(seconds=100)
        assert not await handed(desk)
        await desk.restarts()
        await desk.passes(seconds=30)
        [entry] = await handed(desk)
        assert entry["by_itself"] and entry["waited"] == pytest.approx(9 * 60, abs=2)
        await desk.passes(minutes=10)
        assert len(await handed(desk)) == 1, "nobody could call the other, and a manager hands nothing over"


async def test_only_another_time_leaves_what_is_planned(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.set_up(varied(OFFICE, people={"vera": VERA}, hand_over_after="9m"))
    assert "Передам сам в 10:02" in desk.anna.card(button=HAND_OVER).text


async def test_switched_off_no_time_is_left_also_not_for_later(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.passes(minutes=1)
    await desk.set_up(varied(OFFICE, people={"vera": VERA}))
    assert "Передам сам" not in desk.anna.card(button=HAND_OVER).text, "at once, not when it comes"
    await desk.restarts()
    await desk.set_up(varied(OFFICE, people={"vera": VERA}, hand_over_after="2m"))
    assert "Передам сам в 10:03" in desk.anna.card(button=HAND_OVER).text
    await desk.passes(minutes=3)
    assert len(await handed(desk)) == 1


async def test_a_clock_that_was_ahead_keeps_it_no_longer(desk: Desk) -> None:
    corrected(desk, hours=3)
    await desk.anna.sends(RUSTAM)
    corrected(desk, hours=-3)
    await ticks(desk, 3)
    [entry] = await handed(desk)
    assert entry["waited"] == 0, "nobody knows better"


async def test_unless_the_office_wants_it_a_draft_waits(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await desk.anna.sends(RUSTAM)
        assert "Передам сам" not in desk.anna.card(button=HAND_OVER).text
        await desk.passes(minutes=30)
        assert not await handed(desk)


async def test_order_and_waits_are_told_to_those_who_lead_and_to_nobody_else(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        for n in range(3):
            await desk.anna.sends(f"Рустам 8 (843) 200-33-{n:02}")
            await desk.passes(minutes=1)
            await desk.anna.sends(f"Ирек 8 (843) 200-44-{n:02}")
            await desk.passes(minutes=1)
            await desk.anna.taps(HAND_OVER, on="Ирек")
            await desk.petrov.taps(CLAIM) if desk.petrov.has(CLAIM) else await desk.sidorova.taps(CLAIM)
            await desk.anna.taps(HAND_OVER, on="Рустам")
            await desk.petrov.taps(CLAIM) if desk.petrov.has(CLAIM) else await desk.sidorova.taps(CLAIM)
        assert [entry.get("overtook", 0) for entry in await handed(desk)] == [1, 0] * 3
        for reader in (desk.smirnov, desk.orlova):
            await reader.sends("/report")
            await reader.taps(DETAILS)
            card = reader.card("Итоги").text.replace("\xa0", " ")
            assert "Анна Секретарёва передаёт черновик обычно через 1 мин 30 с" in card
            assert "3 из 6 ушли раньше более старых" in card
        habits = (await opens(desk.smirnov, DETAILS, HABITS)).replace("\xa0", " ")
        assert "Анна Секретарёва\n· черновики лежат обычно 1 мин 30 с" in habits
        assert "· переданы раньше более старых 3 из 6" in habits
        await desk.petrov.sends("/report")
        assert not desk.petrov.sees("раньше более старых")
        await desk.verifies()


async def test_of_a_day_without_anything_odd_not_a_word(desk: Desk) -> None:
    for n in range(6):
        await desk.lead(f"Рустам 8 (843) 200-33-{n:02}")
        await desk.passes(seconds=20)
    await desk.smirnov.sends("/report")
    await desk.smirnov.taps(DETAILS)
    assert "черновик" not in desk.smirnov.card("Итоги").text
    assert "черновик" not in await opens(desk.smirnov, DETAILS, HABITS)


async def test_drafts_of_a_colleague_and_forgotten_ones_are_not_overtaken(tmp_path: Path) -> None:
    async with office(tmp_path, varied(OFFICE, people={"vera": VERA})) as desk:
        await desk.anna.sends("Вера 8 (843) 200-33-01")
        await desk.anna.sends("Алия, без телефона")
        await desk.passes(minutes=61)
        await desk.person(102).sends("Ирек 8 (843) 200-33-02")
        await desk.passes(minutes=1)
        await desk.anna.sends("Нина 8 (843) 200-33-03")
        await desk.anna.taps(HAND_OVER, on="Нина")
        assert "overtook" not in (await handed(desk))[-1]
