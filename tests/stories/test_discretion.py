"""What was chosen by hand is seen by all: in the summary, in /report, and at the end of /queue."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, DETAILS, HAND_OVER

BY_HAND = varied(OFFICE, segments={"tatarstan": {"scheme": "secretary"}, "rest": {"scheme": "manual"}})


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, BY_HAND) as desk:
        yield desk


async def picked(desk: Desk, *names: str) -> None:
    for number, name in enumerate(names):
        await desk.anna.sends(f"Рустам 8 (843) 200-44-{number:02}")
        await desk.anna.taps(name)
        taker = desk.sidorova if "Ольга" in name else desk.petrov
        await taker.taps(CLAIM)


async def test_how_often_against_the_rule_for_whom_and_by_whom(desk: Desk) -> None:
    await picked(desk, "Ольга", "Ольга", "Ольга")
    await desk.anna.sends("Нина 8 495 200-44-55")
    await desk.anna.taps(HAND_OVER)
    await desk.smirnov.taps("Иван Иванов")
    await desk.anna.sends("Рустам 8 (843) 200-44-66")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    for reader in (desk.smirnov, desk.orlova):
        await reader.sends("/report")
        assert "Вручную отдано 4 из 5" in reader.card("Итоги").text
        await reader.taps(DETAILS)
        card = reader.card("Итоги").text
        assert "✋ Вручную отдано 4 из 5, из них 4 не тем, кому по схеме: " in card
        assert "Ольга Сидорова +3, Иван Иванов +1, Пётр Петров −4" in card
        assert "Кто выбирал: Анна Секретарёва 3 (не по схеме 3), Сергей Смирнов 1 (не по схеме 1)" in card
    await desk.passes(hours=9)
    assert "Вручную отдано 4 из 5" in desk.orlova.card("Итоги").text, "and in the evening's summary"


async def test_what_was_picked_by_the_rule_is_told_as_such(desk: Desk) -> None:
    await picked(desk, "Пётр", "Ольга")
    await desk.orlova.sends("/report")
    assert "Вручную" not in desk.orlova.card("Итоги").text, "nothing to be warned of"
    await desk.orlova.taps(DETAILS)
    assert "✋ Вручную отдано 2 из 2, всё по схеме\nКто выбирал: Анна" in desk.orlova.card("Итоги").text


async def test_where_no_hand_chose_nothing_is_said(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.orlova.sends("/report")
    assert "вручную" not in desk.orlova.card("Итоги").text
    await desk.petrov.sends("/queue")
    assert "вручную" not in desk.petrov.card("Кто следующий").text


async def test_every_manager_sees_it_at_the_end_of_the_queue_for_thirty_days(desk: Desk) -> None:
    await picked(desk, "Ольга", "Ольга")
    await desk.petrov.sends("/queue")
    card = desk.petrov.card("Кто следующий").text
    assert "Татарстан · за 30 дней" in card and "по схеме: Ольга Сидорова +2, Пётр Петров −2" in card
    await desk.ivanov.sends("/queue")
    assert "за 30 дней" not in desk.ivanov.card("Кто следующий").text, "his own segments only"
    await desk.smirnov.sends("/queue")
    assert "Татарстан · за 30 дней" in desk.smirnov.card("Кто следующий").text
    await desk.passes(days=31)
    await desk.petrov.sends("/queue")
    assert "за 30 дней" not in desk.petrov.card().text


async def test_a_lead_taken_out_of_other_hands_counts_for_the_hand_that_did_it(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-44-00")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    await desk.smirnov.taps("Назначить другого", on="№1 ·")
    await desk.smirnov.taps("Ольга Сидорова")
    await desk.orlova.sends("/report")
    card = desk.orlova.card("Итоги").text
    assert "Вручную отдано 1 из 2, из них 1 не тем, кому по схеме: Ольга Сидорова +1" in card
