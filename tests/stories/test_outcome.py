"""What became of a lead: steps on the way, a sale and its amount, a refusal and its reason, reminders."""

from __future__ import annotations

import pytest

from contacts.amounts import read_amount
from storage import people
from storage.sealing import seal
from tests.stories.desk import Desk
from tests.stories.words import (
    BAD_LEAD,
    CLAIM,
    CONFIRM,
    GIVE_BACK,
    HAND_OVER,
    INVOICE,
    MEETING,
    MET_ALREADY,
    NO_ANSWER,
    REACHED,
    REFUSAL,
    SALE,
    SKIP,
    TOO_EXPENSIVE,
)


async def takes_a_lead(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)


STEPS = {
    REACHED: "Дозвонились",
    NO_ANSWER: NO_ANSWER,
    INVOICE: "Счёт выставлен",
}


async def test_each_step_on_the_way_is_marked_and_seen_by_the_secretary(desk: Desk) -> None:
    await takes_a_lead(desk)
    for button, said in STEPS.items():
        assert await desk.petrov.taps(button) == "Отмечено"
        marked = [b.text for row in desk.petrov.card("№1").buttons for b in row if "✓" in b.text]
        assert len(marked) == 1 and button in marked[0]
        assert said in desk.anna.card("№1").text


AMOUNTS = {
    "120 000": 120_000_00,
    "120\u00a0000 ₽": 120_000_00,
    "120000 руб.": 120_000_00,
    "120.000": 120_000_00,
    "99,90": 99_90,
    "99.9р": 99_90,
    "150к": 150_000_00,
    "1,5 млн": 1_500_000_00,
    "12 тыс. ₽": 12_000_00,
    "1.250 млн": 1_250_000_00,
    "12.000": 12_000_00,
    "12,000": 12_000_00,
    "1,250,000.50": 1_250_000_50,
    "1 250 000,50": 1_250_000_50,
    "120 000 рублей": 120_000_00,
    "12 тысяч": 12_000_00,
    "120 т.р.": 120_000_00,
    "120тр": 120_000_00,
    "150 тыс.руб": 150_000_00,
    "₽120000": 120_000_00,
    "$ 1200": 1_200_00,
    "12000.": 12_000_00,
    "1 млн 250 тыс": 1_250_000_00,
    "1 млн 250 000 руб.": 1_250_000_00,
    "12000 руб 50 коп": 12_000_50,
    "１２０ ０００": 120_000_00,
    "2 млрд": 2_000_000_000_00,
    "1250,000": None,
    "12 34": None,
    "1.2.3": None,
    "тысяч": None,
    "₽": None,
    "250 тыс 1 млн": None,
    "120 000 на двоих": None,
    "много": None,
    "8 (843) 200-00-00": None,
    "100 или 200": None,
    "-5": None,
    "": None,
}


@pytest.mark.parametrize("typed", AMOUNTS)
def test_an_amount_is_read_however_it_is_typed(typed: str) -> None:
    assert read_amount(typed) == AMOUNTS[typed]


async def test_a_sale_has_an_amount_which_is_not_the_secretary_s_to_see(desk: Desk) -> None:
    await takes_a_lead(desk)
    await desk.petrov.taps(SALE)
    assert "Какая сумма" in desk.petrov.card("№1").text
    await desk.petrov.sends("99,90")
    assert desk.petrov.card("Записано").text == "💰 Записано: №1, 99,90\u202f₽"
    assert "Продажа" in desk.anna.card("№1").text and "99" not in desk.anna.card("№1").text
    assert not desk.petrov.sees("Какая сумма") and not desk.petrov.has(SKIP)


async def test_an_amount_that_is_not_understood_is_asked_for_again(desk: Desk) -> None:
    await takes_a_lead(desk)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("много")
    assert "Не понял сумму" in desk.petrov.card().text
    await desk.petrov.sends("5000")
    assert desk.petrov.sees("№1, 5\u202f000")


@pytest.mark.parametrize("typed", ["90000000000 млн", "1 000 000 000 001", "99999999999999999999"])
async def test_more_than_any_sale_brings_is_asked_for_again(desk: Desk, typed: str) -> None:
    await takes_a_lead(desk)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends(typed)
    assert "больше триллиона" in desk.petrov.card().text or "Не понял" in desk.petrov.card().text
    await desk.petrov.sends("1 000 000 000 000")
    assert "№1, 1\u202f000\u202f000\u202f000\u202f000" in desk.petrov.card("Записано").text


@pytest.mark.parametrize(
    "typed", ["89179998877", "8 917 999-88-77", "9179998877", "+7 917 9998877", "8917999887"]
)
async def test_a_phone_typed_where_an_amount_is_awaited_is_no_amount(desk: Desk, typed: str) -> None:
    await takes_a_lead(desk)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends(typed)
    assert "Это телефон?" in desk.petrov.card().text and not desk.petrov.sees("Записано")
    assert not desk.petrov.sees("Какая сумма"), "nobody waits for it any longer"
    await desk.petrov.sends("5000")
    assert not desk.petrov.sees("Записано")


async def test_a_phone_typed_by_who_is_secretary_too_is_a_draft_and_ends_the_waiting(desk: Desk) -> None:
    async with desk.database.writing() as store:
        people.change(store, "petrov", roles=["secretary", "manager"])
        people.touch_setup(store)
        seal(store, desk.clock.now())
    await desk.settle()  # the program looks once a second
    await takes_a_lead(desk)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("89179998877")
    assert "+7 917 999-88-77" in desk.petrov.card("Новый лид").text
    assert not desk.petrov.sees("Какая сумма") and not desk.petrov.sees("Записано")


@pytest.mark.parametrize("typed", ["79179998877 руб", "4 951 234 567", "₽9179998877"])
async def test_who_says_that_it_is_money_is_believed(desk: Desk, typed: str) -> None:
    await takes_a_lead(desk)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends(typed)
    assert desk.petrov.sees("Записано")


async def test_a_sale_needs_no_amount(desk: Desk) -> None:
    await takes_a_lead(desk)
    await desk.petrov.taps(SALE)
    message, skip = desk.petrov.data(SKIP)
    await desk.petrov.taps(SKIP)
    assert not desk.petrov.sees("Какая сумма")
    assert "💰 Продажа" in desk.anna.card("№1").text
    assert await desk.petrov.taps_data(message, skip) == "Уже отмечено"
    await desk.petrov.sends("5000")
    assert "Сейчас у вас нет открытых лидов" in desk.petrov.card().text
    assert "5" not in desk.anna.card("№1").text.split("💰")[1].splitlines()[0]


async def test_a_refusal_has_a_reason_and_only_the_first_counts(desk: Desk) -> None:
    await takes_a_lead(desk)
    await desk.petrov.taps(REFUSAL)
    assert "Почему клиент отказался" in desk.petrov.card("№1").text
    message, other = desk.petrov.data("Выбрали других")
    await desk.petrov.taps(TOO_EXPENSIVE)
    assert await desk.petrov.taps_data(message, other) == "Уже отмечено"
    assert "Отказ: дорого" in desk.anna.card("№1").text


async def test_whoever_gives_a_lead_back_is_not_offered_it_next(desk: Desk) -> None:
    await takes_a_lead(desk)
    await desk.petrov.taps(GIVE_BACK)
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
    assert not desk.petrov.sees("200-00-00")


async def test_while_the_head_thinks_about_a_bad_lead_it_cannot_be_moved(desk: Desk) -> None:
    await takes_a_lead(desk)
    message, won = desk.petrov.data(SALE)
    await desk.petrov.taps(BAD_LEAD)
    assert "Решает руководитель" in await desk.petrov.taps_data(message, won)
    assert not desk.petrov.has(SALE)
    head, settle = desk.smirnov.data(CONFIRM)
    await desk.smirnov.taps(CONFIRM)
    assert "Брак подтверждён" in desk.petrov.card("№1 ·").text
    assert "закрыт" in await desk.smirnov.taps_data(head, settle)


async def test_reminders_come_after_a_day_a_week_and_three_weeks_and_no_more(desk: Desk) -> None:
    await takes_a_lead(desk)
    reminders = []
    for days in (1, 6, 14, 9):
        before = desk.petrov.card("№1").message_id
        await desk.passes(days=days)
        reminders.append(desk.petrov.card("№1").message_id > before)
    assert reminders == [True, True, True, False]
    assert "Что нового?" in desk.petrov.card("№1").text


async def test_a_sign_of_life_begins_the_reminders_anew(desk: Desk) -> None:
    await takes_a_lead(desk)
    await desk.passes(hours=23)
    await desk.petrov.taps(REACHED)
    before = desk.petrov.card("№1").message_id
    await desk.passes(hours=23)
    assert desk.petrov.card("№1").message_id == before, "a day has not passed since he called"
    await desk.passes(hours=1)
    assert desk.petrov.card("№1").message_id > before
    assert "Что нового?" in desk.petrov.card("№1").text
    await desk.petrov.taps(MEETING)
    await desk.petrov.taps(MET_ALREADY)
    assert "Что нового?" not in desk.petrov.card("№1").text


async def test_what_a_manager_writes_without_being_asked_is_answered_politely(desk: Desk) -> None:
    await desk.petrov.sends("Привет, где мои лиды?")
    assert "Сейчас у вас нет открытых лидов" in desk.petrov.card().text


async def test_what_somebody_sends_who_is_secretary_and_manager_becomes_a_lead(desk: Desk) -> None:
    async with desk.database.writing() as store:
        people.change(store, "petrov", roles=["secretary", "manager"])
        people.touch_setup(store)
        seal(store, desk.clock.now())
    await desk.settle()  # the program looks once a second
    await desk.petrov.sends("Рустам 8 (843) 200-00-00")
    assert desk.petrov.has(HAND_OVER)
    await desk.petrov.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("Алсу 8 (843) 200-00-01")
    assert desk.petrov.has(HAND_OVER), "no amount, so it is a lead"
    await desk.petrov.sends("70 000")
    assert desk.petrov.sees("Записано: №1")
