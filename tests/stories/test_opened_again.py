"""An outcome that was recorded by mistake: opened again, and an amount that was another one."""

from __future__ import annotations

from pathlib import Path

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import (
    AMOUNT,
    ASSIGN,
    BAD_LEAD,
    CLAIM,
    CONFIRM,
    GIVE_BACK,
    REACHED,
    REFUSAL,
    REOPEN,
    SALE,
    SKIP,
    TOO_EXPENSIVE,
)

NARROW = varied(OFFICE, people={"petrov": {"capacity": 1}})


async def sold(desk: Desk, amount: str = "120 000") -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    if amount:
        await desk.petrov.sends(amount)


async def balance(person: Person) -> str:
    await person.sends("/me")
    await person.taps("Подробно")
    return next(line for line in person.card("Итого").text.splitlines() if "Итого" in line)


async def sales(desk: Desk) -> str:
    await desk.smirnov.sends("/report")
    return desk.smirnov.card().text


async def test_the_card_says_what_was_recorded_and_how_long_it_can_be_taken_back(desk: Desk) -> None:
    await sold(desk)
    text = desk.petrov.card("№1 ·").text
    assert "💰 Продажа: 120\u202f000\u202f₽ · записано" in text
    assert "Исправить можно до завтра, 10:00" in text
    assert desk.petrov.has(AMOUNT) and desk.petrov.has(REOPEN)


async def test_a_sale_by_mistake_is_open_again_and_counts_no_more(desk: Desk) -> None:
    await sold(desk)
    message, data = desk.petrov.data(REOPEN)
    assert await desk.petrov.taps(REOPEN) == "Лид снова в работе"
    assert "Взят" in desk.anna.card("№1").text and "Продажа" not in desk.anna.card("№1").text
    await desk.restarts()
    assert await desk.petrov.taps_data(message, data) == "Лид и так в работе"
    assert desk.petrov.has(GIVE_BACK) and not desk.petrov.has(REOPEN)
    await desk.petrov.taps(REACHED)
    await desk.petrov.taps(REFUSAL)
    await desk.petrov.taps(TOO_EXPENSIVE)
    assert "Отказ: дорого · записано" in desk.petrov.card("№1 ·").text
    assert "120" not in await sales(desk)


async def test_what_was_marked_before_stays_marked(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REACHED)
    await desk.petrov.taps(REFUSAL)
    await desk.petrov.taps(REOPEN)  # before a reason is told
    assert "Дозвонились" in desk.petrov.card("№1 ·").text
    assert "Почему клиент" not in desk.petrov.card("№1 ·").text


async def test_reminders_begin_anew(desk: Desk) -> None:
    await sold(desk)
    await desk.passes(hours=23)
    await desk.petrov.taps(REOPEN)
    await desk.passes(hours=23)
    assert "давно без движения" not in desk.petrov.card("№1 ·").text
    await desk.passes(hours=2)
    assert "давно без движения" in desk.petrov.card("№1 ·").text


async def test_after_a_day_only_the_head_opens_it(desk: Desk) -> None:
    await sold(desk)
    message, data = desk.petrov.data(REOPEN)
    await desk.passes(hours=25)
    assert "попросите руководителя" in await desk.petrov.taps_data(message, data)
    assert "попросите руководителя" in await desk.petrov.taps(AMOUNT)
    await desk.orlova.taps_data(message, data)
    assert "№1 снова у вас, в работе. Решение: Мария Орлова" in desk.petrov.card("снова у вас").text
    assert desk.petrov.card("Лид ваш").message_id > message, "it rings"
    assert desk.petrov.has(SALE)


async def test_nobody_elses_lead_is_opened(desk: Desk) -> None:
    await sold(desk)
    message, data = desk.petrov.data(REOPEN)
    assert await desk.sidorova.taps_data(message, data) == "Этот лид не у вас"
    assert await desk.anna.taps_data(message, data) == "Этот лид не у вас"


async def test_a_bad_lead_is_opened_by_the_head_and_costs_its_turn_again(desk: Desk) -> None:
    before = await balance(desk.petrov)
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    paid = await balance(desk.petrov)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM)
    assert await balance(desk.petrov) == before != paid
    message, data = desk.smirnov.data(REOPEN)
    assert "вернуть может только он" in await desk.petrov.taps_data(message, data)
    await desk.restarts()
    await desk.smirnov.taps(REOPEN)
    assert await balance(desk.petrov) == paid
    assert desk.petrov.has(SALE)
    assert desk.smirnov.has(ASSIGN), "the head may give it to somebody else"
    assert await desk.smirnov.taps_data(message, data) == "Лид и так в работе"


async def test_another_open_lead_of_the_client_is_not_opened_over(desk: Desk) -> None:
    await sold(desk, "")
    await desk.petrov.taps(SKIP)
    message, data = desk.petrov.data(REOPEN)
    await desk.petrov.sends("/off")
    await desk.lead("Рустам 8 (843) 200-00-00, ещё окно")
    await desk.sidorova.taps(CLAIM)
    assert (
        await desk.petrov.taps_data(message, data) == "У этого клиента уже открыт другой лид: Ольга Сидорова"
    )
    await desk.smirnov.taps_data(message, data)
    assert desk.petrov.sees("№1 снова у вас")


async def test_past_the_capacity_only_by_the_heads_hand(tmp_path: Path) -> None:
    async with office(tmp_path, NARROW) as desk:
        await sold(desk, "")
        await desk.petrov.taps(SKIP)
        message, data = desk.petrov.data(REOPEN)
        await desk.lead()
        await desk.sidorova.taps(CLAIM)
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        assert "закройте один из своих" in await desk.petrov.taps_data(message, data)
        await desk.smirnov.taps_data(message, data)
        assert desk.petrov.sees("№1 снова у вас")


async def test_of_a_manager_who_is_gone_it_goes_to_the_others(desk: Desk) -> None:
    await sold(desk)
    message, data = desk.petrov.data(REOPEN)
    desk.telegram.block(desk.petrov.id)
    await desk.set_up(
        varied(OFFICE, people={"petrov": None}, segments={"tatarstan": {"members": ["sidorova"]}})
    )
    assert "лид пошёл дальше" in await desk.smirnov.taps_data(message, data)
    assert desk.sidorova.has(CLAIM)


async def test_an_amount_is_corrected_by_its_seller_and_by_the_head(desk: Desk) -> None:
    await sold(desk)
    await desk.petrov.taps(AMOUNT)
    assert "Какая сумма" in desk.petrov.card("№1 ·").text
    await desk.restarts()
    await desk.petrov.sends("12 000")
    assert "Продажа: 12\u202f000\u202f₽" in desk.petrov.card("№1 ·").text
    message, data = desk.petrov.data(AMOUNT)
    await desk.smirnov.taps_data(message, data)
    await desk.smirnov.sends("13 000")
    assert "Продажа: 13\u202f000\u202f₽" in desk.petrov.card("· записано").text
    assert (
        "№1: сумма теперь 13\u202f000\u202f₽. Исправлено: Сергей Смирнов"
        in desk.petrov.card("сумма теперь").text
    )


async def test_an_amount_that_was_skipped_is_told_later(desk: Desk) -> None:
    await sold(desk, "")
    await desk.petrov.taps(SKIP)
    assert "💰 Продажа записана, сумма не указана" in desk.petrov.card("№1 ·").text
    await desk.passes(days=3)
    await desk.petrov.taps(AMOUNT)
    await desk.petrov.sends("5000")
    assert "Продажа: 5\u202f000\u202f₽" in desk.petrov.card("№1 ·").text
