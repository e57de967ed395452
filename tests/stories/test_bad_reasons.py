"""Why a lead is said to be bad, and why it is not: nobody settles it in the dark, nor is told no without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import (
    BAD_LEAD,
    CLAIM,
    CONFIRM,
    DECLINE,
    NOT_BAD,
    NOT_MY_SEGMENT,
    OWN_WORDS,
    REOPEN,
    TOO_BUSY,
)

SPAM, WRONG_NUMBER = "Спам", "Не тот номер"


@pytest.fixture
async def disputed(desk: Desk) -> Desk:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    return desk


async def test_one_tap_says_why_and_the_head_reads_it(disputed: Desk) -> None:
    assert "Почему брак?" in disputed.petrov.card("№1 ·").text
    assert "браком. Согласны?" in disputed.smirnov.card("№1 ·").text, "they are asked at once"
    message, other = disputed.petrov.data(WRONG_NUMBER)
    await disputed.restarts()
    assert await disputed.petrov.taps(SPAM) == "Спасибо, отмечено"
    assert "браком: спам. Согласны?" in disputed.smirnov.card("№1 ·").text
    assert "Похоже на брак (спам)" in disputed.anna.card("№1 ·").text
    assert not disputed.petrov.has(WRONG_NUMBER)
    assert await disputed.petrov.taps_data(message, other) == "Уже отмечено"
    await disputed.smirnov.taps(CONFIRM)
    assert "Брак: спам" in disputed.anna.card("№1 ·").text
    assert "закрыт" in await disputed.petrov.taps_data(message, other)
    await disputed.petrov.sends("это спам")
    assert not disputed.petrov.sees("причина записана"), "nobody asks any more"
    await disputed.smirnov.taps(REOPEN)
    await disputed.petrov.taps(BAD_LEAD)
    assert disputed.petrov.has(WRONG_NUMBER), "it is asked anew"
    await disputed.verifies()


async def test_their_own_words_are_one_of_the_reasons(disputed: Desk) -> None:
    await disputed.petrov.sends("это доставка пиццы")
    card = disputed.smirnov.card("№1 ·").text
    assert "браком: своими словами. Согласны?" in card and "Пётр Петров: это доставка пиццы" in card
    assert not disputed.petrov.has(SPAM)
    await disputed.verifies()


async def test_whoever_has_nothing_to_type_may_still_tap(disputed: Desk) -> None:
    await disputed.petrov.taps("Не надо")
    assert disputed.petrov.has(SPAM) and disputed.petrov.has(OWN_WORDS)
    await disputed.petrov.taps(OWN_WORDS)
    await disputed.petrov.taps(SPAM)
    assert "браком: спам" in disputed.smirnov.card("№1 ·").text


async def test_nobody_else_says_why(disputed: Desk) -> None:
    message, spam = disputed.petrov.data(SPAM)
    for who in (disputed.sidorova, disputed.anna, disputed.smirnov):
        assert await who.taps_data(message, spam) == "Этот лид не у вас"
    await disputed.smirnov.taps(NOT_BAD)
    assert await disputed.petrov.taps_data(message, spam) == "Этот лид не спорный"


async def test_the_words_of_the_head_come_with_the_card_and_ring(disputed: Desk) -> None:
    await disputed.petrov.taps(SPAM)
    await disputed.smirnov.taps(NOT_BAD)
    assert "Почему не брак?" in disputed.smirnov.card("№1 ·").text
    last = disputed.petrov.messages()[-1].message_id
    await disputed.restarts()
    await disputed.smirnov.sends("Клиент подтвердил, звоните после шести")
    card = disputed.petrov.messages()[-1]
    assert card.message_id > last and "Сергей Смирнов: Клиент подтвердил" in card.text
    assert "Клиент подтвердил" not in "".join(str(row) for row in (await disputed.stored())["ledger"])
    await disputed.verifies()


async def test_the_head_need_not_explain(disputed: Desk) -> None:
    await disputed.smirnov.taps(NOT_BAD)
    message, skip = disputed.smirnov.data("Не надо")
    assert await disputed.smirnov.taps("Не надо") == "Хорошо, без объяснения"
    assert await disputed.smirnov.taps_data(message, skip) == "Уже отмечено"
    last = disputed.petrov.messages()[-1].message_id
    await disputed.smirnov.sends("/help")
    assert disputed.petrov.messages()[-1].message_id == last


async def test_said_to_be_bad_once_more_it_is_settled_once_more(disputed: Desk) -> None:
    await disputed.smirnov.taps(NOT_BAD)
    await disputed.petrov.taps(BAD_LEAD)
    assert "Почему не брак?" not in disputed.smirnov.card("№1 ·").text
    await disputed.smirnov.taps(CONFIRM)
    await disputed.verifies()


async def test_the_head_reads_how_often_the_holder_says_so_and_the_others(disputed: Desk) -> None:
    """Not before there are some leads of each."""
    assert "Брак за 90 дней" not in disputed.smirnov.card("№1 ·").text
    await disputed.smirnov.taps(CONFIRM)
    for _ in range(22):
        await disputed.lead()
        who = disputed.petrov if disputed.petrov.has(CLAIM) else disputed.sidorova
        await who.taps(CLAIM)
    last = next(n for n in (22, 23) if disputed.petrov.sees(f"№{n} · Татарстан"))
    await disputed.petrov.taps(BAD_LEAD, on=f"№{last} ·")
    told = disputed.smirnov.card(f"№{last} ·").text
    assert "Брак за 90 дней: Пётр Петров 1 из 1" in told and "остальные 0 из 1" in told


async def test_a_segment_that_is_not_theirs_is_told_to_whoever_can_correct_it(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(NOT_MY_SEGMENT)
    for who in (desk.anna, desk.smirnov):
        assert "№1: «не мой сегмент», говорит Пётр Петров. Сейчас «Татарстан»" in who.card("🧭").text
    message, elsewhere = desk.anna.data("Все остальные", on="🧭")
    await desk.restarts()
    assert await desk.smirnov.taps("Все остальные", on="🧭") == "Передаю по правилу сегмента"
    assert "№1 · Все остальные" in desk.anna.card("№1 ·").text
    assert await desk.anna.taps_data(message, elsewhere) == "Уже отмечено"
    assert "№1" in (await asked(desk)).card(button=CLAIM).text
    await desk.verifies()


async def asked(desk: Desk) -> Person:
    return next(who for who in (desk.petrov, desk.sidorova, desk.ivanov) if who.has(CLAIM))


async def test_from_whoever_has_it_by_then_it_is_not_taken(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(NOT_MY_SEGMENT)
    await desk.sidorova.taps(CLAIM)
    assert await desk.anna.taps("Все остальные", on="🧭") == "Сегмент изменён"
    assert "Взят" in desk.anna.card("№1 · Все остальные").text
    await desk.verifies()


async def test_another_reason_is_nobodys_business(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(TOO_BUSY)
    assert not desk.anna.sees("🧭") and not desk.smirnov.sees("🧭")


async def test_a_foreign_tap_corrects_nothing(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(NOT_MY_SEGMENT)
    message, elsewhere = desk.anna.data("Все остальные", on="🧭")
    for who in (desk.ivanov, desk.sidorova, desk.orlova):
        assert await who.taps_data(message, elsewhere) == "Этот лид не у вас"


async def test_in_english(tmp_path: Path) -> None:
    english = varied(OFFICE, people={who: {"locale": "en"} for who in ("petrov", "smirnov", "anna")})
    async with office(tmp_path, english) as desk:
        await desk.lead(tap="Hand over")
        await desk.petrov.taps("Take it")
        await desk.petrov.taps("Bad")
        await desk.petrov.taps("Not our product")
        assert "calls it a bad lead: not our product. Do you agree?" in desk.smirnov.card("№1").text
