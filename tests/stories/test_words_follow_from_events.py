"""What a screen says happened did happen: every such sentence follows from an entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.test_switching import switched
from tests.stories.words import (
    BAD_LEAD,
    CLAIM,
    GIVE_BACK,
    INVOICE,
    MEETING,
    MET_ALREADY,
    NO_ANSWER,
    NOT_BAD,
    REACHED,
    SALE,
)


async def everybody_is_away(desk: Desk) -> None:
    await desk.petrov.sends("/off")
    await desk.sidorova.sends("/off")


async def test_where_nobody_was_asked_nobody_is_said_to_have_refused(desk: Desk) -> None:
    await everybody_is_away(desk)
    await desk.lead()
    assert "Сейчас некому предложить, решает руководитель: Сергей Смирнов" in desk.anna.card("№1").text
    assert "Сейчас некому предложить. Решите сами: возьмите или назначьте" in desk.smirnov.card("№1").text
    await desk.smirnov.sends("/why 1")
    assert "Предложить было некому, поэтому руководителю." in desk.smirnov.card("Почему №1").text
    await desk.passes(minutes=10)
    # by then the head was asked, and has not taken it
    assert "Никто не взял, решает директор" in desk.anna.card("№1").text


async def test_whom_telegram_did_not_reach_was_not_asked(desk: Desk) -> None:
    for person in (desk.petrov, desk.sidorova):
        desk.telegram.block(person.id)
    await desk.lead()
    assert "Сейчас некому предложить, решает руководитель" in desk.anna.card("№1").text
    await desk.smirnov.sends("/why 1")
    why = desk.smirnov.card("Почему №1").text
    assert "Предложить было некому, поэтому руководителю." in why and "Никто не взял" not in why


async def test_where_somebody_was_asked_and_did_not_take_it_that_is_said(desk: Desk) -> None:
    await desk.sidorova.sends("/off")
    await desk.lead()
    await desk.passes(minutes=5)
    assert desk.petrov.sees("По одному никто не взял. Кто первый нажмёт «Беру», того и лид")
    await desk.passes(minutes=10)
    assert "Никто не взял, решает руководитель" in desk.anna.card("№1").text
    assert "Никто не взял. Решите сами" in desk.smirnov.card("№1").text


async def test_a_lead_that_was_given_back_was_taken_by_somebody(desk: Desk) -> None:
    await desk.sidorova.sends("/off")
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/off")
    await desk.petrov.taps(GIVE_BACK)
    assert "Лид вернули, решает руководитель: Сергей Смирнов" in desk.anna.card("№1").text
    await desk.anna.sends("/why 1")
    assert "Лид вернули, поэтому руководителю." in desk.anna.card("Почему №1").text


async def test_offered_to_all_from_the_first_nobody_is_said_to_have_been_asked_alone(tmp_path: Path) -> None:
    async with office(tmp_path, varied(OFFICE, offers=0)) as desk:
        await desk.lead()
        assert desk.petrov.sees("Предложен всем, кто на месте. Кто первый нажмёт «Беру», того и лид")
        await desk.petrov.sends("/why 1")
        assert "Сразу всем, кто на месте." in desk.petrov.card("Почему №1").text


async def test_a_secretary_and_a_director_are_not_told_that_they_are_in_no_segment(desk: Desk) -> None:
    await desk.lead()
    for person in (desk.anna, desk.orlova, desk.smirnov):
        await person.sends("/why 1")
        assert "Вы не входите" not in person.card("Почему №1").text
    await desk.ivanov.sends("/why 1")
    assert "Вы не входите в сегмент «Татарстан»" in desk.ivanov.card("Почему №1").text


@pytest.mark.parametrize(
    ("marks", "line"),
    [
        ((REACHED,), "Отмечено: дозвон 1, встреча 0, счёт 0"),
        ((REACHED, MEETING, MET_ALREADY), "Отмечено: дозвон 1, встреча 1, счёт 0"),
        ((REACHED, INVOICE, NO_ANSWER), "Отмечено: дозвон 1, встреча 0, счёт 1"),
        ((MEETING, MET_ALREADY, REACHED, MEETING, MET_ALREADY), "Отмечено: дозвон 1, встреча 1, счёт 0"),
        ((NO_ANSWER,), None),
        ((), None),
    ],
)
async def test_the_funnel_counts_what_was_marked_and_concludes_nothing_from_a_sale(
    desk: Desk, marks: tuple[str, ...], line: str | None
) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    for mark in marks:
        await desk.petrov.taps(mark)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("120000")
    await desk.orlova.sends("/report")
    await desk.orlova.taps("Подробно")
    report = desk.orlova.card("Итоги").text
    assert line in report if line else "Отмечено" not in report


async def test_whom_a_rule_concerns_is_told_the_secretary_where_she_is_to_choose(desk: Desk) -> None:
    await switched(desk, "кто первый")
    assert not desk.anna.sees("Новая схема")
    await switched(desk, "выбирает секретарь")
    told = [m.text for m in desk.anna.messages() if "Новая схема" in m.text]
    assert len(told) == 1 and "Татарстан: выбирает секретарь" in told[0]
    await switched(desk, "поровну по долям")
    assert len([m for m in desk.anna.messages() if "Новая схема" in m.text]) == 2, "nor is it hers any more"


async def test_her_open_draft_lets_her_choose_from_that_moment(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    assert not desk.anna.has("Пётр Петров")
    await switched(desk, "выбирает секретарь")
    assert desk.anna.has("Пётр Петров")
    await switched(desk, "поровну по долям")
    assert not desk.anna.has("Пётр Петров")


async def test_a_lead_that_the_head_calls_good_was_not_assigned_by_hand(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(NOT_BAD)
    assert "назначен вам вручную" not in desk.petrov.card("№1", button=SALE).text
    assert "Лид ваш" in desk.petrov.card("№1", button=SALE).text
