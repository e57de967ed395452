"""Why a lead was declined, lost or is bad: what it costs stands on the list, one's own words are read by the head."""

from __future__ import annotations

from pathlib import Path

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.test_opened_again import balance
from tests.stories.words import (
    BAD_LEAD,
    CLAIM,
    CONFLICT,
    DECLINE,
    NOT_BAD,
    OWN_WORDS,
    REFUSAL,
    SALE,
    TOO_BUSY,
)

CHEAP = varied(OFFICE, decline_costs_turn=False)


async def test_the_list_says_with_which_reasons_it_does_not_count(desk: Desk) -> None:
    before = await balance(desk.petrov)
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    words = "Бесплатно: Конфликт интересов, осталось 4 из 4. С другой причиной засчитается"
    assert words in desk.petrov.card(button=TOO_BUSY).text
    await desk.petrov.taps(CONFLICT)
    assert await balance(desk.petrov) == before


async def test_or_that_it_costs_nothing(tmp_path: Path) -> None:
    async with office(tmp_path, CHEAP) as desk:
        await desk.lead()
        await desk.petrov.taps(DECLINE)
        assert "Вам это ничего не стоит." in desk.petrov.card(button=TOO_BUSY).text


async def test_a_decline_in_ones_own_words(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    message, own = desk.petrov.data(OWN_WORDS)
    await desk.petrov.taps(OWN_WORDS)
    assert "Напишите причину" in desk.petrov.card("№1 ·").text
    await desk.restarts()
    await desk.petrov.sends("еду на замер, вернусь к пяти")
    assert "№1: причина записана" in desk.petrov.card().text
    assert await desk.petrov.taps_data(message, own) == "Уже отмечено"
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    assert "Пётр Петров: еду на замер, вернусь к пяти" in desk.smirnov.card("№1 ·").text
    assert "еду на замер" not in "".join(str(row) for row in (await desk.stored())["ledger"])


async def test_a_refusal_in_ones_own_words(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REFUSAL)
    await desk.petrov.taps(OWN_WORDS)
    await desk.petrov.sends("переехали, окна уже стоят")
    assert "Отказ: другое" in desk.anna.card("№1").text
    assert "переехали, окна уже стоят" in desk.petrov.card("№1 ·").text


async def test_the_head_reads_why_a_lead_is_said_to_be_bad(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    assert "Согласны?" in desk.smirnov.card("№1 ·").text, "they are asked at once"
    await desk.petrov.sends("это доставка пиццы")
    assert "Пётр Петров: это доставка пиццы" in desk.smirnov.card("№1 ·").text


async def test_what_is_decided_meanwhile_is_asked_no_more(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(NOT_BAD)
    assert desk.petrov.has(SALE) and not desk.petrov.sees("Напишите причину")
    await desk.petrov.sends("это доставка пиццы")
    assert not desk.petrov.sees("причина записана")


async def test_whoever_has_nothing_to_say_says_so(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(OWN_WORDS)
    message, skip = desk.petrov.data("Не надо")
    assert await desk.petrov.taps("Не надо") == "Хорошо, без причины"
    assert desk.petrov.has(TOO_BUSY)
    assert await desk.petrov.taps_data(message, skip) in {"Уже отмечено", "Этот лид не у вас"}
