"""The secretary's card keeps telling the truth, and asks nothing of her after the hand-over."""

from __future__ import annotations

from tests.stories.desk import Desk
from tests.stories.words import (
    BAD_LEAD,
    CLAIM,
    DECLINE,
    DISCARD,
    GIVE_BACK,
    HAND_OVER,
    MEETING,
    MET_ALREADY,
    NOT_BAD,
    SALE,
)


def status(desk: Desk) -> str:
    """What her card says of the lead; it is one card all the time, and is no draft any more."""
    (card,) = desk.anna.messages()
    assert not card.button(HAND_OVER) and not card.button(DISCARD)
    return card.text


async def test_the_card_follows_the_whole_ladder(desk: Desk) -> None:
    await desk.lead()
    assert "Предложен: Пётр Петров" in status(desk) and "до 10:05" in status(desk)
    await desk.passes(minutes=5)
    assert "Предложен: Ольга Сидорова" in status(desk) and "до 10:10" in status(desk)
    await desk.sidorova.taps(DECLINE)
    assert "всем, кто на месте: Пётр Петров, Ольга Сидорова" in status(desk) and "до 10:15" in status(desk)
    await desk.passes(minutes=10)
    assert "решает руководитель: Сергей Смирнов" in status(desk)
    await desk.smirnov.taps(DECLINE)
    assert "решает директор: Мария Орлова" in status(desk)
    await desk.orlova.taps(CLAIM)
    assert "Взят за 15" in status(desk) and "Мария Орлова" in status(desk)


async def test_the_card_follows_the_lead_in_its_holders_hands(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    assert "Взят" in status(desk) and "Пётр Петров" in status(desk)
    await desk.petrov.taps(MEETING)
    await desk.petrov.taps(MET_ALREADY)
    assert "Была встреча" in status(desk)
    await desk.petrov.taps(GIVE_BACK)
    assert "Предложен: Ольга Сидорова" in status(desk) and "Пётр Петров" not in status(desk)
    await desk.sidorova.taps(CLAIM)
    await desk.sidorova.taps(BAD_LEAD)
    assert "решает руководитель" in status(desk)
    await desk.smirnov.taps(NOT_BAD)
    assert "Взят" in status(desk)
    await desk.sidorova.taps(SALE)
    await desk.sidorova.sends("99,90")
    assert "Продажа" in status(desk) and "Ольга Сидорова" in status(desk) and "99" not in status(desk)


async def test_the_card_says_who_got_it_by_hand(desk: Desk) -> None:
    await desk.lead()
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    await desk.smirnov.taps("Иван Иванов")
    assert "Назначен вручную: Иван Иванов" in status(desk)
