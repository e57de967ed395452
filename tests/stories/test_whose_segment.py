"""`Не мой сегмент` goes to the head's word: until they agree the decline counts, and each hears what was said."""

from __future__ import annotations

from pathlib import Path

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.test_after_all import HALF, balance
from tests.stories.words import CLAIM, CLAIM_AFTER_ALL, DECLINE, NOT_MY_SEGMENT, NOT_THEIRS, THEIRS, TOO_BUSY


async def declines(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(NOT_MY_SEGMENT)


async def test_until_the_head_agrees_it_counts(desk: Desk) -> None:
    before = await balance(desk, "petrov")
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    told = desk.petrov.card(button=TOO_BUSY).text
    assert "«Не мой сегмент» решает руководитель: пока не согласится, засчитан." in told
    assert "Бесплатно: Конфликт интересов, осталось 4 из 4." in told
    await desk.petrov.taps(NOT_MY_SEGMENT)
    assert "Спросил руководителя" in desk.petrov.card("№1 ·").text
    assert await balance(desk, "petrov") == before - HALF
    message, no = desk.smirnov.data(THEIRS, on="🧭")
    await desk.restarts()
    assert await desk.smirnov.taps(NOT_THEIRS, on="🧭") == "Согласны: отказ не засчитан"
    assert await balance(desk, "petrov") == before
    assert "№1: лид и правда не ваш и вам не засчитан. Решение: Сергей Смирнов" in desk.petrov.chat()
    assert "Руководитель согласен: лид не ваш" in desk.petrov.card("№1 · Татарстан").text
    assert await desk.smirnov.taps(NOT_THEIRS, on="🧭") == "Уже отмечено"
    assert await desk.smirnov.taps_data(message, no) == "Уже отмечено"
    await desk.petrov.sends("/why 1")
    assert (
        "Не засчитан: это не сегмент менеджера, руководитель согласен" in desk.petrov.card("Почему №1").text
    )
    await desk.verifies()


async def test_where_they_do_not_it_stays_so_and_the_manager_is_told(desk: Desk) -> None:
    before = await balance(desk, "petrov")
    await declines(desk)
    await desk.petrov.sends("/why 1")
    assert "Отказ «не мой сегмент»: решит руководитель. Засчитан" in desk.petrov.card("Почему №1").text
    assert await desk.smirnov.taps(THEIRS, on="🧭") == "Сегмент верный: отказ засчитан"
    assert await balance(desk, "petrov") == before - HALF
    assert "№1: это всё-таки ваш сегмент, отказ засчитан" in desk.petrov.chat()
    await desk.petrov.sends("/why 1")
    assert "руководитель считает, что сегмент верный. Засчитан" in desk.petrov.card("Почему №1").text
    assert await desk.smirnov.taps(NOT_THEIRS, on="🧭") == "Уже отмечено"
    await desk.verifies()


async def test_whoever_puts_the_segment_right_has_agreed(desk: Desk) -> None:
    before = await balance(desk, "petrov")
    await declines(desk)
    assert not desk.anna.has(NOT_THEIRS), "it is not the secretary's to say"
    await desk.anna.taps("Все остальные", on="🧭")
    assert await balance(desk, "petrov") == before
    assert "лид и правда не ваш" in desk.petrov.chat()
    assert await desk.smirnov.taps(THEIRS, on="🧭") == "Уже отмечено"
    await desk.verifies()


async def test_also_when_somebody_has_the_lead_by_then(desk: Desk) -> None:
    before = await balance(desk, "petrov")
    await declines(desk)
    await desk.sidorova.taps(CLAIM)
    await desk.smirnov.taps("Все остальные", on="🧭")
    assert await balance(desk, "petrov") == before
    await desk.verifies()


async def test_where_nobody_answers_it_stays_paid(desk: Desk) -> None:
    before = await balance(desk, "petrov")
    await declines(desk)
    await desk.passes(days=3)
    assert await balance(desk, "petrov") < before + HALF
    await desk.verifies()


async def test_whoever_may_not_judges_nothing(desk: Desk) -> None:
    await declines(desk)
    message, agree = desk.smirnov.data(NOT_THEIRS, on="🧭")
    for who in (desk.petrov, desk.sidorova, desk.anna):
        assert "Согласны" not in await who.taps_data(message, agree)
    await desk.petrov.taps(CLAIM_AFTER_ALL)
    assert await desk.smirnov.taps(NOT_THEIRS, on="🧭") == "Уже отмечено", "they have it after all"
    await desk.verifies()


async def test_without_a_head_it_is_a_reason_like_any_other(tmp_path: Path) -> None:
    nobody = varied(OFFICE, people={"smirnov": None, "orlova": None}, ladder=["everyone"])
    async with office(tmp_path, nobody) as desk:
        before = await balance(desk, "petrov")
        await desk.lead()
        await desk.petrov.taps(DECLINE)
        assert "Бесплатно: Не мой сегмент, Конфликт интересов" in desk.petrov.card(button=TOO_BUSY).text
        await desk.petrov.taps(NOT_MY_SEGMENT)
        assert await balance(desk, "petrov") == before
        await desk.verifies()


async def test_the_head_reads_how_often_that_is_said(tmp_path: Path) -> None:
    """Not before there is something to say."""
    async with office(tmp_path, varied(OFFICE, free_declines="100%")) as desk:
        await declines(desk)
        assert "Таких отказов" not in desk.smirnov.card("🧭").text
        await desk.smirnov.taps(NOT_THEIRS, on="🧭")
        for _ in range(30):
            await desk.lead()
            who = desk.petrov if desk.petrov.has(CLAIM) else desk.sidorova
            await who.taps(CLAIM)
        while not desk.petrov.has(DECLINE):
            await desk.lead()
            if desk.sidorova.has(CLAIM):
                await desk.sidorova.taps(CLAIM)
        await desk.petrov.taps(DECLINE)
        await desk.petrov.taps(NOT_MY_SEGMENT)
        assert "Таких отказов за 90 дней: Пётр Петров 2 из 1" in desk.smirnov.card("🧭").text


async def test_in_english(tmp_path: Path) -> None:
    english = varied(OFFICE, people={who: {"locale": "en"} for who in ("petrov", "smirnov")})
    async with office(tmp_path, english) as desk:
        await desk.lead()
        await desk.petrov.taps("Can’t")
        await desk.petrov.taps("Not my segment")
        await desk.smirnov.taps("No, the segment is right", on="🧭")
        assert "is of your segment after all, the decline counts" in desk.petrov.chat()
