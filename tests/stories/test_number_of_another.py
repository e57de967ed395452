"""A number that is put right after the hand-over turns out to be another client's, who has an open lead."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.tables.office import members
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.test_corrections import corrects
from tests.stories.words import ADD_TO, APART, CLAIM, GIVE_BACK, PHONE, REFUSAL, SALE

FIRST, SECOND = "8 (843) 224-18-33", "8 (843) 200-55-66"
VIKTOR = f"Виктор {FIRST}, окна"
RUSTAM = f"Рустам {SECOND}, балкон"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, varied(OFFICE, pause_after_lapses=9)) as desk:
        yield desk


def newest(person: Person) -> str:
    return person.messages()[-1].text


async def credits_of(desk: Desk) -> list[str]:
    async with desk.database.reading() as store:
        rows = store.execute(select(members).order_by(members.c.segment, members.c.person))
        return [f"{row.segment} {row.person} {row.credit}" for row in rows]


async def is_offered(desk: Desk) -> list[Person]:
    return [p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM)]


@pytest.fixture
async def held(desk: Desk) -> Desk:
    """№1 is Petrov's, №2 Sidorova's."""
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.lead(RUSTAM)
    await desk.sidorova.taps(CLAIM)
    return desk


async def test_whoever_corrects_is_told_and_so_are_both_holders_and_the_head(held: Desk) -> None:
    await corrects(held.sidorova, PHONE, FIRST, on="№2")
    assert held.sidorova.sees("Этот номер у клиента из №1, его ведёт Пётр Петров")
    assert "👥 Тот же клиент: №1, ведёт Пётр Петров" in held.sidorova.card("№2 ·").text
    told = "Ваш №1 и №2: это один клиент. №2 ведёт Ольга Сидорова"
    assert told in newest(held.petrov) and "Отмечено: Ольга Сидорова" in newest(held.petrov)
    assert held.smirnov.sees("№2 (ведёт Ольга Сидорова) и №1 (ведёт Пётр Петров): это один клиент")
    for number in (1, 2):
        assert held.smirnov.card(f"№{number} ·").button("Назначить")
    assert held.petrov.has(SALE) and held.sidorova.has(SALE), "nothing was taken from anybody"
    await held.verifies()


async def test_who_has_both_is_told_once_and_the_head_has_nothing_to_decide(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.sidorova.sends("/off")
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await corrects(desk.anna, PHONE, FIRST, on="№2")
    assert desk.petrov.sees("№2 и №1: это один клиент, и оба у вас. Отмечено: Анна Секретарёва")
    assert "один клиент" not in desk.smirnov.chat()


async def test_the_number_of_somebody_whose_lead_is_closed_rings_nobody(held: Desk) -> None:
    await held.petrov.taps(REFUSAL, on="№1")
    before = len(held.petrov.messages())
    await corrects(held.sidorova, PHONE, FIRST, on="№2")
    assert "один клиент" not in held.petrov.chat() + held.smirnov.chat() + held.sidorova.chat()
    assert len(held.petrov.messages()) == before


async def test_a_lead_that_is_only_offered_is_added_with_one_tap(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    before = await credits_of(desk)
    await desk.lead(RUSTAM)
    assert await credits_of(desk) != before
    await corrects(desk.anna, PHONE, FIRST, on="№2")
    assert desk.anna.sees("Этот номер у клиента из №1, его ведёт Пётр Петров")
    assert desk.sidorova.has(CLAIM), "until somebody says so, it goes on"
    await desk.restarts()
    assert await desk.anna.taps(f"{ADD_TO} №1", on="№2") == "Добавлено к открытому лиду"
    assert not await is_offered(desk)
    assert "№2 добавлен к №1" in newest(desk.sidorova)
    assert "балкон" in desk.petrov.card("№1 ·").text
    assert await credits_of(desk) == before, "it has cost nobody a turn"
    await desk.verifies()


async def test_a_second_tap_and_one_that_comes_too_late_add_nothing(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.lead(RUSTAM)
    await corrects(desk.anna, PHONE, FIRST, on="№2")
    message, data = desk.anna.data(f"{ADD_TO} №1", on="№2")
    await desk.sidorova.taps(CLAIM)
    before = await desk.stored()
    assert await desk.anna.taps_data(message, data) == "Лид уже забрали: Ольга Сидорова"
    assert await desk.stored() == before
    await desk.sidorova.taps(REFUSAL, on="№2")
    before = await desk.stored()
    assert await desk.anna.taps_data(message, data) == "Лид уже закрыт: Ольга Сидорова"
    assert await desk.stored() == before


async def test_nothing_is_added_to_a_lead_that_was_closed_meanwhile(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.lead(RUSTAM)
    await corrects(desk.anna, PHONE, FIRST, on="№2")
    message, data = desk.anna.data(f"{ADD_TO} №1", on="№2")
    await desk.petrov.taps(REFUSAL, on="№1")
    assert not desk.anna.has(ADD_TO), "the card stays true"
    before = await desk.stored()
    assert await desk.anna.taps_data(message, data) == "Тот лид уже закрыт"
    assert await desk.stored() == before


async def test_whoever_may_not_take_it_back_may_not_add_it(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.lead(RUSTAM)
    await corrects(desk.anna, PHONE, FIRST, on="№2")
    _, data = desk.anna.data(f"{ADD_TO} №1", on="№2")
    before = await desk.stored()
    for person in (desk.petrov, desk.sidorova, desk.ivanov):
        await person.sends("/help")
        await person.taps_data(person.card().message_id, data)
    assert await desk.stored() == before


async def test_two_that_nobody_has_are_one_at_once(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.lead(RUSTAM)
    assert len(await is_offered(desk)) == 2
    await corrects(desk.anna, PHONE, FIRST, on="№2")
    assert desk.anna.sees("Это один клиент: №2 добавлен к №1 и никому не засчитан")
    assert "Добавлен к №1" in desk.anna.card("№2 ·").text
    assert [p.id for p in await is_offered(desk)] == [desk.petrov.id]
    assert "балкон" in desk.petrov.card(button=CLAIM).text
    await desk.verifies()


async def test_the_earlier_one_put_right_keeps_the_client_whom_it_was_offered_for(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.lead(RUSTAM)
    await corrects(desk.anna, PHONE, SECOND, on="№1")
    assert "Добавлен к №1" in desk.anna.card("№2 ·").text
    assert [p.id for p in await is_offered(desk)] == [desk.petrov.id]
    await desk.petrov.taps(CLAIM)
    assert "балкон" in desk.petrov.card("№1 ·").text
    await desk.verifies()


async def test_given_back_it_takes_the_place_of_the_one_that_nobody_has_had(desk: Desk) -> None:
    """Whoever has had a lead has paid for it: the other is added to that one, though it is the earlier."""
    await desk.lead(VIKTOR)
    await desk.lead(RUSTAM)
    await desk.sidorova.taps(CLAIM)
    await corrects(desk.sidorova, PHONE, FIRST, on="№2")
    await desk.sidorova.taps(GIVE_BACK)
    assert len(await is_offered(desk)) == 1
    assert "Добавлен к №2" in desk.anna.card("№1 ·").text
    await desk.verifies()


async def test_what_was_made_apart_is_not_added_by_itself(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.anna.sends(f"Виктор {FIRST}, дверь")
    await desk.anna.taps(APART)
    await desk.lead(RUSTAM)
    await corrects(desk.anna, PHONE, FIRST, on="№3")
    assert "Добавлен к №1" in desk.anna.card("№3 ·").text
    assert "Добавлен" not in desk.anna.card("№2 ·").text
    await desk.verifies()


async def test_a_message_that_is_written_anew_tells_it_too(held: Desk) -> None:
    sent = next(m.message_id for m in held.telegram.messages(held.anna.id) if RUSTAM in m.text)
    await held.anna.edits(sent, f"Рустам {FIRST}, балкон")
    assert held.anna.sees("Этот номер у клиента из №1, его ведёт Пётр Петров")
    assert held.petrov.sees("Ваш №1 и №2: это один клиент")
    assert held.sidorova.sees("Ваш №2 и №1: это один клиент")
    await held.verifies()


async def test_what_comes_later_of_an_album_tells_it_too(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.anna.sends_album("вот балкон", more_of="777")
    await desk.anna.taps("Передать", on="Новый лид")
    await desk.anna.sends_album(f"и номер {FIRST}", more_of="777")
    assert desk.anna.sees("Этот номер у клиента из №1, его ведёт Пётр Петров")
    assert desk.petrov.sees("№2 пока ничей")
    await desk.verifies()
