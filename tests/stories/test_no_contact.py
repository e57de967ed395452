"""A lead that nobody could be reached by: the draft asks for a contact, and still goes with one tap."""

from __future__ import annotations

import pytest

from tests.stories.desk import Desk
from tests.stories.words import CLAIM, HAND_OVER, WITHDRAW

SAY = "Указать телефон"
HELLO = "Добрый день! Сколько стоит окно?"
ASKS = "С клиентом будет не связаться"


async def test_the_draft_asks_and_a_number_is_typed_there_and_then(desk: Desk) -> None:
    await desk.anna.sends(HELLO)
    card = desk.anna.card().text
    assert "❗ Контакта нет: ни телефона, ни почты, ни Telegram" in card and ASKS in card
    assert await desk.anna.taps(SAY) == "Жду номер"
    await desk.restarts()
    await desk.anna.sends("8 (843) 200-11-22")
    assert "📞 +7 843 200-11-22" in desk.anna.card().text
    assert not desk.anna.sees(ASKS) and not desk.anna.has(SAY)
    assert await desk.anna.taps(HAND_OVER) == "Передаю"


async def test_it_goes_all_the_same_and_can_be_taken_back(desk: Desk) -> None:
    await desk.anna.sends(HELLO)
    tap = desk.anna.data(SAY)
    assert await desk.anna.taps(HAND_OVER) == "Передаю"
    assert not desk.anna.sees(ASKS)
    offered = next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM))
    assert not offered.sees("Имя и телефон — после") and not offered.sees(ASKS)
    await desk.anna.taps_data(*tap)  # after the hand-over it asks for a correction
    await desk.anna.taps("Не надо")
    await desk.anna.taps(WITHDRAW)
    assert not offered.has(CLAIM) and desk.anna.sees(ASKS)
    await desk.verifies()


@pytest.mark.parametrize("text", ["Окна, @ivan_okna", "Окна, ivan@mail.ru", "Окна, 8 (843) 200-11-22"])
async def test_whoever_left_anything_is_not_asked_about(desk: Desk, text: str) -> None:
    await desk.anna.sends(text)
    assert not desk.anna.sees(ASKS) and not desk.anna.has(SAY)


async def test_what_may_be_said_in_a_file_is_not_asked_for(desk: Desk) -> None:
    await desk.anna.sends_voice()
    assert "📞 Телефона в сообщении нет" in desk.anna.card().text
    assert not desk.anna.sees(ASKS)
    assert await desk.anna.taps(HAND_OVER) == "Передаю"


async def test_a_number_that_was_mistyped_is_asked_for_with_one_tap(desk: Desk) -> None:
    await desk.anna.sends("8 917 224-18-3 Оля")
    assert "похоже, не хватает цифры" in desk.anna.card("Новый лид").text and not desk.anna.sees(ASKS)
    await desk.anna.taps("Указать телефон")
    await desk.anna.sends("8 917 224-18-35")
    assert "+7 917 224-18-35" in desk.anna.card("Новый лид").text and not desk.anna.has("Указать телефон")
