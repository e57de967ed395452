"""Everybody may know why a lead went where it went, and where he himself stands."""

from __future__ import annotations

from pathlib import Path

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, DECLINE, DETAILS, SALE, TOO_BUSY


async def test_the_one_who_was_chosen_reads_why(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/why 1")
    why = desk.petrov.card("Почему №1").text
    assert "10:00 Предложен: Пётр Петров. Это вы. Перв" in why, "first in the line"
    assert "взят." in why


async def test_the_one_behind_him_reads_his_place(desk: Desk) -> None:
    await desk.lead()
    await desk.sidorova.sends("/why №1")
    assert "Ваше место в очереди: 2." in desk.sidorova.card("Почему №1").text


async def test_the_one_who_was_away_reads_so(desk: Desk) -> None:
    await desk.petrov.sends("/off")
    await desk.lead()
    await desk.petrov.sends("/on")
    await desk.petrov.sends("/why 1")
    assert "Вы были на паузе." in desk.petrov.card("Почему №1").text


async def test_the_one_with_full_hands_reads_so(tmp_path: Path) -> None:
    full = varied(OFFICE, people={"petrov": {"capacity": 1}})
    async with office(tmp_path, full) as desk:
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        await desk.lead()
        await desk.sidorova.taps(CLAIM)
        await desk.lead()
        await desk.petrov.sends("/why 3")
        assert "сколько можно" in desk.petrov.card("Почему №3").text


async def test_the_one_who_had_it_before_reads_so_by_the_button(desk: Desk) -> None:
    await desk.lead()
    await desk.passes(minutes=5)
    assert "время вышло, предложен: Ольга Сидорова" in desk.petrov.card("№1").text
    await desk.petrov.taps("Почему?")
    why = desk.petrov.card("Почему №1").text
    assert "Время вышло." in why and "Вам его уже предлагали." in why


async def test_who_declined_it_himself_is_not_told_that_time_ran_out(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(TOO_BUSY)
    assert "время вышло" not in desk.petrov.chat()


async def test_somebody_of_another_segment_reads_that_it_was_not_for_him(desk: Desk) -> None:
    await desk.lead()
    await desk.ivanov.sends("/why 1")
    assert "в сегмент «Татарстан», поэтому вам его не предлагали" in desk.ivanov.card("Почему №1").text


async def test_the_secretary_and_the_head_may_ask_too(desk: Desk) -> None:
    await desk.lead()
    for person in (desk.anna, desk.smirnov):
        await person.sends("/why 1")
        assert "Предложен: Пётр Петров" in person.card("Почему №1").text
        assert "200-00-00" not in person.card("Почему №1").text


async def test_a_lead_assigned_by_hand_names_the_hand(desk: Desk) -> None:
    await desk.lead()
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    await desk.smirnov.taps("Иван Иванов")
    await desk.petrov.sends("/why 1")
    why = desk.petrov.card("Почему №1").text
    assert "Иван Иванов" in why and "Сергей Смирнов" in why


async def test_a_wrong_question_is_answered_politely(desk: Desk) -> None:
    await desk.petrov.sends("/why")
    assert "например: /why 7" in desk.petrov.card().text
    await desk.petrov.sends("/why 77")
    assert "Лида №77 нет" in desk.petrov.card().text
    await desk.petrov.sends("/why 999999999999999999999")
    assert "например: /why 7" in desk.petrov.card().text
    await desk.anna.sends("Черновик 8 (843) 200-00-00")
    await desk.petrov.sends("/why 1")
    assert "Лида №1 нет" in desk.petrov.card().text, "a draft is nobody's business"


async def test_a_manager_sees_his_own_standing_and_nobody_elses(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/me")
    await desk.petrov.taps(DETAILS)
    me = desk.petrov.card("Как считается").text
    assert "В работе: 1. Весь список" in me and "предложено 1, взято 1, продаж 0" in me
    assert "Татарстан · по очереди\n👉 Ваше место: 2 из 2" in me and "Итого: −0,50" in me
    assert "Сидорова" not in me


async def test_the_heads_list_shows_every_open_lead_and_where_it_is(desk: Desk) -> None:
    await desk.smirnov.sends("/leads")
    assert "Открытых лидов нет" in desk.smirnov.card().text
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    await desk.smirnov.sends("/leads")
    rows = [row for row in desk.smirnov.card("Открытые лиды: 2").text.splitlines() if row.startswith("№")]
    assert "№2" in rows[0] and "Ольга Сидорова" in rows[0], "those that nobody has come first"
    assert "№1" in rows[1] and "Пётр Петров" in rows[1]


async def test_the_directors_hand_reaches_as_far_as_the_heads(desk: Desk) -> None:
    await desk.lead()
    await desk.orlova.sends("/leads")
    await desk.orlova.taps("№1")
    assert "200-00-00" not in desk.orlova.chat(), "the contact is for the owner, the head and the secretary"
    await desk.orlova.taps("Иван Иванов")
    assert desk.ivanov.has(SALE)
    assert "Иван Иванов" in desk.orlova.card("№1", button="Назначить другого").text
    assert "200-00-00" not in desk.orlova.chat()
