"""Nobody answers, nobody is there, the office is closed: the lead is never dropped."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.offices import MONDAY_TEN, OFFICE, on_duty, varied
from tests.stories.desk import Desk, office
from tests.stories.words import ASSIGN, CLAIM, DECLINE, SALE


async def test_everybody_silent_until_the_director_has_it(desk: Desk) -> None:
    await desk.lead()
    assert desk.petrov.has(CLAIM)
    await desk.passes(minutes=5)
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
    await desk.passes(minutes=5)
    assert desk.petrov.has(CLAIM) and desk.sidorova.has(CLAIM), "everybody is asked"
    await desk.passes(minutes=10)
    assert desk.smirnov.has(CLAIM) and not desk.petrov.has(CLAIM)
    await desk.passes(minutes=10)
    assert desk.orlova.has(CLAIM) and not desk.smirnov.has(CLAIM)
    assert not desk.orlova.has(DECLINE), "nobody stands behind the director"
    await desk.passes(hours=3)
    assert desk.orlova.has(CLAIM), "the last step is kept for ever"
    assert "Напомню" in desk.anna.card("№1").text and "Ответ до" not in desk.anna.card("№1").text
    await desk.orlova.taps(CLAIM)
    assert "Мария Орлова" in desk.anna.card("№1").text


async def test_the_head_assigns_with_one_tap(desk: Desk) -> None:
    await desk.lead()
    await desk.passes(minutes=20)
    await desk.smirnov.taps(ASSIGN)
    await desk.smirnov.taps("Иван Иванов")
    assert desk.ivanov.sees("200-00-00")
    assert desk.ivanov.has(SALE)
    assert "Иван Иванов" in desk.anna.card("№1").text


async def test_the_head_takes_a_lead_out_of_other_hands(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    await desk.smirnov.taps("Назначить другого")
    await desk.smirnov.taps("Ольга Сидорова")
    assert desk.sidorova.has(SALE)
    assert not desk.petrov.has(SALE)
    assert not desk.petrov.sees("200-00-00")


async def test_a_lead_in_the_evening_waits_for_the_opening(tmp_path: Path) -> None:
    async with office(tmp_path, start=MONDAY_TEN + timedelta(hours=10)) as desk:
        await desk.lead()
        assert "09:00" in desk.anna.card("№1").text, "the secretary is told so"
        assert not desk.petrov.has(CLAIM)
        await desk.passes(hours=12, minutes=59)
        assert not desk.petrov.has(CLAIM)
        await desk.passes(minutes=2)
        assert desk.petrov.has(CLAIM)


async def test_with_nobody_there_the_head_is_asked_at_once(desk: Desk) -> None:
    for person in (desk.petrov, desk.sidorova, desk.ivanov):
        await person.sends("/off")
    await desk.lead()
    assert desk.smirnov.has(CLAIM)
    await desk.petrov.sends("/on")
    await desk.lead()
    assert desk.petrov.card("№2", button=CLAIM)


async def test_a_step_with_nobody_on_it_is_skipped(tmp_path: Path) -> None:
    nobody = varied(
        OFFICE, people={"smirnov": {"telegram_id": None}}, segments={"tatarstan": {"members": []}}
    )
    async with office(tmp_path, nobody) as desk:
        await desk.lead()
        assert desk.orlova.has(CLAIM)


async def test_nobody_on_duty_goes_to_the_head_and_duty_takes_it_otherwise(tmp_path: Path) -> None:
    afternoons = [on_duty("sidorova", "mon-fri 12:00-18:00", "tatarstan")]
    roster = varied(OFFICE, segments={"tatarstan": {"scheme": "duty"}}, shifts=afternoons)
    async with office(tmp_path, roster) as desk:
        await desk.lead()
        assert desk.smirnov.has(CLAIM), "ten o'clock: nobody is on duty"
        await desk.passes(hours=2)
        await desk.lead("Ещё один 8 (843) 200-11-22")
        assert desk.sidorova.has(CLAIM)
        assert not desk.petrov.has(CLAIM)


async def test_a_manager_who_blocked_the_bot_loses_no_lead(desk: Desk) -> None:
    desk.telegram.block(desk.petrov.id)
    await desk.lead()
    assert desk.sidorova.has(CLAIM), "it moved on at once"
    assert "Пётр Петров" in desk.smirnov.chat()
    await desk.sidorova.taps(CLAIM)
    desk.telegram.unblock(desk.petrov.id)
    await desk.petrov.sends("/start")
    await desk.lead("Следующий 8 (843) 200-11-22")
    assert desk.petrov.has(CLAIM), "he is back, and his turn was not spent"


async def test_reminders_come_while_no_outcome_is_recorded(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    before = desk.petrov.card("№1").message_id
    await desk.passes(days=1)
    assert desk.petrov.card("№1").message_id > before, "the card comes again at the end of the chat"
    await desk.petrov.taps(SALE)
    last = desk.petrov.card("№1").message_id
    await desk.passes(days=8)
    assert desk.petrov.card("№1").message_id == last
