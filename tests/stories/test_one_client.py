"""Two clients turn out to be one: the head says so, whoever has a lead of theirs hears of it, and it is taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.standin.people import Seen
from screens.buttons.of_clients import AddTo, PartClients, SameClient
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.erasing import erases
from tests.stories.people import Person
from tests.stories.uniting import looks_who_is_the_same, unites
from tests.stories.words import (
    ADD_TO,
    APART,
    CLAIM,
    CORRECT,
    GIVE_BACK,
    HAND_OVER,
    PART,
    REFUSAL,
    SALE,
    SAME_CLIENT,
    YES_ONE,
)

FIRST, SECOND = "8 (843) 224-18-33", "8 (843) 200-55-66"
VIKTOR = f"Виктор {FIRST}, окна"
PALYCH = f"Виктор Палыч {SECOND}, балкон"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, varied(OFFICE, pause_after_lapses=9)) as desk:
        yield desk


def newest(person: Person) -> str:
    return person.messages()[-1].text


def labels(card: Seen) -> list[str]:
    return [button.text for row in card.buttons for button in row]


async def two_held(desk: Desk) -> None:
    """№1 is Petrov's, №2 Sidorova's: the same client, of whom nobody knows that yet."""
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.lead(PALYCH)
    await desk.sidorova.taps(CLAIM)


async def clients_of(desk: Desk) -> list[int]:
    """Whose each lead is, in the order of their numbers."""
    stored = await desk.stored()
    columns = [row for row in stored["leads"] if row[2] is not None]
    return [row[3] for row in sorted(columns, key=lambda row: row[2])]


async def test_the_head_is_shown_who_it_may_be_and_joins_them_with_one_tap(desk: Desk) -> None:
    await two_held(desk)
    await looks_who_is_the_same(desk, 1)
    card = desk.smirnov.card("Кто ещё этот клиент?")
    assert any("Виктор Палыч (№2, ведёт Ольга Сидорова)" in one for one in labels(card))
    await desk.smirnov.taps("№2", on="№1")
    asked = desk.smirnov.card("один клиент?").text
    assert "Виктор, +7 843 224-18-33 (№1, ведёт Пётр Петров) и " in asked
    assert " и Виктор Палыч, +7 843 200-55-66 (№2, ведёт Ольга Сидорова): один клиент?" in asked
    assert await desk.smirnov.taps(YES_ONE, on="№1") == "Теперь это один клиент"
    one, two = await clients_of(desk)
    assert one == two
    assert "№2 (+7 843 200-55-66) и №1: один клиент с" in desk.smirnov.card("№1 ·").text
    await desk.verifies()


async def test_both_stay_with_whoever_has_them_and_each_is_told_of_the_other(desk: Desk) -> None:
    await two_held(desk)
    await unites(desk, 1, 2)
    told = "это один клиент. №{} ведёт {}. Договоритесь, кто звонит. Отмечено: Сергей Смирнов"
    assert told.format(2, "Ольга Сидорова") in newest(desk.petrov)
    assert told.format(1, "Пётр Петров") in newest(desk.sidorova)
    assert "👥 Тот же клиент: №2, ведёт Ольга Сидорова" in desk.petrov.card("№1 ·").text
    assert "👥 Тот же клиент: №1, ведёт Пётр Петров" in desk.sidorova.card("№2 ·").text
    assert desk.petrov.has(SALE) and desk.sidorova.has(SALE), "nothing was taken"
    assert desk.smirnov.card("№2 ·").button("Назначить"), "the head is shown both"
    await desk.smirnov.taps("Назначить", on="№2")
    await desk.smirnov.taps("Пётр Петров", on="№2")
    assert "👥 Тот же клиент: №1, ведёт Пётр Петров" in desk.petrov.card("№2 ·").text
    await desk.petrov.taps(REFUSAL, on="№1")
    assert "Тот же клиент" not in desk.petrov.card("№2 ·").text, "the card stays true"
    await desk.verifies()


async def test_a_new_call_finds_the_open_lead_by_either_number(desk: Desk) -> None:
    await two_held(desk)
    await desk.anna.sends(f"Снова Палыч {SECOND}")
    assert "Уже открыт №2" in desk.anna.card("Новый лид").text
    await unites(desk, 1, 2)
    assert "Уже открыт №1, его ведёт Пётр Петров" in desk.anna.card("Новый лид").text, "the draft knows"
    await desk.anna.taps(HAND_OVER)
    assert "Снова Палыч" in desk.petrov.card("№1").text
    await desk.verifies()


@pytest.mark.parametrize("typed", ["№2", "палыч", "5566"])
async def test_the_head_types_what_they_would_look_for(desk: Desk, typed: str) -> None:
    await desk.lead(VIKTOR)
    await desk.lead(PALYCH)
    await looks_who_is_the_same(desk, 1)
    await desk.smirnov.sends(typed)
    card = desk.smirnov.card("Вот кто нашёлся")
    assert any("Палыч (№2)" in one for one in labels(card))
    await desk.smirnov.sends("никого такого")
    assert desk.smirnov.sees("Никто не нашёлся")
    await desk.smirnov.taps("Скрыть список", on="№1")
    assert not desk.smirnov.sees("не нашёлся")
    await desk.smirnov.sends("№2")
    assert not desk.smirnov.sees("Вот кто нашёлся"), "nobody looks any more"


async def test_two_that_nobody_has_are_one_lead(desk: Desk) -> None:
    """The later one is taken back at no cost, and what was said with it stands with the earlier one."""
    await desk.lead(VIKTOR)
    await desk.lead(PALYCH)
    assert desk.petrov.has(CLAIM) and desk.sidorova.has(CLAIM)
    await unites(desk, 1, 2)
    assert not desk.sidorova.has(CLAIM)
    assert "№2 добавлен к №1: это один клиент. Отвечать не нужно" in newest(desk.sidorova)
    assert "балкон" in desk.petrov.card("№1").text and desk.petrov.has(CLAIM)
    assert "Добавлен к №1 как повтор. Никому не засчитан" in desk.anna.card("№2").text
    await desk.petrov.taps(CLAIM)
    await desk.smirnov.sends("/why 2")
    assert "Добавлен к №1, это один клиент" in newest(desk.smirnov)
    await desk.verifies()


async def test_one_that_nobody_has_is_added_to_the_other_with_one_tap(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.lead(PALYCH)
    await unites(desk, 2, 1)
    assert "№2 ведёт" not in desk.petrov.chat() and "№2 пока ничей" in newest(desk.petrov)
    assert desk.sidorova.has(CLAIM), "nobody takes it from whoever is asked"
    assert await desk.anna.taps(f"{ADD_TO} №1", on="№2") == "Добавлено к открытому лиду"
    assert not desk.sidorova.has(CLAIM)
    assert "балкон" in desk.petrov.card("№1").text
    assert newest(desk.anna) == "🔁 Добавлено к №1: Пётр Петров. Сообщение уже отправлено."
    await desk.verifies()


async def test_whoever_gives_one_back_makes_no_second_offer(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.lead(PALYCH)
    await unites(desk, 2, 1)
    await desk.petrov.taps(GIVE_BACK)
    live = [p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM)]
    assert len(live) == 1 and "балкон" in live[0].card(button=CLAIM).text
    await desk.verifies()


async def test_a_lead_made_apart_stays_apart(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.anna.sends(f"Виктор {FIRST}, дверь")
    await desk.anna.taps(APART)
    await desk.lead(PALYCH)
    before = (await desk.stored())["offers"]
    await unites(desk, 1, 3)
    after = (await desk.stored())["offers"]
    assert [o for o in after if o not in before] == [] or len(after) == len(before)
    assert "Добавлен к №1" in desk.anna.card("№3").text
    assert "Добавлен" not in desk.anna.card("№2").text
    await desk.verifies()


async def test_the_second_tap_parts_them_and_each_has_what_was_theirs(desk: Desk) -> None:
    await two_held(desk)
    before = await desk.stored()
    await unites(desk, 1, 2)
    assert await desk.smirnov.taps(f"{PART}: №2", on="№1") == "Теперь это разные клиенты"
    after = await desk.stored()
    for table in ("clients", "contacts", "leads", "touches", "terms", "joins"):
        assert after[table] == before[table], table
    assert "Тот же клиент" not in desk.petrov.card("№1 ·").text
    assert "Тот же клиент" not in desk.sidorova.card("№2 ·").text
    for number, other in ((1, 2), (2, 1)):
        await desk.petrov.sends(f"/why {number}")
        assert f"один клиент с №{other}. Решение: Сергей Смирнов" in newest(desk.petrov)
        assert f"с №{other} всё-таки разные клиенты" in newest(desk.petrov)
    await desk.verifies()


async def test_parted_later_what_came_since_stays_with_the_lead_it_came_with(desk: Desk) -> None:
    await two_held(desk)
    await unites(desk, 1, 2)
    await desk.smirnov.taps("Скрыть список", on="№1")
    for text in (f"Опять {SECOND}", f"Опять {FIRST}"):
        await desk.anna.sends(text)
        await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(REFUSAL, on="№1")
    await desk.sidorova.taps(REFUSAL, on="№2")
    await desk.lead(f"Виктор Палыч {SECOND}, ещё одно окно")
    await desk.restarts()
    await desk.smirnov.sends("/find №1")
    await desk.smirnov.taps("№1 ", on="Нашлось")
    await desk.smirnov.taps(CORRECT, on="№1")
    await desk.smirnov.taps(PART, on="№1")
    assert await desk.smirnov.taps(f"{PART}: №2", on="№1") == "Теперь это разные клиенты"
    one, two, three = await clients_of(desk)
    assert one != two == three, "a lead goes where its number goes"
    assert "Опять" in desk.smirnov.card("№1 ·").text, "a repeat stays with its lead"
    await desk.anna.sends(f"И снова {SECOND}")
    assert "Уже открыт №3" in desk.anna.card("Новый лид").text
    await desk.verifies()


async def test_three_are_one_and_any_of_them_is_parted(desk: Desk) -> None:
    await two_held(desk)
    await desk.lead("Витя 8 (843) 200-77-88, дверь")
    await desk.petrov.taps(CLAIM, on="№3")
    before = await desk.stored()
    await unites(desk, 2, 3)
    await unites(desk, 1, 3)
    assert len(set(await clients_of(desk))) == 1
    await desk.smirnov.taps(f"{PART}: №3", on="№1")
    one, two, three = await clients_of(desk)
    assert one == two != three
    await desk.smirnov.opens(1)
    await desk.smirnov.taps(CORRECT, on="№1")
    await desk.smirnov.taps(PART, on="№1")
    await desk.smirnov.taps(f"{PART}: №2", on="№1")
    after = await desk.stored()
    for table in ("clients", "contacts", "leads", "touches", "terms", "joins"):
        assert after[table] == before[table], table
    await desk.verifies()


async def test_stale_and_doubled_taps_change_nothing(desk: Desk) -> None:
    await two_held(desk)
    await looks_who_is_the_same(desk, 1)
    await desk.smirnov.taps("№2", on="№1")
    message, yes = desk.smirnov.data(YES_ONE)
    desk.telegram.tap(desk.smirnov.id, message, data=yes)
    desk.telegram.tap(desk.smirnov.id, message, data=yes)
    await desk.settle()
    message, part = desk.smirnov.data(f"{PART}: №2")
    before = await desk.stored()
    assert await desk.smirnov.taps_data(message, yes) == "Это уже один клиент"
    assert await desk.stored() == before
    await desk.restarts()
    await desk.smirnov.taps_data(message, part)
    before = await desk.stored()
    assert await desk.smirnov.taps_data(message, part) == "Это уже разные клиенты"
    assert await desk.stored() == before
    assert sum(row[3] == "clients_joined" for row in before["ledger"]) == 1
    assert sum(row[3] == "clients_parted" for row in before["ledger"]) == 1
    await desk.verifies()


async def test_between_the_steps_the_program_may_be_another(desk: Desk) -> None:
    await two_held(desk)
    await desk.smirnov.opens(1)
    for words in (CORRECT, SAME_CLIENT, "№2", YES_ONE, f"{PART}: №2"):
        await desk.smirnov.taps(words, on="№1")
        await desk.restarts()
    assert len(set(await clients_of(desk))) == 2
    await desk.verifies()


async def test_nobody_but_the_head_says_who_is_one_client(desk: Desk) -> None:
    await two_held(desk)
    for person in (desk.anna, desk.petrov, desk.sidorova, desk.orlova):
        await person.sends("/help")
        before = await desk.stored()
        message = person.card().message_id
        for data in (SameClient(lead=1), SameClient(lead=1, other=2, sure=True), PartClients(lead=1)):
            assert await person.taps_data(message, data.pack())
        assert await desk.stored() == before
    await desk.petrov.taps(CORRECT, on="№1")
    assert not desk.petrov.has(SAME_CLIENT)


async def test_a_lead_is_added_to_no_other_client_s(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.lead(PALYCH)
    before = await desk.stored()
    message = desk.anna.card("№2").message_id
    assert await desk.anna.taps_data(message, AddTo(lead=2, to=1).pack()) == "Это уже разные клиенты"
    assert await desk.stored() == before


async def test_whoever_is_erased_is_erased_as_a_whole_and_joined_with_nobody(desk: Desk) -> None:
    await two_held(desk)
    await desk.lead("Витя 8 (843) 200-77-88, дверь")
    await unites(desk, 1, 2)
    await looks_who_is_the_same(desk, 3)
    await desk.smirnov.taps("(№2", on="№3")
    message, yes = desk.smirnov.data(YES_ONE)
    await erases(desk, FIRST)
    stored = await desk.stored()
    assert stored["joins"] == [] and len(stored["clients"]) == 1
    for secret in ("Виктор", "Палыч", "224-18", "200-55", "балкон"):
        assert secret not in str(stored)
        assert not any(secret in p.chat() for p in (desk.petrov, desk.sidorova, desk.smirnov))
    assert await desk.smirnov.taps_data(message, yes) == "Данные клиента стёрты, записать некуда"
    assert (await desk.stored())["joins"] == []
    await desk.verifies()


async def test_whoever_is_called_alike_comes_first(desk: Desk) -> None:
    for n in range(12):
        await desk.lead(f"Клиент Рустам{n} 8 (843) 201-00-{n:02}")
    await desk.lead(VIKTOR)
    await desk.lead(PALYCH)
    await looks_who_is_the_same(desk, 13)
    buttons = labels(desk.smirnov.card("Кто ещё этот клиент?"))
    assert "Палыч" in buttons[0] and len(buttons) == 9


async def test_what_was_added_is_a_draft_again_when_they_are_two_after_all(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.lead(PALYCH)
    await unites(desk, 1, 2)
    await desk.anna.sends(f"Снова {FIRST}, торопит")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    assert "балкон" in desk.petrov.card("№1 ·").text
    await desk.restarts()
    assert await desk.smirnov.taps(f"{PART}: №2", on="№1") == "Теперь это разные клиенты"
    assert "балкон" not in desk.petrov.card("№1 ·").text and "торопит" in desk.petrov.card("№1 ·").text
    assert "балкон" in desk.anna.card("Новый лид", button=HAND_OVER).text, "nobody's call is lost"
    await desk.anna.taps(HAND_OVER, on="балкон")
    assert "балкон" in desk.sidorova.card("№3", button=CLAIM).text
    one, two, three = await clients_of(desk)
    assert one != two == three
    await desk.verifies()


async def test_what_was_added_by_hand_comes_apart_likewise(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.lead(PALYCH)
    await unites(desk, 2, 1)
    await desk.anna.taps(f"{ADD_TO} №1", on="№2")
    await desk.smirnov.taps(f"{PART}: №2", on="№2")
    assert "балкон" not in desk.petrov.card("№1 ·").text
    assert "балкон" in desk.anna.card("Новый лид", button=HAND_OVER).text
    await desk.verifies()


async def test_whoever_has_left_with_a_lead_is_told_nothing_and_nothing_fails(desk: Desk) -> None:
    await two_held(desk)
    await desk.set_up(
        varied(
            OFFICE,
            people={"sidorova": None},
            segments={"tatarstan": {"members": ["petrov"]}, "rest": {"members": ["petrov", "ivanov"]}},
        )
    )
    assert await unites(desk, 1, 2) == "Теперь это один клиент"
    assert "№2 ведёт Ольга Сидорова" in newest(desk.petrov)
    await desk.verifies()


async def test_either_name_finds_both_and_is_hidden_in_what_is_offered(desk: Desk) -> None:
    await desk.lead(f"Закир {FIRST}, окна")
    await desk.petrov.taps(CLAIM)
    await desk.lead(f"Рустам {SECOND}, балкон")
    await desk.sidorova.taps(CLAIM)
    await unites(desk, 1, 2)
    await desk.smirnov.sends("/find Закир")
    assert "№1 " in newest(desk.smirnov) and "№2 " in newest(desk.smirnov)
    await desk.petrov.taps(REFUSAL, on="№1")
    await desk.sidorova.taps(REFUSAL, on="№2")
    await desk.lead(f"{SECOND}, для Закира, дверь")
    offered = [p for p in (desk.petrov, desk.sidorova) if p.has(CLAIM)]
    assert len(offered) == 1 and "Закира" not in offered[0].card(button=CLAIM).text
    await desk.smirnov.taps(f"{PART}: №2", on="№1")
    await desk.smirnov.sends("/find Рустам")
    assert "№2 " in newest(desk.smirnov) and "№1 " not in newest(desk.smirnov)
