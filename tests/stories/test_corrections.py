"""Whatever was read or typed wrong is put right, before the hand-over and after; who has the lead hears of it."""

from __future__ import annotations

import pytest

from screens.buttons.of_intake import Correct
from tests.stories.desk import Desk
from tests.stories.erasing import erases
from tests.stories.people import Person
from tests.stories.words import (
    ASSIGN,
    CLAIM,
    COMMENT,
    CORRECT,
    HAND_OVER,
    NAME,
    PHONE,
    REFUSAL,
)

VIKTOR = "Виктор 8 (843) 224-18-33, окна"
RIGHT = "8 (842) 224-18-34"


def newest(person: Person) -> str:
    return person.messages()[-1].text


async def corrects(person: Person, what: str, words: str, on: str = "") -> None:
    await person.taps(CORRECT, on=on)
    await person.taps(what, on=on)
    await person.sends(words)


@pytest.fixture
async def held(desk: Desk) -> Desk:
    """№1 is Petrov's, and other things have come to his chat since."""
    await desk.lead(VIKTOR)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/help")
    return desk


async def test_a_draft_just_changes(desk: Desk) -> None:
    await desk.anna.sends(VIKTOR)
    entries = len((await desk.stored())["ledger"])
    await desk.anna.taps(CORRECT)
    assert await desk.anna.taps(NAME) == "Жду имя"
    assert "Напишите, как зовут клиента" in newest(desk.anna) and desk.anna.has(HAND_OVER)
    await desk.anna.sends("Виктор  Палыч")
    assert "👤 Виктор Палыч" in newest(desk.anna) and not desk.anna.sees("Напишите, как зовут")
    await corrects(desk.anna, PHONE, RIGHT)
    card = newest(desk.anna)
    assert "+7 842 224-18-34" in card and "224-18-33" not in card.split("окна")[-1]
    await corrects(desk.anna, COMMENT, "второй этаж, без лифта")
    assert "второй этаж, без лифта" in newest(desk.anna)
    stored = await desk.stored()
    assert len(stored["leads"]) == 1 and len(stored["ledger"]) == entries
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM) if desk.petrov.has(CLAIM) else await desk.ivanov.taps(CLAIM)


async def test_a_corrected_number_tells_whose_client_it_is(held: Desk) -> None:
    await held.anna.sends("Рустам 8 (843) 200-55-66, дверь")
    await corrects(held.anna, PHONE, "8 (843) 224-18-33", on="Новый лид")
    assert "Уже открыт №1, его ведёт Пётр Петров" in newest(held.anna)


async def test_after_the_hand_over_whoever_holds_it_is_told_what_stood_there(held: Desk) -> None:
    await corrects(held.anna, NAME, "Виктор Палыч", on="№1")
    assert "👤 Виктор Палыч" in newest(held.anna)
    assert "👤 Виктор Палыч" in newest(held.petrov), "it rings"
    assert "Анна Секретарёва · имя: Виктор → Виктор Палыч" in newest(held.petrov)
    await corrects(held.anna, PHONE, RIGHT, on="№1")
    assert "телефон: +7 843 224-18-33 → +7 842 224-18-34" in newest(held.petrov)
    assert "📞 +7 842 224-18-34" in newest(held.petrov)
    await held.verifies()


async def test_the_holder_and_the_head_put_right_too(held: Desk) -> None:
    await corrects(held.petrov, NAME, "Виктор Палыч", on="№1")
    assert "👤 Виктор Палыч" in newest(held.petrov)
    await held.smirnov.sends("/leads")
    await held.smirnov.taps("№1")
    await corrects(held.smirnov, COMMENT, "Постоянный клиент, скидка", on="№1")
    assert "Ирина Ким" not in newest(held.petrov) and "скидка" in newest(held.petrov)
    await held.verifies()


async def test_a_corrected_number_is_another_client_from_now_on(held: Desk) -> None:
    await corrects(held.petrov, PHONE, RIGHT, on="№1")
    await held.petrov.taps(REFUSAL, on="№1")
    await held.anna.sends(f"Опять Виктор {RIGHT}")
    assert "Клиент знаком, его ведёт Пётр Петров" in newest(held.anna)
    await held.anna.sends("Совсем другой 8 (843) 224-18-33")
    assert "знаком" not in newest(held.anna)
    await held.verifies()


async def test_while_it_is_offered_the_contact_stays_hidden(desk: Desk) -> None:
    await desk.lead(VIKTOR)
    await corrects(desk.anna, NAME, "Виктор Палыч", on="№1")
    await corrects(desk.anna, PHONE, RIGHT, on="№1")
    for secret in ("224-18", "Виктор", "Палыч"):
        assert secret not in desk.petrov.chat()
    await desk.petrov.taps(CLAIM)
    assert "Виктор Палыч" in newest(desk.petrov)
    await desk.verifies()


async def test_what_is_no_number_is_asked_for_again(held: Desk) -> None:
    await held.petrov.taps(CORRECT, on="№1")
    await held.petrov.taps(PHONE, on="№1")
    await held.petrov.sends("8 917 224-18-3")
    assert newest(held.petrov).startswith("Это не похоже на телефон: не хватает цифры.")
    await held.petrov.sends("потом")
    assert newest(held.petrov).startswith("Это не похоже на телефон.")
    await held.petrov.sends("8 917 224-18-33")
    assert "+7 917 224-18-33" in newest(held.petrov)
    await held.petrov.taps(CORRECT, on="№1")
    await held.petrov.taps(NAME, on="№1")
    await held.petrov.sends("12345")
    assert newest(held.petrov).startswith("Это не похоже на имя")


async def test_a_contact_is_an_answer_and_a_new_client_is_not(held: Desk) -> None:
    await held.anna.taps(CORRECT, on="№1")
    await held.anna.taps(PHONE, on="№1")
    await held.anna.sends("Вера 8 (843) 200-55-66, нужна дверь в подъезд")
    assert "Вера" in held.anna.card("Новый лид", button=HAND_OVER).text
    await held.anna.sends_contact("+78422241834", "Виктор")
    assert "+7 842 224-18-34" in held.anna.card("№1").text


async def test_nothing_needs_to_be_put_right(held: Desk) -> None:
    await held.petrov.taps(CORRECT, on="№1")
    await held.petrov.taps(NAME, on="№1")
    assert await held.petrov.taps("Не надо", on="№1") == "Хорошо, имя прежнее"
    assert held.petrov.has(CORRECT) and not held.petrov.sees("Напишите, как зовут")
    await held.petrov.taps(CORRECT, on="№1")
    await held.petrov.taps("Скрыть список", on="№1")
    assert not held.petrov.has(COMMENT)
    before = len((await held.stored())["ledger"])
    await corrects(held.petrov, NAME, "Виктор", on="№1")
    assert len((await held.stored())["ledger"]) == before


async def test_a_second_tap_and_a_restart_change_nothing(held: Desk) -> None:
    await held.anna.taps(CORRECT, on="№1")
    await held.restarts()
    await held.anna.taps(NAME, on="№1")
    await held.restarts()
    await held.anna.sends("Виктор Палыч")
    assert "👤 Виктор Палыч" in newest(held.petrov)
    before = await held.stored()
    await held.restarts()
    await held.settle()
    assert await held.stored() == before
    await held.verifies()


async def test_whoever_has_nothing_to_do_with_it_puts_nothing_right(held: Desk) -> None:
    for person in (held.sidorova, held.orlova):
        await person.sends("/help")
        before = await held.stored()
        for what in ("", "name", "phone"):
            fix = Correct(lead=1, what=what).pack()
            assert await person.taps_data(person.card().message_id, fix) == "Этот лид не у вас"
        assert await held.stored() == before


async def test_whose_lead_it_is_no_more_makes_a_note_of_nothing(held: Desk) -> None:
    """The lead went to somebody else while its name was asked for: what comes then is a text like any other."""
    await held.petrov.taps(CORRECT, on="№1")
    await held.petrov.taps(NAME, on="№1")
    await held.smirnov.sends("/leads")
    await held.smirnov.taps("№1")
    await held.smirnov.taps(ASSIGN, on="№1")
    await held.smirnov.taps("Ольга Сидорова")
    await held.petrov.sends("Виктор Палыч")
    assert not held.sidorova.sees("Палыч")
    assert "записать некуда" in newest(held.petrov)


async def test_who_is_erased_is_erased_with_what_was_put_right(held: Desk) -> None:
    await corrects(held.anna, NAME, "Виктор Палыч", on="№1")
    await corrects(held.anna, PHONE, RIGHT, on="№1")
    await erases(held, RIGHT)
    stored = str(await held.stored())
    for secret in ("Виктор", "224-18", "22418", "Палыч"):
        assert secret not in stored
        assert secret not in held.petrov.chat() and secret not in newest(held.anna)
    await held.verifies()
