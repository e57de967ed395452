"""A wrong decline, or a silence that is over: whoever comes back takes the lead after all, while nobody has it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from leads.shares import LEAD
from storage.offices import read_standings
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import (
    ASSIGN,
    CLAIM,
    CLAIM_AFTER_ALL,
    DECLINE,
    GIVE_BACK,
    NOT_MY_SEGMENT,
    SALE,
    TOO_BUSY,
)

PHONE = "8 (843) 200-11-22"
HALF = Fraction(1, 2)


async def balance(desk: Desk, who: str, segment: str = "tatarstan") -> Fraction:
    """What they are owed, in leads."""
    async with desk.database.reading() as store:
        return Fraction(read_standings(store, segment)[who].credit, LEAD)


async def test_a_decline_is_taken_back_and_costs_one_turn(desk: Desk) -> None:
    at_first, hers = await balance(desk, "petrov"), await balance(desk, "sidorova")
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    late = desk.petrov.data(CLAIM_AFTER_ALL)
    assert desk.sidorova.has(CLAIM)
    assert await desk.petrov.taps(CLAIM_AFTER_ALL) == "Лид ваш"
    assert desk.petrov.has(SALE) and not desk.sidorova.has(CLAIM)
    assert "№1 уже взят: Пётр Петров" in desk.sidorova.card("↩️").text, "it rings"
    assert "Взят за" in desk.anna.card("№1").text
    assert await balance(desk, "petrov") == at_first - HALF and await balance(desk, "sidorova") == hers + HALF
    await desk.restarts()
    assert "Лид уже у вас" in await desk.petrov.taps_data(*late)


@pytest.mark.parametrize("reason", [TOO_BUSY, NOT_MY_SEGMENT])
async def test_whatever_the_reason_was_it_counts_once(desk: Desk, reason: str) -> None:
    before = await balance(desk, "petrov")
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(reason)
    await desk.restarts()
    await desk.petrov.taps(CLAIM_AFTER_ALL)
    assert await balance(desk, "petrov") == before - HALF
    await desk.petrov.sends("/why 1")
    told = desk.petrov.card("Почему №1").text
    assert "Всё-таки взят: Пётр Петров" in told and "Засчитан" in told


async def test_after_a_silence_the_button_stands_under_the_line(desk: Desk) -> None:
    before = await balance(desk, "petrov")
    await desk.lead()
    old = desk.petrov.data(CLAIM)
    await desk.passes(minutes=6)
    card = desk.petrov.card("№1: время вышло")
    assert card.button(CLAIM_AFTER_ALL) and not desk.petrov.has(CLAIM), "it is no offer any more"
    assert "Время вышло" in await desk.petrov.taps_data(*old), "the old button stays dead"
    await desk.petrov.taps(CLAIM_AFTER_ALL)
    assert desk.petrov.has(SALE)
    assert await balance(desk, "petrov") == before - HALF


@pytest.mark.parametrize("minutes", [2, 17, 27, 120])
async def test_with_the_next_or_the_head_or_the_director(desk: Desk, minutes: int) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.passes(minutes=minutes)
    await desk.restarts()
    await desk.petrov.taps(CLAIM_AFTER_ALL)
    assert desk.petrov.has(SALE)
    for who in (desk.sidorova, desk.smirnov, desk.orlova):
        assert not who.has(CLAIM)
    await desk.passes(hours=1)
    assert not desk.orlova.has(CLAIM)


async def test_the_first_counts(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    message, late = desk.petrov.data(CLAIM_AFTER_ALL)
    await desk.sidorova.taps(CLAIM)
    assert not desk.petrov.has(CLAIM_AFTER_ALL)
    assert await desk.petrov.taps_data(message, late) == "Лид уже забрали: Ольга Сидорова"


async def test_two_who_think_again_at_once(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.sidorova.taps(DECLINE)
    await desk.petrov.taps(DECLINE)  # everybody was asked once more
    await desk.sidorova.taps(DECLINE)
    taps = [(who, *who.data(CLAIM_AFTER_ALL)) for who in (desk.sidorova, desk.petrov)]
    queries = [desk.telegram.tap(who.id, message, data=data) for who, message, data in taps]
    await desk.settle()
    said = [who.toasts(query) for (who, *_), query in zip(taps, queries, strict=True)]
    assert said == [["Лид ваш"], ["Лид уже забрали: Ольга Сидорова"]]


async def test_ones_own_client_costs_nothing_this_way_either(desk: Desk) -> None:
    await desk.lead(f"Рустам {PHONE}, окна")
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    before = await balance(desk, "petrov")
    await desk.lead(f"Рустам {PHONE}, дверь")
    await desk.petrov.taps(DECLINE, on="№2")
    await desk.petrov.taps(CLAIM_AFTER_ALL)
    assert await balance(desk, "petrov") == before


async def test_whoever_is_full_or_has_given_it_back_does_not(tmp_path: Path) -> None:
    small = varied(OFFICE, people={"petrov": {"capacity": 1}})
    async with office(tmp_path, small) as desk:
        await desk.lead()
        await desk.petrov.taps(DECLINE)
        await desk.petrov.taps(CLAIM_AFTER_ALL)
        await desk.petrov.taps(GIVE_BACK)
        assert not desk.petrov.has(CLAIM_AFTER_ALL)
        await desk.sidorova.taps(CLAIM)
        await desk.lead(f"Вера {PHONE}")
        await desk.petrov.taps(DECLINE, on="№2")
        message, late = desk.petrov.data(CLAIM_AFTER_ALL)
        await desk.smirnov.opens(1)
        await desk.smirnov.taps(ASSIGN)
        await desk.smirnov.taps("Пётр Петров")
        assert "закройте один из своих" in await desk.petrov.taps_data(message, late)


async def test_who_was_never_asked_may_not(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    message, late = desk.petrov.data(CLAIM_AFTER_ALL)
    for who in (desk.ivanov, desk.orlova):
        assert await who.taps_data(message, late) == "Этот лид не у вас"
    assert await desk.anna.taps_data(message, late) == "Этот лид не у вас"
    assert await desk.stranger(999).taps_data(message, late) != "Лид ваш"


async def test_the_head_who_declined_thinks_again_too(desk: Desk) -> None:
    await desk.lead()
    await desk.passes(minutes=26)
    await desk.smirnov.taps(DECLINE)
    await desk.smirnov.taps(CLAIM_AFTER_ALL)
    assert desk.smirnov.has(SALE) and not desk.orlova.has(CLAIM)


async def test_the_words_are_there_in_english(tmp_path: Path) -> None:
    async with office(tmp_path, varied(OFFICE, locale="en", people={"petrov": {"locale": "en"}})) as desk:
        await desk.lead(tap="")
        await desk.petrov.taps("Can’t")
        await desk.petrov.taps("Take after all")
        assert desk.petrov.has("Sale") or desk.petrov.has("Sold")
