"""Whatever people know of a lead besides is written down on it: by a button, as a reply to its card, or just typed."""

from __future__ import annotations

import pytest

from screens.buttons.of_lead import Note
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import CLAIM, DISCARD, HAND_OVER, NO_ANSWER, NOTE, REACHED, REFUSAL, SALE

SIZES = "Просит замерить в субботу, код домофона 38"


def newest(person: Person) -> str:
    return person.messages()[-1].text


@pytest.fixture
async def held(desk: Desk) -> Desk:
    """№1 is Petrov's, and other things have come to his chat since."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/help")
    return desk


async def test_a_note_stands_on_the_card_at_the_end_of_the_chat(held: Desk) -> None:
    assert await held.petrov.taps(NOTE, on="№1") == "Жду заметку одним сообщением"
    assert "Напишите заметку" in held.petrov.card("№1").text
    await held.petrov.sends(SIZES)
    assert f"10:00, 23 нояб., Пётр Петров: {SIZES}" in newest(held.petrov)
    assert "Напишите заметку" not in held.petrov.chat()
    assert not held.sidorova.sees("домофона")
    await held.verifies()


async def test_a_reply_to_the_card_is_a_note(held: Desk) -> None:
    await held.petrov.replies(SIZES, to="№1")
    assert f"Пётр Петров: {SIZES}" in newest(held.petrov)
    await held.verifies()


async def test_a_note_of_the_secretary_or_the_head_rings_whoever_holds_the_lead(held: Desk) -> None:
    await held.anna.replies("Клиент просил позвонить после шести", to="№1")
    assert newest(held.anna) == "📝 Записано к №1"
    assert "после шести" in newest(held.petrov)
    await held.anna.taps(NOTE, on="№1")
    await held.anna.sends("И захватить образцы")
    assert "Анна Секретарёва: И захватить образцы" in newest(held.petrov)
    assert not any("Новый лид" in message.text for message in held.anna.messages())


async def test_a_text_that_nobody_waits_for_asks_which_lead_it_is_for(held: Desk) -> None:
    await held.lead("Вера 8 (843) 200-55-66, дверь")
    await held.sidorova.taps(CLAIM)
    await held.petrov.sends("Клиент просит перезвонить завтра в 15:00")
    assert "К какому лиду это записать?" in newest(held.petrov)
    assert not held.petrov.has("№2")
    await held.petrov.taps("№1 · Рустам")
    assert "Клиент просит перезвонить завтра в 15:00" in newest(held.petrov)
    assert not held.petrov.sees("К какому лиду")
    assert (await held.stored())["leads"].__len__() == 2
    await held.verifies()


async def test_what_belongs_to_no_lead_is_thrown_away(held: Desk) -> None:
    await held.sidorova.sends("Всем привет")
    assert "записать некуда" in newest(held.sidorova)
    await held.sidorova.taps(DISCARD)
    assert not held.sidorova.sees("Всем привет")


async def test_the_secretary_finds_the_lead_that_a_message_belongs_to(held: Desk) -> None:
    await held.anna.sends("Ой, он ещё просил москитную сетку")
    await held.anna.taps("К лиду")
    await held.anna.taps("№1 · Рустам")
    assert "москитную сетку" in newest(held.petrov)
    assert newest(held.anna) == "📝 Записано к №1"
    assert not held.anna.has(HAND_OVER)


async def test_a_voice_is_a_note_too(held: Desk) -> None:
    await held.petrov.taps(NOTE, on="№1")
    await held.petrov.sends_voice()
    assert "голосовое" in newest(held.petrov)


async def test_a_note_may_be_let_be(held: Desk) -> None:
    await held.petrov.taps(NOTE, on="№1")
    assert await held.petrov.taps("Не надо") == "Хорошо, без заметки"
    assert held.petrov.has(NOTE) and not held.petrov.sees("Напишите заметку")


async def test_after_a_quarter_of_an_hour_a_message_is_a_lead_again(held: Desk) -> None:
    await held.anna.taps(NOTE, on="№1")
    await held.passes(minutes=16)
    await held.anna.sends("Вера 8 (843) 200-55-66, дверь")
    assert held.anna.has(HAND_OVER)


async def test_a_contact_is_a_new_client_whatever_was_asked(held: Desk) -> None:
    await held.anna.taps(NOTE, on="№1")
    await held.anna.sends_contact("+78432005566", "Вера")
    assert held.anna.has(HAND_OVER)


async def test_a_closed_lead_may_be_noted_on(held: Desk) -> None:
    await held.petrov.taps(REFUSAL, on="№1")
    await held.petrov.replies("Передумает весной", to="№1")
    assert "Передумает весной" in newest(held.petrov)
    await held.verifies()


async def test_whoever_has_nothing_to_do_with_a_lead_writes_nothing_on_it(held: Desk) -> None:
    await held.sidorova.sends("/help")
    before = await held.stored()
    note = Note(lead=1).pack()
    assert await held.sidorova.taps_data(held.sidorova.card().message_id, note) == "Этот лид не у вас"
    assert await held.stored() == before


async def test_the_same_step_marked_again_is_counted(held: Desk) -> None:
    for _ in range(3):
        await held.petrov.taps(NO_ANSWER, on="№1")
        await held.passes(minutes=10)
    assert "Недозвон ×3, последний 10:20, 23 нояб." in held.petrov.card("№1").text
    await held.petrov.taps(REACHED, on="№1")
    assert "Дозвонились, 10:30, 23 нояб." in held.petrov.card("№1").text
    await held.verifies()


async def test_an_amount_is_still_an_amount_and_a_sentence_meanwhile_a_note(held: Desk) -> None:
    await held.petrov.taps(SALE, on="№1")
    await held.petrov.sends("сто тысяч с чем-то, уточню завтра")
    await held.petrov.sends("120 000")
    assert newest(held.petrov) == "💰 Записано: №1, 120\u202f000\u202f₽"


async def test_whoever_may_not_know_the_clients_reads_no_names_of_theirs(desk: Desk) -> None:
    await desk.lead()
    await desk.orlova.sends("Привет")
    assert "К какому лиду" in newest(desk.orlova)
    [words] = [b.text for row in desk.orlova.messages()[-1].buttons for b in row if "№1" in b.text]
    assert "Рустам" not in words
    await desk.smirnov.sends("Привет")
    assert any("Рустам" in b.text for row in desk.smirnov.messages()[-1].buttons for b in row)
