"""/off with days, as people write them; and the Saturdays on which the calendar has them work."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM

CHECK_IN = varied(OFFICE, presence="check_in")
WEEKDAYS = varied(OFFICE, hours={"mon-fri": "09:00-18:00"})
RUSSIAN = WEEKDAYS.replace("offers = 2", 'offers = 2\nholidays = "RU"')


@pytest.mark.parametrize("day", ["23.11", "22.11", "сегодня", "20.10"])
async def test_a_day_that_is_not_ahead_is_said_to_be_none_and_changes_nothing(desk: Desk, day: str) -> None:
    await desk.petrov.sends(f"/off {day}")
    assert "Этот день не впереди" in desk.petrov.card().text
    await desk.lead()
    assert desk.petrov.has(CLAIM)


@pytest.mark.parametrize(
    ("typed", "back"),
    [
        ("завтра", "24 ноября (вт)"),
        ("до пятницы", "27 ноября (пт)"),
        ("10 декабря", "10 декабря (чт)"),
        ("2 недели", "7 декабря (пн)"),
        ("10.01", "10 января 2027 (вс)"),
    ],
)
async def test_the_answer_names_the_weekday_and_another_year(desk: Desk, typed: str, back: str) -> None:
    await desk.petrov.sends(f"/off {typed}")
    assert f"Вернётесь {back}" in desk.petrov.card().text
    await desk.petrov.sends("/me")
    assert f"вернётесь {back}" in desk.petrov.card().text
    await desk.lead()
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)


async def test_a_leave_told_of_beforehand_begins_and_ends_by_itself_also_after_a_restart(desk: Desk) -> None:
    await desk.petrov.sends("/off с 25 по 26 ноября")
    assert "с 25 ноября (ср) по 26 ноября (чт). Вернётесь 27 ноября (пт)" in desk.petrov.card().text
    await desk.petrov.sends("/me")
    assert "Отпуск с 25 ноября (ср)" in desk.petrov.card().text and "Вы на месте" in desk.petrov.card().text
    await desk.lead()
    await desk.petrov.taps(CLAIM, on="№1")
    await desk.restarts()
    await desk.passes(days=2)
    await desk.lead()
    await desk.sidorova.taps(CLAIM, on="№2")
    await desk.lead()
    assert desk.sidorova.card("№3", button=CLAIM), "it is Petrov's turn, but he is on leave"
    await desk.sidorova.taps(CLAIM, on="№3")
    await desk.passes(days=2)
    await desk.lead()
    assert desk.petrov.card("№4", button=CLAIM)


async def test_a_leave_that_is_still_ahead_is_given_up_with_on(desk: Desk) -> None:
    await desk.petrov.sends("/off 25.11 - 30.11")
    await desk.petrov.sends("/on")
    assert "отпуск отменён" in desk.petrov.card().text
    await desk.petrov.sends("/me")
    assert "Отпуск" not in desk.petrov.card().text
    await desk.passes(days=3)
    await desk.lead()
    assert desk.petrov.has(CLAIM)


async def test_checking_in_of_a_morning_leaves_a_planned_leave_as_it_is(tmp_path: Path) -> None:
    async with office(tmp_path, CHECK_IN) as desk:
        await desk.petrov.sends("/on")
        await desk.petrov.sends("/off 25.11 - 30.11")
        await desk.sidorova.sends("/on")
        await desk.petrov.sends("/off")
        await desk.passes(days=1)
        await desk.petrov.sends("/on")
        await desk.lead()
        await desk.sidorova.taps(CLAIM, on="№1")
        await desk.lead()
        await desk.petrov.taps(CLAIM, on="№2")
        await desk.passes(days=1)
        await desk.lead()
        await desk.sidorova.taps(CLAIM, on="№3")
        await desk.lead()
        assert desk.sidorova.card("№4", button=CLAIM), "it is Petrov's turn, but he is on leave"


async def test_a_working_saturday_is_open_and_the_next_one_is_not(tmp_path: Path) -> None:
    saturday = datetime(2027, 2, 20, 9, tzinfo=UTC)  # noon in Moscow
    async with office(tmp_path, RUSSIAN, saturday) as desk:
        await desk.lead()
        assert desk.petrov.has(CLAIM)
        await desk.petrov.taps(CLAIM)
        await desk.passes(days=7)
        await desk.lead()
        assert "Офис закрыт" in desk.anna.card("№2").text


async def test_without_the_calendar_a_saturday_stays_what_it_is(tmp_path: Path) -> None:
    async with office(tmp_path, WEEKDAYS, datetime(2027, 2, 20, 9, tzinfo=UTC)) as desk:
        await desk.lead()
        assert not desk.petrov.has(CLAIM)


HOURS = varied(OFFICE, hours={"mon-fri": "09:00-18:00"})


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("14:00-18:00", "23 ноября (пн) вас нет с 14:00 до 18:00. Лиды пойдут снова 24 ноября (вт) в 09:00"),
        ("до 14:00", "Вернётесь 23 ноября (пн) в 14:00, лиды пойдут снова 23 ноября (пн) в 14:00"),
        (
            "с 14:00",
            "вас нет с 23 ноября (пн), 14:00. Вернётесь 24 ноября (вт), лиды пойдут снова 24 ноября (вт) в 09:00",
        ),
        (
            "с 25.11 15:00 до 27.11 12:00",
            "с 25 ноября (ср), 15:00, до 27 ноября (пт), 12:00. Лиды пойдут снова 27 ноября (пт) в 12:00",
        ),
        ("до субботы", "Вернётесь 28 ноября (сб), лиды пойдут снова 30 ноября (пн) в 09:00"),
        ("с 25 по 27 ноября", "Вернётесь 28 ноября (сб), лиды пойдут снова 30 ноября (пн) в 09:00"),
        ("с 23 по 26 ноября", "Вернётесь 27 ноября (пт): с утра лиды пойдут снова"),
        (
            "с 25 по 26 ноября",
            "До отпуска всё как обычно, но в последние 2\u00a0ч работы новые лиды уже не придут.",
        ),
    ],
)
async def test_the_answer_says_from_when_to_when_and_when_leads_come_again(
    tmp_path: Path, typed: str, said: str
) -> None:
    async with office(tmp_path, HOURS) as desk:
        await desk.petrov.sends(f"/off {typed}")
        assert said in desk.petrov.card().text
        await desk.verifies()


async def test_half_a_day_off_ends_an_offer_and_is_over_at_its_hour_also_after_a_restart(desk: Desk) -> None:
    await desk.passes(hours=3, minutes=58)
    await desk.petrov.sends("/off 14:00-16:00")
    await desk.lead()
    assert desk.petrov.has(CLAIM), "it has not begun, and is too short to be prepared for"
    await desk.passes(minutes=2)
    assert not desk.petrov.has(CLAIM) and desk.sidorova.has(CLAIM)
    await desk.petrov.sends("/me")
    assert "вернётесь 23 ноября (пн) в 16:00" in desk.petrov.card("Пётр Петров").text
    await desk.sidorova.taps(CLAIM)
    await desk.restarts()
    await desk.passes(hours=1, minutes=59)
    await desk.lead()
    assert not desk.petrov.has(CLAIM)
    await desk.passes(minutes=1)
    await desk.lead()
    assert desk.petrov.card("№3", button=CLAIM)
    await desk.verifies()


async def test_in_the_last_hours_before_a_leave_no_new_lead_comes(desk: Desk) -> None:
    await desk.petrov.sends("/off 24.11 - 27.11")
    await desk.passes(hours=6)
    await desk.lead()
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
    await desk.petrov.sends("/why 1")
    assert "вот-вот начинался отпуск" in desk.petrov.card("Почему №1").text
    await desk.petrov.sends("/me")
    assert "последние часы" in desk.petrov.card("Пётр Петров").text
    await desk.verifies()
