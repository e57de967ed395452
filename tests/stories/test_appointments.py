"""What a client was promised comes back at its time: a call, a meeting; whoever does not call is reminded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.erasure import Erasure
from desk.sought import Sought
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import (
    ASSIGN,
    BAD_LEAD,
    CALL_BACK,
    CLAIM,
    GIVE_BACK,
    MEETING,
    MET_ALREADY,
    NO_ANSWER,
    NOTE,
    REACHED,
    REFUSAL,
    SALE,
)

CALM = varied(OFFICE, first_contact="off")
DUE = "Пора перезвонить"


def newest(person: Person) -> str:
    return person.messages()[-1].text


@pytest.fixture
async def held(desk: Desk) -> Desk:
    """№1 is Petrov's, on a Monday at ten; nobody watches when he calls first."""
    await desk.set_up(CALM)
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    return desk


async def promises(desk: Desk, words: str) -> None:
    await desk.petrov.taps(CALL_BACK, on="№1")
    await desk.petrov.sends(words)


async def test_a_button_whose_list_is_open_says_what_to_do(held: Desk) -> None:
    assert not await held.petrov.taps(CALL_BACK, on="№1")
    assert await held.petrov.taps(CALL_BACK, on="№1") == "Выберите время или напишите его"
    assert not await held.petrov.taps(MEETING, on="№1"), "the other one is asked instead"
    assert "Когда встреча?" in held.petrov.card("№1").text


async def test_what_is_to_be_put_right_comes_in_the_place_of_the_question(held: Desk) -> None:
    await held.petrov.taps(CALL_BACK, on="№1")
    await held.petrov.taps("Исправить", on="№1")
    assert "Когда перезвонить?" not in held.petrov.card("№1").text
    assert held.petrov.has("Имя")


async def test_a_time_is_chosen_and_comes_back_as_a_new_card(held: Desk) -> None:
    await held.petrov.taps(CALL_BACK, on="№1")
    assert "Когда перезвонить?" in held.petrov.card("№1").text
    offered = [button.text for row in held.petrov.card("№1").buttons for button in row]
    for words in ("сегодня 18:00", "завтра 10:00", "через 3 дня, 10:00", "в понедельник, 10:00"):
        assert f"⏰ {words}" in offered
    assert await held.petrov.taps("завтра 10:00") == "Записано, напомню в это время"
    assert "⏰ Перезвонить: вт, 24 нояб., 10:00" in held.petrov.card("№1").text
    assert "Перезвонить: вт, 24 нояб., 10:00" in held.anna.card("№1").text
    await held.petrov.sends("/help")
    await held.passes(hours=23, minutes=59)
    assert not held.petrov.sees(DUE)
    await held.passes(minutes=1)
    assert DUE in newest(held.petrov) and "200-00-00" in newest(held.petrov)
    await held.verifies()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("завтра в 15", "вт, 24 нояб., 15:00"),
        ("пт 11:30", "пт, 27 нояб., 11:30"),
        ("05.12 10:00", "сб, 5 дек., 10:00"),
        ("через 2 часа", "пн, 23 нояб., 12:00"),
    ],
)
async def test_a_time_may_be_typed(held: Desk, typed: str, said: str) -> None:
    await promises(held, typed)
    assert f"⏰ Перезвонить: {said}" in newest(held.petrov)


async def test_what_was_promised_is_told_twice_and_then_to_the_head(held: Desk) -> None:
    await promises(held, "сегодня в 12")
    await held.passes(hours=2)
    first = held.petrov.card(DUE).message_id
    await held.passes(minutes=15)
    second = held.petrov.card(DUE).message_id
    assert second > first and not held.smirnov.sees("№1")
    await held.restarts()
    await held.passes(minutes=15)
    card = held.smirnov.card("Клиент ждёт звонка")
    assert "Клиенту обещали перезвонить (12:00, 23 нояб.)" in card.text and "Пётр Петров" in card.text
    before = len(held.smirnov.messages())
    await held.passes(hours=2)
    assert len(held.smirnov.messages()) == before, "it is told no more"
    await held.smirnov.taps(ASSIGN, on="Клиент ждёт")
    await held.smirnov.taps("Ольга Сидорова")
    assert "Перезвонить: пн, 23 нояб., 12:00" in held.sidorova.chat(), "the promise goes with the lead"
    await held.verifies()


@pytest.mark.parametrize("sign", ["mark", "note", "plan", "sale"])
async def test_a_sign_of_it_ends_the_telling(held: Desk, sign: str) -> None:
    await promises(held, "сегодня в 12")
    await held.passes(hours=2)
    match sign:
        case "mark":
            await held.petrov.taps(REACHED, on="№1")
        case "note":
            await held.petrov.taps(NOTE, on="№1")
            await held.petrov.sends("Думает, просил не торопить")
        case "plan":
            await promises(held, "завтра в 11")
        case "sale":
            await held.petrov.taps(SALE, on="№1")
    assert not held.petrov.sees(DUE)
    before = held.petrov.card("№1").message_id
    await held.passes(hours=1)
    assert held.petrov.card("№1").message_id == before and not held.smirnov.sees("№1")
    await held.verifies()


async def test_a_note_before_its_time_leaves_what_was_promised(held: Desk) -> None:
    await promises(held, "завтра в 11")
    await held.petrov.replies("Нужен балкон, третий этаж", to="№1")
    assert "Перезвонить: вт, 24 нояб., 11:00" in newest(held.petrov)
    await held.petrov.taps(REACHED, on="№1")
    assert held.petrov.sees("Перезвонить: вт, 24 нояб., 11:00")


async def test_a_call_shortly_before_its_time_is_that_call(held: Desk) -> None:
    await promises(held, "сегодня в 12")
    await held.passes(hours=1, minutes=40)
    await held.petrov.taps(REACHED, on="№1")
    await held.passes(hours=1)
    assert not held.petrov.sees(DUE)


async def test_nobody_is_told_who_is_away_but_the_head(held: Desk) -> None:
    await promises(held, "завтра в 11")
    await held.petrov.sends("/off 30.11")
    before = newest(held.petrov)
    await held.passes(days=1, hours=1)
    assert held.smirnov.sees("Клиент ждёт звонка")
    assert newest(held.petrov) == before, "nothing rings on a leave"
    await held.verifies()


async def test_a_time_outside_of_their_hours_is_asked_about(held: Desk) -> None:
    await promises(held, "завтра в 21:00")
    assert "вт, 24 нояб., 21:00 — в это время вас нет на работе" in newest(held.petrov)
    assert not held.petrov.sees("Перезвонить: вт")
    await held.petrov.taps("Другое время")
    assert held.petrov.has("завтра 10:00")
    await held.petrov.sends("завтра в 20:30")
    await held.petrov.taps("вт, 24 нояб., 20:30")
    assert "⏰ Перезвонить: вт, 24 нояб., 20:30" in held.petrov.card("№1").text
    await held.passes(days=1, hours=10, minutes=30)
    assert DUE in newest(held.petrov)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("сегодня в 9:30", "Это время уже прошло"),
        ("как-нибудь потом", "Время не понято"),
        ("12.12.2031 10:00", "Дальше чем на год"),
    ],
)
async def test_what_is_no_time_to_come_is_said(held: Desk, typed: str, said: str) -> None:
    await promises(held, typed)
    assert said in newest(held.petrov)
    await held.petrov.sends("завтра в 11")
    assert "⏰ Перезвонить: вт, 24 нояб., 11:00" in newest(held.petrov)


async def test_a_button_whose_time_is_over_says_so(held: Desk) -> None:
    await held.petrov.taps(CALL_BACK, on="№1")
    message, today = held.petrov.data("сегодня 18:00")
    await held.passes(hours=9)
    assert await held.petrov.taps_data(message, today) == "Это время уже прошло, выберите другое"


async def test_tomorrow_is_the_day_after_the_tap_whenever_the_card_was_drawn(held: Desk) -> None:
    await held.petrov.taps(CALL_BACK)
    tomorrow = held.petrov.data("завтра 10:00")
    await held.passes(hours=22)  # it is tomorrow, at eight
    await held.petrov.taps_data(*tomorrow)
    assert "ср, 25 нояб., 10:00" in held.petrov.card("Перезвонить:").text
    await held.verifies()


async def test_a_doubled_tap_plans_once(held: Desk) -> None:
    await held.petrov.taps(CALL_BACK, on="№1")
    message, tomorrow = held.petrov.data("завтра 10:00")
    await held.petrov.taps("завтра 10:00")
    before = await held.stored()
    assert await held.petrov.taps_data(message, tomorrow) == "Уже отмечено"
    assert await held.stored() == before


async def test_a_tap_on_a_lead_that_somebody_else_has_by_now_is_refused(held: Desk) -> None:
    await held.petrov.taps(CALL_BACK, on="№1")
    message, tomorrow = held.petrov.data("завтра 10:00")
    await held.petrov.taps("Не надо")
    await held.petrov.taps(GIVE_BACK)
    await held.sidorova.taps(CLAIM)
    assert "Ольга Сидорова" in await held.petrov.taps_data(message, tomorrow)


async def test_what_was_planned_may_be_taken_out_again(held: Desk) -> None:
    await promises(held, "завтра в 11")
    await held.petrov.taps(CALL_BACK, on="№1")
    message, off = held.petrov.data("Убрать из планов")
    assert await held.petrov.taps("Убрать из планов") == "Убрано из планов"
    assert not held.petrov.sees("Перезвонить: вт")
    assert await held.petrov.taps_data(message, off) == "Ничего не запланировано"
    await held.passes(days=1, hours=2)
    assert not held.petrov.sees(DUE)
    await held.verifies()


async def test_a_meeting_is_told_of_an_hour_before_and_asked_about_at_its_time(held: Desk) -> None:
    await held.petrov.taps(MEETING, on="№1")
    await held.petrov.sends("завтра в 15")
    assert "🗓 Встреча: вт, 24 нояб., 15:00" in newest(held.petrov)
    await held.passes(days=1, hours=4)
    assert "Скоро встреча" in newest(held.petrov)
    await held.petrov.sends("/help")
    await held.restarts()
    await held.passes(hours=1)
    assert "Как прошла?" in newest(held.petrov)
    assert await held.petrov.taps(MET_ALREADY) == "Отмечено"
    assert not held.petrov.sees("Как прошла?") and "Была встреча" in held.anna.card("№1").text
    await held.verifies()


async def test_a_meeting_that_was_may_be_marked_at_once(held: Desk) -> None:
    await held.petrov.taps(MEETING, on="№1")
    assert "Когда встреча?" in held.petrov.card("№1").text
    await held.petrov.taps(MET_ALREADY)
    text = held.petrov.card("№1").text
    assert "Была встреча" in text and "Когда встреча?" not in text


async def test_after_nobody_answered_the_next_try_is_one_tap(held: Desk) -> None:
    await held.petrov.taps(NO_ANSWER, on="№1")
    assert "Когда попробовать ещё раз?" in held.petrov.card("№1").text
    await held.petrov.taps("через час, 11:00")
    assert "⏰ Перезвонить: пн, 23 нояб., 11:00" in held.petrov.card("№1").text
    await held.passes(hours=1)
    assert DUE in newest(held.petrov)
    await held.petrov.taps(NO_ANSWER, on="№1")
    assert "Недозвон ×2" in held.petrov.card("№1").text and held.petrov.has("через час, 12:00")


async def test_whoever_is_forgotten_is_not_called(held: Desk) -> None:
    await promises(held, "завтра в 11")
    await Erasure(held.app.door).erase(Sought(phones=("+78432000000",)))
    await held.passes(days=1, hours=2)
    assert not held.petrov.sees(DUE)
    await held.verifies()


async def test_a_wrong_clock_does_not_put_off_what_is_told_again(held: Desk) -> None:
    await promises(held, "сегодня в 12")
    held.clock._start += timedelta(hours=5)
    await held.settle()
    assert DUE in newest(held.petrov)
    held.clock._start -= timedelta(hours=5)
    await held.settle()
    await held.passes(hours=2, minutes=31)
    assert held.smirnov.sees("Клиент ждёт звонка")
    await held.verifies()


async def test_a_time_that_nobody_has_told_hides_nothing_that_is_due(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(NO_ANSWER)
    await desk.petrov.taps(MEETING)
    assert "Когда встреча?" in desk.petrov.card("№1 ·").text
    await desk.restarts()
    await desk.passes(days=1)
    card = desk.petrov.card("№1 ·")
    assert "Что нового?" in card.text and "Когда встреча?" not in card.text
    await desk.petrov.taps(MEETING, on="№1")
    assert "Когда встреча?" in desk.petrov.card("№1 ·").text, "it can be asked for anew"


async def test_a_question_of_just_now_stands_beside_what_is_due(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(CALL_BACK)
    await desk.petrov.sends("через час")
    await desk.passes(minutes=58)
    await desk.petrov.taps(MEETING, on="№1")
    await desk.passes(minutes=3)
    await desk.petrov.sends("завтра в 15")
    assert "🗓 Встреча: " in desk.petrov.card("№1 ·").text


async def test_a_client_is_no_time_that_is_not_understood(held: Desk) -> None:
    await held.petrov.taps(CALL_BACK)
    await held.petrov.sends("Клиент Вера 8 (495) 207-06-22, окна")
    assert not held.petrov.sees("Время не понято")
    assert "Вера" in held.petrov.card(button="Это мой новый лид").text


ENDINGS = {
    REFUSAL: "Почему клиент отказался?",
    BAD_LEAD: "Почему брак?",
    GIVE_BACK: "",
}


@pytest.mark.parametrize("end", ENDINGS)
@pytest.mark.parametrize(("ask", "asked"), [(MEETING, "Когда встреча?"), (CALL_BACK, "Когда перезвонить?")])
async def test_when_is_asked_of_nobody_who_has_the_lead_no_more(
    held: Desk, ask: str, asked: str, end: str
) -> None:
    await held.petrov.taps(ask, on="№1")
    await held.petrov.taps(end, on=asked)
    card = held.petrov.card("№1")
    assert asked not in card.text
    assert ENDINGS[end] in card.text
    assert not held.petrov.has(MET_ALREADY)
    await held.petrov.sends("не помню")
    assert not held.petrov.sees("Время не понято")


async def test_when_is_asked_of_nobody_whose_lead_the_head_gives_to_another(held: Desk) -> None:
    await held.petrov.taps(MEETING, on="№1")
    await held.smirnov.opens(1)
    await held.smirnov.taps(ASSIGN, on="№1")
    await held.smirnov.taps("Сидорова", on="№1")
    assert not held.petrov.sees("Когда встреча?")
    assert not held.petrov.has(MET_ALREADY)
    await held.petrov.sends("не помню")
    assert not held.petrov.sees("Время не понято")
