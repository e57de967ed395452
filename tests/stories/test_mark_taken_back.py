"""A step that was marked by mistake: a second tap takes it back, and what counts follows; history keeps both."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from storage.tables.leads import leads
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import (
    ASSIGN,
    CALL_BACK,
    CLAIM,
    INVOICE,
    MEETING,
    MET_ALREADY,
    NO_ANSWER,
    REACHED,
    SALE,
)

GONE = "Отметка убрана"


@pytest.fixture
async def held(desk: Desk) -> Desk:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.passes(minutes=5)
    return desk


async def counted(desk: Desk) -> tuple[object, ...]:
    async with desk.database.reading() as store:
        row = store.execute(
            select(leads.c.marks, leads.c.progress, leads.c.contacted_by, leads.c.contacted_after)
        ).one()
    return row.marks, row.progress, row.contacted_by, row.contacted_after


@pytest.mark.parametrize("step", [REACHED, NO_ANSWER, INVOICE])
async def test_a_second_tap_takes_it_back_and_nothing_counts(held: Desk, step: str) -> None:
    await held.petrov.taps(step)
    assert (await counted(held))[2] == "petrov"
    message, again = held.petrov.data(f"{step} ✓")
    await held.restarts()
    assert await held.petrov.taps(step) == GONE
    assert await counted(held) == ([], None, None, None)
    for who in (held.petrov, held.anna):
        assert "отметка убрана" in who.card("№1 ·").text, "history keeps both"
    assert await held.petrov.taps_data(message, again) == "Этой отметки уже нет"
    await held.passes(minutes=30)
    assert "Позвоните клиенту" in held.petrov.messages()[-1].text, "nobody has called after all"
    await held.verifies()


async def test_what_was_marked_before_stands_again(held: Desk) -> None:
    await held.petrov.taps(REACHED)
    first = await counted(held)
    await held.passes(minutes=20)
    await held.petrov.taps(INVOICE)
    await held.petrov.taps(INVOICE)
    assert await counted(held) == first
    marked = [b.text for row in held.petrov.card("№1 ·").buttons for b in row if "✓" in b.text]
    assert len(marked) == 1 and REACHED in marked[0]
    assert await held.petrov.taps(REACHED) == "Отмечено", "only the last is taken back"
    await held.verifies()


async def test_a_meeting_is_taken_back_where_it_was_marked(held: Desk) -> None:
    await held.petrov.taps(MEETING)
    await held.petrov.taps(MET_ALREADY)
    await held.petrov.taps(MEETING)
    assert not held.petrov.has(MET_ALREADY)
    message, again = held.petrov.data("Убрать отметку")
    assert await held.petrov.taps("Убрать отметку") == GONE
    assert await counted(held) == ([], None, None, None)
    await held.passes(days=1, hours=1)
    assert await held.petrov.taps_data(message, again) == "Этой отметки уже нет"
    await held.verifies()


async def test_a_doubled_tap_on_an_old_button_takes_nothing_back(held: Desk) -> None:
    message, step = held.petrov.data(REACHED)
    await held.petrov.taps_data(message, step)
    assert await held.petrov.taps_data(message, step) == "Отмечено"
    assert (await counted(held))[1] == "reached"


async def test_after_a_minute_nobody_answers_once_more_and_after_a_day_it_is_a_mark(held: Desk) -> None:
    await held.petrov.taps(NO_ANSWER)
    await held.passes(minutes=2)
    assert await held.petrov.taps(NO_ANSWER) == "Отмечено"
    assert "Недозвон ×2" in held.petrov.card("№1 ·").text
    await held.petrov.taps(REACHED)
    await held.passes(days=1, minutes=1)
    assert await held.petrov.taps(REACHED, on="№1") == "Отмечено"
    assert "Дозвонились ×2" in held.petrov.card("№1 ·").text


async def test_a_promised_call_that_it_has_seen_to_is_promised_again(held: Desk) -> None:
    await held.petrov.taps(CALL_BACK)
    await held.petrov.sends("через 10 минут")
    await held.passes(minutes=11)
    await held.petrov.taps(REACHED, on="№1")
    assert "Перезвонить:" not in held.petrov.card("№1 ·").text
    await held.petrov.taps(REACHED, on="№1")
    assert "Вы обещали перезвонить" in held.petrov.card("№1 ·").text
    await held.passes(minutes=40)
    assert "Клиенту обещали перезвонить" in held.smirnov.messages()[-1].text
    await held.verifies()


async def test_whoever_has_it_next_has_nothing_to_take_back(held: Desk) -> None:
    await held.petrov.taps(REACHED)
    message, again = held.petrov.data(f"{REACHED} ✓")
    await held.smirnov.opens(1)
    await held.smirnov.taps(ASSIGN)
    await held.smirnov.taps("Ольга Сидорова")
    assert "Лид уже забрали" in await held.petrov.taps_data(message, again)
    assert await held.sidorova.taps_data(message, again) == "Этой отметки уже нет"
    await held.sidorova.taps(SALE)
    assert "закрыт" in await held.sidorova.taps_data(message, again)
    await held.verifies()


async def test_the_figures_follow(held: Desk) -> None:
    await held.petrov.taps(REACHED)
    await held.smirnov.sends("/report")
    await held.smirnov.taps("Подробно")
    assert "дозвон 1" in held.smirnov.card().text
    await held.petrov.taps(REACHED)
    await held.smirnov.sends("/report")
    await held.smirnov.taps("Подробно")
    assert "дозвон" not in held.smirnov.card().text and "Первый звонок" not in held.smirnov.card().text


async def test_an_office_that_lets_nobody_take_back_anything(tmp_path: Path) -> None:
    async with office(tmp_path, varied(OFFICE, undo="0s")) as desk:
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        await desk.petrov.taps(REACHED)
        await desk.passes(seconds=2)
        assert await desk.petrov.taps(REACHED) == "Отмечено"
