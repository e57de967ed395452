"""A client who comes again while somebody has their lead: it is added to that lead and rings, and nobody competes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.erasing import erases
from tests.stories.people import Person
from tests.stories.words import APART, CLAIM, DISCARD, HAND_OVER, REFUSAL, WITHDRAW

PHONE = "8 (843) 200-11-22"
RUSTAM = f"Рустам {PHONE}, окна"
AGAIN = f"Опять Рустам {PHONE}, торопит: замёрз балкон"
VERA = {"name": "Вера", "telegram_id": 102, "roles": ["secretary"]}


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, varied(OFFICE, people={"vera": VERA})) as desk:
        yield desk


def newest(person: Person) -> str:
    return person.messages()[-1].text


async def leads(desk: Desk) -> int:
    return len((await desk.stored())["leads"])


async def is_petrovs(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await desk.lead()  # something else comes to his chat, too


async def test_a_repeat_is_added_to_the_lead_and_rings_whoever_has_it(desk: Desk) -> None:
    await is_petrovs(desk)
    before = await leads(desk)
    await desk.anna.sends(AGAIN)
    card = desk.anna.card("Новый лид").text
    assert "Уже открыт №1, его ведёт Пётр Петров. «Передать» добавит к нему и сообщит" in card
    assert await desk.anna.taps(HAND_OVER) == "Добавлено к открытому лиду"
    assert newest(desk.anna) == "🔁 Добавлено к №1: Пётр Петров. Сообщение уже отправлено."
    assert not any("Новый лид" in message.text for message in desk.anna.messages())
    assert "№1" in newest(desk.petrov) and "Клиент обратился снова: 10:00" in newest(desk.petrov)
    assert "торопит: замёрз балкон" in newest(desk.petrov)
    assert not desk.sidorova.sees("Рустам") and not desk.sidorova.sees("замёрз")
    assert await leads(desk) == before
    await desk.verifies()


async def test_a_repeat_costs_nobody_a_turn_and_moves_no_deadline(desk: Desk) -> None:
    await is_petrovs(desk)
    before = await desk.stored()
    await desk.anna.sends(AGAIN)
    await desk.anna.taps(HAND_OVER)
    after = await desk.stored()
    assert after["members"] == before["members"] and after["offers"] == before["offers"]
    assert after["leads"] == before["leads"]


async def test_a_repeat_of_a_lead_that_is_only_offered_comes_to_whoever_is_asked(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    offers = len(desk.petrov.messages())
    await desk.anna.sends(AGAIN)
    assert "Уже открыт №1. «Передать» добавит к нему" in desk.anna.card("Новый лид").text
    await desk.anna.taps(HAND_OVER)
    assert newest(desk.anna) == "🔁 Добавлено к №1: Пётр Петров. Сообщение уже отправлено."
    assert len(desk.petrov.messages()) == offers, "the offer stands at the end of the chat, once"
    assert "замёрз балкон" in newest(desk.petrov) and desk.petrov.has(CLAIM)
    assert "200-11-22" not in desk.petrov.chat() and "Рустам" not in desk.petrov.chat()
    assert not desk.sidorova.has(CLAIM)
    await desk.petrov.taps(CLAIM)
    assert "Опять Рустам" in desk.petrov.card("№1").text


async def test_what_is_left_at_one_time_is_hidden_in_the_words_of_another(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.anna.sends(f"{PHONE} Закиров просит перезвонить жене Алие 8 (843) 222-33-44")
    await desk.anna.taps(HAND_OVER)
    for secret in ("200-11-22", "222-33-44", "Закиров", "Рустам"):
        assert secret not in desk.petrov.chat()
    assert "перезвонить" in desk.petrov.chat()


async def test_two_drafts_of_one_client_are_one_lead(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.anna.sends(AGAIN)
    await desk.anna.taps(HAND_OVER, on="окна")
    assert "Уже открыт №1" in desk.anna.card("торопит", button=HAND_OVER).text, (
        "the other draft knows at once"
    )
    await desk.anna.taps(HAND_OVER, on="торопит")
    assert await leads(desk) == 1
    assert not desk.sidorova.has(CLAIM)


async def test_two_secretaries_at_once_make_one_lead(desk: Desk) -> None:
    vera = desk.person(102)
    await desk.anna.sends(RUSTAM)
    await vera.sends(AGAIN)
    for who in (desk.anna, vera):
        message, data = who.data(HAND_OVER)
        desk.telegram.tap(who.id, message, data=data)
    await desk.settle()
    assert await leads(desk) == 1
    assert len([p for p in (desk.petrov, desk.sidorova) if p.has(CLAIM)]) == 1
    assert "Добавлено к №1" in newest(vera) or "Добавлено к №1" in newest(desk.anna)
    await desk.verifies()


async def test_a_matter_of_its_own_is_another_lead_on_purpose(desk: Desk) -> None:
    await is_petrovs(desk)
    await desk.anna.sends(AGAIN)
    await desk.anna.taps(APART)
    assert "Этот клиент уже у вас: №1" in desk.petrov.card("№3", button=CLAIM).text
    assert not desk.sidorova.sees("замёрз")
    await desk.verifies()


async def test_of_whom_is_away_the_secretary_is_told(desk: Desk) -> None:
    await is_petrovs(desk)
    await desk.petrov.sends("/off")
    await desk.anna.sends(AGAIN)
    await desk.anna.taps(HAND_OVER)
    assert "Сейчас не на месте: если срочно, скажите руководителю" in newest(desk.anna)
    assert "замёрз" in desk.petrov.chat()


async def test_a_repeat_that_nobody_can_be_told_of_waits_with_the_lead(desk: Desk) -> None:
    for person in (desk.petrov, desk.sidorova, desk.ivanov):
        await person.sends("/off")
    await desk.passes(seconds=1)
    await desk.lead(RUSTAM)
    await desk.anna.sends(AGAIN)
    await desk.anna.taps(HAND_OVER)
    assert "Добавлено к №1" in newest(desk.anna)
    await desk.petrov.sends("/on")
    await desk.passes(hours=1)
    assert "замёрз" in desk.petrov.chat() or desk.smirnov.sees("№1")


async def test_after_the_close_it_is_a_new_lead_of_a_known_client(desk: Desk) -> None:
    await is_petrovs(desk)
    await desk.petrov.taps(REFUSAL, on="№1")
    await desk.anna.sends(AGAIN)
    assert not desk.anna.has(APART)
    await desk.anna.taps(HAND_OVER)
    assert "Это ваш клиент" in desk.petrov.card("№3", button=CLAIM).text


async def test_a_lead_that_is_closed_meanwhile_makes_a_new_one(desk: Desk) -> None:
    """The card still says that it is open."""
    await is_petrovs(desk)
    await desk.anna.sends(AGAIN)
    await desk.petrov.taps(REFUSAL, on="№1")
    await desk.anna.taps(HAND_OVER)
    assert desk.petrov.card("№3", button=CLAIM)


async def test_the_clients_voice_follows_the_repeat(desk: Desk) -> None:
    await is_petrovs(desk)
    await desk.anna.sends_contact("+78432001122", "Рустам")
    await desk.anna.taps(HAND_OVER)
    assert desk.petrov.files() == [], "a contact is read, and stands on the card"
    await desk.anna.sends_photo(f"{PHONE} вот балкон")
    await desk.anna.taps(HAND_OVER)
    assert desk.petrov.files() == ["photo"]


async def test_what_comes_later_of_an_album_joins_the_repeat(desk: Desk) -> None:
    await is_petrovs(desk)
    await desk.anna.sends_album(f"{PHONE} вот балкон", more_of="777")
    await desk.anna.taps(HAND_OVER)
    await desk.anna.sends_album("и ещё окно", more_of="777")
    assert "и ещё окно" in desk.petrov.card("№1").text
    assert "окна" in desk.petrov.card("№1").text, "the first message stays what it was"


async def test_a_second_tap_and_a_restart_change_nothing(desk: Desk) -> None:
    await is_petrovs(desk)
    await desk.anna.sends(AGAIN)
    await desk.restarts()
    await desk.settle()
    message, data = desk.anna.data(HAND_OVER)
    await desk.anna.taps_data(message, data)
    before = await desk.stored()
    await desk.restarts()
    assert await desk.anna.taps_data(message, data)
    assert await desk.stored() == before
    await desk.verifies()


async def test_whose_client_is_erased_loses_what_was_said_again(desk: Desk) -> None:
    await is_petrovs(desk)
    await desk.anna.sends(AGAIN)
    await desk.anna.taps(HAND_OVER)
    await erases(desk, PHONE)
    assert "замёрз" not in desk.petrov.chat() and "замёрз" not in str(await desk.stored())
    await desk.verifies()


async def test_two_drafts_of_one_client_say_so_and_one_tap_joins_them(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    assert not desk.anna.sees("уже есть")
    await desk.passes(minutes=1)
    await desk.anna.sends(AGAIN)
    told = [
        message.text for message in desk.anna.messages() if "🔁 Этот клиент уже есть в вашем" in message.text
    ]
    assert ["(10:01, " in told[0], "(10:00, " in told[1]] == [True, True]
    assert await desk.anna.taps("Соединить: 10:00") == "Теперь это один лид"
    assert not desk.anna.sees("уже есть")
    assert await leads(desk) == 1
    card = desk.anna.card(button=HAND_OVER).text
    assert "окна" in card and "замёрз балкон" in card


async def test_a_colleagues_draft_of_the_same_client_is_told_and_is_a_repeat_once_it_is_handed_over(
    desk: Desk,
) -> None:
    vera = desk.person(102)
    await desk.anna.sends(RUSTAM)
    await vera.sends(AGAIN)
    assert "🔁 Этот клиент уже есть в черновике (Анна" in newest(vera)
    assert "🔁 Этот клиент уже есть в черновике (Вера" in newest(desk.anna)
    assert not vera.has("Соединить: ")
    await desk.anna.taps(HAND_OVER)
    assert not desk.anna.sees("уже есть") and "Уже открыт №1" in newest(vera)
    assert not vera.sees("уже есть")


async def test_a_draft_that_is_thrown_away_is_no_twin_any_more(desk: Desk) -> None:
    vera = desk.person(102)
    await desk.anna.sends(RUSTAM)
    await vera.sends(AGAIN)
    await vera.taps(DISCARD)
    assert not desk.anna.sees("уже есть")
    await desk.anna.taps(HAND_OVER)
    assert await desk.anna.taps(WITHDRAW) is not None
    await vera.sends(AGAIN)
    assert desk.anna.sees("уже есть") and vera.sees("уже есть")
