"""Nobody's time to answer runs on when he is not there: closing, lunch, the end of a shift, /off, leave, dismissal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.offices import OFFICE, on_duty, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM

LUNCH = varied(OFFICE, hours={"mon-fri": ["09:00-13:00", "14:00-18:00"]})
STRICT = varied(OFFICE, pause_after_lapses=2)
ALONE = varied(STRICT, segments={"tatarstan": {"members": ["petrov"]}})
CHECK_IN = varied(OFFICE, presence="check_in")
ALWAYS = varied(OFFICE, hours="always", leave_buffer="0s")
SHIFTS = {"petrov": "09:00-14:00", "sidorova": "14:00-18:00"}


def by_shifts(shifts: dict[str, str]) -> str:
    every_day = [on_duty(who, f"mon-sun {hours}", "tatarstan") for who, hours in shifts.items()]
    return varied(OFFICE, segments={"tatarstan": {"scheme": "duty"}}, shifts=every_day)


def moscow(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=UTC) - timedelta(hours=3)


async def test_two_offers_cut_short_by_closing_pause_nobody_and_come_again_in_the_morning(
    tmp_path: Path,
) -> None:
    async with office(tmp_path, ALONE, moscow("23T17:56")) as desk:
        await desk.lead()
        await desk.passes(minutes=2)
        await desk.lead()
        await desk.passes(minutes=3)
        assert not desk.petrov.has(CLAIM)
        assert "Рабочее время кончилось, вам это ничего не стоит" in desk.petrov.card("№1").text
        assert "предложу снова завтра в 09:00" in desk.petrov.card("№2").text
        assert "Офис закрыт" in desk.anna.card("№1").text
        await desk.restarts()
        await desk.passes(hours=15)
        assert desk.petrov.card("№1", button=CLAIM) and desk.petrov.card("№2", button=CLAIM)
        await desk.petrov.taps(CLAIM, on="№1")
        await desk.petrov.taps(CLAIM, on="№2")
        await desk.petrov.sends("/me")
        assert "Вы на месте" in desk.petrov.card("Пётр Петров").text


async def test_why_tells_that_closing_came_between_and_that_the_turn_was_given_back(tmp_path: Path) -> None:
    async with office(tmp_path, STRICT, moscow("23T17:58")) as desk:
        await desk.lead()
        await desk.passes(minutes=3)
        await desk.petrov.sends("/why 1")
        told = desk.petrov.card("Почему №1").text
        assert "Пётр Петров: кончилось рабочее время." in told and "Не засчитан" in told
        assert "Время вышло" not in told


async def test_a_tap_after_closing_is_told_that_it_costs_nothing(tmp_path: Path) -> None:
    async with office(tmp_path, STRICT, moscow("23T17:58")) as desk:
        await desk.lead()
        button = desk.petrov.data(CLAIM)
        await desk.passes(minutes=3)
        assert "ничего не стоит" in await desk.petrov.taps_data(*button)


async def test_at_lunch_an_offer_rests_until_the_office_opens_again(tmp_path: Path) -> None:
    async with office(tmp_path, LUNCH, moscow("23T12:58")) as desk:
        await desk.lead()
        await desk.passes(minutes=2)
        assert "Начался обед" in desk.petrov.card("№1").text
        await desk.passes(hours=1)
        assert desk.petrov.has(CLAIM), "he is the first in line still"
        await desk.passes(minutes=5)
        assert desk.sidorova.has(CLAIM), "he has had all his time now"


async def test_at_the_end_of_a_shift_it_goes_on_at_once_to_whoever_is_on_duty(tmp_path: Path) -> None:
    async with office(tmp_path, by_shifts(SHIFTS), moscow("23T13:58")) as desk:
        await desk.lead()
        assert desk.petrov.has(CLAIM)
        await desk.passes(minutes=2)
        assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
        assert "Ваше дежурство кончилось" in desk.petrov.card("№1").text


@pytest.mark.parametrize("typed", ["/off", "/off завтра", "/off 2 недели"])
async def test_off_passes_the_offer_on_at_once_and_costs_nothing(desk: Desk, typed: str) -> None:
    await desk.lead()
    await desk.passes(minutes=1)
    await desk.petrov.sends(typed)
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
    assert "вам это ничего не стоит" in desk.petrov.card("№1").text
    assert "Ольга Сидорова" in desk.anna.card("№1").text
    await desk.passes(minutes=30)
    await desk.petrov.sends("/on")
    await desk.petrov.sends("/me")
    assert "Вы на месте" in desk.petrov.card("Пётр Петров").text, "no lapse was counted"


async def test_with_check_in_too(tmp_path: Path) -> None:
    async with office(tmp_path, CHECK_IN, moscow("23T17:50")) as desk:
        await desk.petrov.sends("/on")
        await desk.sidorova.sends("/on")
        await desk.lead()
        await desk.petrov.sends("/off")
        assert desk.sidorova.has(CLAIM)
        await desk.sidorova.taps(CLAIM)
        await desk.sidorova.sends("/off")
        await desk.petrov.sends("/on")
        await desk.passes(minutes=8)
        await desk.lead()
        assert desk.petrov.card("№2", button=CLAIM)
        await desk.passes(minutes=3)
        assert "Рабочее время кончилось" in desk.petrov.card("№2").text


async def test_a_leave_told_of_beforehand_takes_the_offer_back_at_midnight(tmp_path: Path) -> None:
    async with office(tmp_path, ALWAYS, moscow("23T23:57")) as desk:
        await desk.petrov.sends("/off с 24 по 26 ноября")
        await desk.lead()
        assert desk.petrov.has(CLAIM)
        await desk.restarts()
        await desk.passes(minutes=4)
        assert desk.sidorova.has(CLAIM) and "У вас отпуск" in desk.petrov.card("№1").text


async def test_an_office_that_is_always_open_is_as_ever(tmp_path: Path) -> None:
    async with office(tmp_path, ALWAYS, moscow("23T23:58")) as desk:
        await desk.lead()
        await desk.passes(minutes=6)
        await desk.petrov.sends("/why 1")
        assert "Время вышло" in desk.petrov.card("Почему №1").text


async def test_whoever_is_taken_out_of_the_segment_is_out_of_its_offers(desk: Desk) -> None:
    await desk.lead()
    await desk.set_up(varied(OFFICE, segments={"tatarstan": {"members": ["sidorova"]}}))
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
    assert "Этот сегмент теперь не ваш" in desk.petrov.card("№1").text


async def test_other_hours_count_at_once_for_what_is_out_and_for_what_waits(tmp_path: Path) -> None:
    async with office(tmp_path, OFFICE, moscow("23T17:58")) as desk:
        await desk.lead()
        await desk.set_up(varied(OFFICE, hours={"mon-fri": "09:00-17:00", "sat": "10:00-15:00"}))
        assert "Офис закрыт" in desk.anna.card("№1").text and not desk.petrov.has(CLAIM)
        await desk.set_up(ALWAYS)
        assert desk.petrov.has(CLAIM)
        await desk.restarts()
        await desk.passes(minutes=4)
        assert desk.petrov.has(CLAIM), "it is six, and the office stays open"


async def test_a_swap_counts_for_what_is_out(tmp_path: Path) -> None:
    async with office(tmp_path, by_shifts(SHIFTS), moscow("23T09:10")) as desk:
        await desk.lead()
        assert desk.petrov.has(CLAIM)
        await desk.set_up(by_shifts({"petrov": "10:00-14:00", "sidorova": "09:00-10:00"}))
        assert desk.sidorova.has(CLAIM) and "Ваше дежурство кончилось" in desk.petrov.card("№1").text


async def test_the_head_has_it_over_night_and_his_time_goes_on_in_the_morning(tmp_path: Path) -> None:
    bosses = varied(OFFICE, offers=0, ladder=["head", "director"])
    async with office(tmp_path, bosses, moscow("23T17:56")) as desk:
        await desk.lead()
        await desk.passes(hours=4)
        assert desk.smirnov.has(CLAIM) and not desk.orlova.has(CLAIM)
        await desk.passes(hours=11, minutes=15)
        assert desk.orlova.has(CLAIM)
