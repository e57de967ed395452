"""What a head reads on Monday: why leads were declined, refused and bad, in all and by manager; words in the file."""

from __future__ import annotations

from tests.stories.desk import Desk
from tests.stories.test_workbook import asks, book
from tests.stories.words import (
    BAD_LEAD,
    CLAIM,
    CONFIRM,
    DECLINE,
    NOT_MY_SEGMENT,
    OWN_WORDS,
    REFUSAL,
    TOO_BUSY,
    TOO_EXPENSIVE,
)

REASONS = "Причины"


async def a_bad_day(desk: Desk) -> None:
    """№1: Petrov is busy, Sidorova loses it by its price. №2: Petrov's, lost in his words. №3: spam, №4: untold."""
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(TOO_BUSY)
    await desk.sidorova.taps(CLAIM)
    await desk.sidorova.taps(REFUSAL)
    await desk.sidorova.taps(TOO_EXPENSIVE)
    for reason in (OWN_WORDS, "Спам", None):
        await desk.lead()
        who = next(one for one in (desk.petrov, desk.sidorova) if one.has(CLAIM))
        await who.taps(CLAIM)
        await who.taps(REFUSAL if reason == OWN_WORDS else BAD_LEAD)
        if reason:
            await who.taps(reason)
        if reason == OWN_WORDS:
            await who.sends("переехали в Сочи")
        else:
            await desk.smirnov.taps(CONFIRM)


async def test_the_report_says_why_and_no_words(desk: Desk) -> None:
    await a_bad_day(desk)
    await desk.smirnov.sends("/report")
    await desk.smirnov.taps(REASONS)
    text = desk.smirnov.card("Почему отказались").text
    assert "«Не могу» 1: много дел 1" in text
    assert "Отказы клиентов 2: дорого 1, своими словами 1" in text
    assert "Брак 2: спам 1, без причины 1" in text
    assert "Ольга Сидорова: " in text and "Сочи" not in text
    await desk.orlova.sends("/report")
    await desk.orlova.taps(REASONS)
    assert "Брак 2" in desk.orlova.card("Почему отказались").text


async def test_a_day_without_any_says_so(desk: Desk) -> None:
    await desk.lead()
    await desk.smirnov.sends("/report")
    await desk.smirnov.taps(REASONS)
    assert "отказов и брака нет" in desk.smirnov.card("Почему отказались").text


async def test_the_file_has_them_and_the_words_for_whoever_sees_clients(desk: Desk) -> None:
    await a_bad_day(desk)
    await asks(desk.smirnov)
    found = book(desk.smirnov)
    rows = [(line["О чём"], line["Причина"], line["Сколько раз"]) for line in found.lines("Причины")]
    assert ("«Не могу»", "много дел", 1) in rows and ("отказ клиента", "дорого", 1) in rows
    assert ("брак", "спам", 1) in rows and ("отказ клиента", "своими словами", 1) in rows
    assert found.total("Причины")["Сколько раз"] == 5
    leads = found.lines("Лиды")
    assert [line["Почему брак"] for line in leads if line["№"] == 3] == ["Спам"]
    assert [line["Своими словами"] for line in leads if line["№"] == 2] == ["переехали в Сочи"]
    await asks(desk.orlova)
    assert not any("Сочи" in text for text in book(desk.orlova).texts())


async def test_a_decline_for_another_segment_is_counted_too(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(NOT_MY_SEGMENT)
    await desk.smirnov.sends("/report")
    await desk.smirnov.taps(REASONS)
    assert "«Не могу» 1: не мой сегмент 1" in desk.smirnov.card("Почему отказались").text
