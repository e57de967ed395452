"""A swap looked for by the head for somebody who cannot; an open swap and a shift that is moved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import DUTY
from tests.stories.desk import Desk, office
from tests.stories.duties import seeks
from tests.stories.office.test_roster_shifts import OFFICE, at_day
from tests.stories.words import CLAIM, TAKE_SHIFT

TUESDAY = "вт 24.11"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, DUTY) as desk:
        yield desk


async def test_the_head_looks_for_somebody_for_whoever_is_ill(desk: Desk) -> None:
    head = await at_day(desk.smirnov)
    await head.taps("09:00–18:00")
    assert await head.taps("Искать замену") == "Ищу замену, коллеги уже видят"
    assert head.sees("ищем замену, пока никто не взял")
    own = desk.petrov.card("Ищем вам замену").text
    assert "Замену ищет: Сергей Смирнов" in own and desk.petrov.has("Отозвать")
    assert await desk.ivanov.taps(TAKE_SHIFT) == "Смена ваша"
    assert "Дежурит Иван Иванов" in desk.petrov.card("Замена нашлась").text
    assert "Дежурит Иван Иванов" in desk.smirnov.card("Замена:").text
    assert head.sees("Иван Иванов")
    await desk.verifies()


async def test_the_head_stops_looking_and_the_shift_stays(desk: Desk) -> None:
    head = await at_day(desk.smirnov)
    await head.taps("09:00–18:00")
    await head.taps("Искать замену")
    assert await head.taps("Больше не искать") == "Больше не ищем, смена остаётся прежней"
    assert not desk.ivanov.has(TAKE_SHIFT) and desk.petrov.sees("Замена больше не нужна")
    assert head.has("Искать замену")
    await desk.verifies()


async def test_of_the_running_shift_a_swap_takes_what_is_left_and_its_offers(desk: Desk) -> None:
    await desk.lead("Клиент без телефона, окна")
    assert desk.petrov.has(CLAIM)
    head = await at_day(desk.smirnov, "пн 23.11")
    await head.taps("09:00–18:00")
    await head.taps("Искать замену")
    await desk.passes(minutes=1)
    await desk.sidorova.taps(TAKE_SHIFT)
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
    await desk.verifies()


async def test_an_open_swap_follows_its_shift_to_another_day(desk: Desk) -> None:
    await seeks(desk.petrov, TUESDAY)
    head = await at_day(desk.smirnov)
    await head.taps("09:00–18:00")
    await head.taps("На другой день")
    await head.sends("воскресенье")
    await head.taps("Всё равно")
    assert desk.petrov.sees("Сергей Смирнов: ваша смена теперь вс 29.11 09:00–18:00, замену ищем уже на неё")
    assert "вс 29.11 09:00–18:00" in desk.petrov.card("Ищем вам замену").text
    assert "вс 29.11 09:00–18:00" in desk.ivanov.card("ищет замену").text
    assert await desk.ivanov.taps(TAKE_SHIFT) == "Смена ваша"
    assert "вс 29.11 09:00–18:00" in desk.ivanov.card("Смена ваша").text
    await desk.verifies()


async def test_an_open_swap_follows_its_shift_to_other_hours(desk: Desk) -> None:
    await seeks(desk.petrov, TUESDAY)
    head = await at_day(desk.smirnov)
    await head.taps("09:00–18:00")
    await head.taps("Другие часы")
    await head.sends("9-14")
    await head.taps("Всё равно")
    assert "вт 24.11 09:00–14:00" in desk.ivanov.card("ищет замену").text
    await desk.verifies()


async def test_a_swap_whose_shift_is_somebody_elses_is_taken_back(desk: Desk) -> None:
    await seeks(desk.petrov, TUESDAY)
    stale = desk.sidorova.data(TAKE_SHIFT)
    head = await at_day(desk.smirnov)
    await head.taps("09:00–18:00")
    await head.taps("Отдать другому")
    await head.taps("Иван Иванов")
    told = "Сергей Смирнов: смены вт 24.11 09:00–18:00 у вас больше нет, замену на неё не ищем"
    assert desk.petrov.sees(told)
    assert desk.ivanov.sees("у вас новая смена — вт 24.11 09:00–18:00")
    assert not desk.sidorova.has(TAKE_SHIFT)
    assert await desk.sidorova.taps_data(*stale) == "Замена больше не нужна"
    await desk.verifies()


async def test_a_swap_too_far_ahead_to_be_looked_for_is_taken_back(desk: Desk) -> None:
    await seeks(desk.petrov, TUESDAY)
    head = await at_day(desk.smirnov)
    await head.taps("09:00–18:00")
    await head.taps("На другой день")
    await head.sends("20.12")
    await head.taps("Всё равно")
    assert desk.petrov.sees("замену на неё не ищем") and not desk.ivanov.has(TAKE_SHIFT)
    await desk.verifies()


async def test_a_swap_of_another_shift_stays_as_it_is(desk: Desk) -> None:
    await seeks(desk.petrov, TUESDAY)
    before = len(desk.ivanov.messages())
    head = await at_day(desk.smirnov, "чт 26.11")
    await head.taps("09:00–18:00")
    await head.taps("Снять смену")
    await head.taps("Да, снять")
    assert len(desk.ivanov.messages()) == before and desk.ivanov.has(TAKE_SHIFT)


async def test_a_change_that_is_taken_back_is_told_and_followed_too(tmp_path: Path) -> None:
    async with office(tmp_path, OFFICE) as desk:
        head, admin = await at_day(desk.smirnov), desk.person(501)
        await head.taps("09:00–18:00")
        await head.taps("На другой день")
        await head.sends("воскресенье")
        await head.taps("Всё равно")
        await seeks(desk.petrov, "вс 29.11")
        await admin.sends("/office")
        await admin.taps("История изменений")
        await admin.taps("пн, 23 нояб., 10:00")
        await admin.taps("Вернуть как было")
        assert desk.petrov.sees("Артур Галеев: у вас новая смена — вт 24.11 09:00–18:00")
        assert "вт 24.11 09:00–18:00" in desk.ivanov.card("ищет замену").text
        await desk.verifies()


async def test_whoever_leaves_the_team_takes_their_open_swap_along(tmp_path: Path) -> None:
    async with office(tmp_path, OFFICE) as desk:
        await seeks(desk.petrov, TUESDAY)
        await desk.smirnov.sends("/people Петров")
        await desk.smirnov.taps("Пётр Петров")
        await desk.smirnov.taps("Сегменты")
        await desk.smirnov.taps("Все остальные")
        assert not desk.ivanov.has(TAKE_SHIFT) and desk.petrov.sees("замену на неё не ищем")
        await desk.verifies()
