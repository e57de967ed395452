"""What happened around a lead, and what else its client came with, is a tap behind the card for whoever sees them."""

from __future__ import annotations

from tests.stories.desk import Desk
from tests.stories.erasing import erases
from tests.stories.words import (
    APART,
    ASSIGN,
    CLAIM,
    CORRECT,
    GIVE_BACK,
    HAND_OVER,
    NO_ANSWER,
    NOTE,
    PHONE,
    REFUSAL,
    SALE,
    WITHDRAW,
)

HISTORY, CLOSE, OLDER, NEWER = "История", "Скрыть историю", "Старше", "Новее"
RUSTAM = "Рустам 8 (843) 200-11-22, окна"


async def notes(desk: Desk, *words: str) -> None:
    for one in words:
        await desk.petrov.taps(NOTE, on="№1")
        await desk.petrov.sends(one)


async def is_long(desk: Desk) -> None:
    """Rustam's first lead is sold by Sidorova's hands, his second has a story in Petrov's."""
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await notes(desk, "замер в субботу", "ждёт счёт", "перенёс", "пятый этаж", "согласен")
    await desk.petrov.taps(NO_ANSWER)


async def test_it_opens_and_closes_where_the_card_stands(desk: Desk) -> None:
    await is_long(desk)
    card = desk.petrov.card("№1")
    assert "замер в субботу" not in card.text and "согласен" in card.text
    assert await desk.petrov.taps(HISTORY) == ""
    history = desk.petrov.card("История")
    assert history.message_id == card.message_id
    assert "📝 10:00, 23 нояб., Пётр Петров\nзамер в субботу" in history.text
    assert "💬 10:00, 23 нояб., Анна Секретарёва\nРустам 8 (843) 200-11-22, окна" in history.text
    assert "📵 Недозвон · 10:00, 23 нояб., Пётр Петров" in history.text
    await desk.petrov.taps(CLOSE)
    assert "История" not in desk.petrov.card("№1").text and desk.petrov.has(SALE)
    await desk.verifies()


async def test_the_clients_other_leads_are_there_and_what_became_of_them(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("120000")
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM, on="№2")
    await desk.petrov.taps(REFUSAL, on="№2")
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM, on="№3")
    await desk.petrov.taps(HISTORY, on="№3")
    history = " ".join(desk.petrov.card("История").text.split())
    assert "№2 · 10:00, 23 нояб. · Пётр Петров · 👎 Отказ" in history
    assert "№1 · 10:00, 23 нояб. · Пётр Петров · 💰 Продажа: 120 000 ₽" in history
    await desk.anna.taps(HISTORY, on="№3")
    assert "💰 Продажа" in desk.anna.card("История").text and "120" not in desk.anna.card("История").text


async def test_a_draft_of_a_known_client_tells_of_their_leads(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REFUSAL)
    await desk.anna.sends(RUSTAM)
    await desk.anna.taps(HISTORY, on="Новый лид")
    assert "№1" in desk.anna.card("История").text and "Отказ" in desk.anna.card("История").text
    await desk.anna.taps(CLOSE)
    await desk.anna.taps(HAND_OVER)
    assert desk.petrov.has(CLAIM)


async def test_what_happens_meanwhile_closes_it(desk: Desk) -> None:
    """The card rings with what is new, and not with a page of the past."""
    await is_long(desk)
    await desk.petrov.taps(HISTORY)
    await desk.anna.sends(f"{RUSTAM}, торопит")
    await desk.anna.taps(HAND_OVER)
    newest = desk.petrov.messages()[-1]
    assert "торопит" in newest.text and "История" not in newest.text and newest.button(SALE)


async def test_long_ones_have_pages(desk: Desk) -> None:
    await is_long(desk)
    await notes(desk, "слово " * 600, "другое " * 550)
    await desk.petrov.taps(HISTORY)
    first = desk.petrov.card("История")
    assert "страница 1 из 4" in first.text and "другое" in first.text and "слово" not in first.text
    await desk.petrov.taps(OLDER)
    await desk.petrov.taps(OLDER)
    assert "слово" in desk.petrov.card("История").text
    await desk.restarts()
    await desk.petrov.taps(OLDER)
    assert "💬" in desk.petrov.card("История").text and not desk.petrov.has(OLDER)
    await desk.petrov.taps(NEWER)
    assert "страница 3 из 4" in desk.petrov.card("История").text


async def test_whoever_does_not_see_the_client_sees_none_of_it(desk: Desk) -> None:
    await is_long(desk)
    open_it = desk.petrov.data(HISTORY)
    await desk.petrov.taps(HISTORY)
    turn = desk.petrov.data(CLOSE)
    for person in (desk.sidorova, desk.orlova, desk.stranger(999)):
        assert await person.taps_data(*open_it) in {"Этот лид не у вас", "Эта кнопка не для вашей роли"}
        assert not person.sees("замер")
    await desk.petrov.taps(CLOSE)
    await desk.petrov.taps(GIVE_BACK)
    assert await desk.petrov.taps_data(*open_it) == "Этот лид не у вас"
    assert await desk.petrov.taps_data(*turn) == "Этот лид не у вас"
    assert not desk.petrov.sees("замер") and not desk.petrov.has(HISTORY)


async def test_whoever_loses_the_lead_loses_it(desk: Desk) -> None:
    await is_long(desk)
    await desk.petrov.taps(HISTORY)
    await desk.smirnov.opens(1)
    await desk.smirnov.taps(ASSIGN)
    await desk.smirnov.taps("Иван Иванов")
    assert not desk.petrov.sees("замер") and not desk.petrov.sees("История")
    assert desk.ivanov.has(HISTORY)


async def test_a_second_tap_and_a_restart_change_nothing(desk: Desk) -> None:
    await is_long(desk)
    open_it = desk.petrov.data(HISTORY)
    before = await desk.stored()
    await desk.petrov.taps_data(*open_it)
    shown = desk.petrov.card("История").text
    await desk.restarts()
    await desk.petrov.taps_data(*open_it)
    assert desk.petrov.card("История").text == shown
    assert await desk.stored() == before


async def test_of_whoever_is_forgotten_nothing_is_left(desk: Desk) -> None:
    await is_long(desk)
    await desk.lead(f"{RUSTAM}, ещё дверь", tap=APART)
    await desk.petrov.taps(HISTORY, on="№1")
    await erases(desk, "8 (843) 200-11-22")
    assert not desk.petrov.sees("замер") and not desk.petrov.has(HISTORY)
    assert not desk.petrov.sees("История")
    tap = (desk.petrov.card("№1").message_id, "hist:1:1")
    await desk.petrov.taps_data(*tap)
    assert "Данные стёрты" in desk.petrov.card("№1").text and not desk.petrov.sees("История")


async def test_of_two_leads_each_leads_to_the_other(desk: Desk) -> None:
    """Also the earlier one, which is over: what came later stands in its history. One that was taken back is none."""
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REFUSAL)
    for person in (desk.petrov, desk.anna):
        assert not person.has(HISTORY)
    await desk.lead(RUSTAM)
    for person in (desk.petrov, desk.anna):
        assert person.card("№1 ·").button(HISTORY), "at once, on the card that stood there"
    await desk.restarts()
    await desk.petrov.taps(HISTORY, on="№1 ·")
    assert "№2 · 10:00, 23 нояб." in desk.petrov.card("История").text
    await desk.petrov.taps(CLOSE)
    await desk.anna.taps(WITHDRAW)
    assert not desk.petrov.card("№1 ·").button(HISTORY)
    await desk.anna.taps(HAND_OVER)
    await desk.sidorova.sends("/find 2")
    assert desk.petrov.card("№1 ·").button(HISTORY)


async def test_whoever_may_not_see_the_client_has_no_way_there_from_either(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REFUSAL)
    await desk.lead(RUSTAM)
    await desk.orlova.sends("/leads")
    await desk.orlova.taps("№2")
    assert not desk.orlova.has(HISTORY)


async def test_a_number_that_is_put_right_brings_two_histories_together(desk: Desk) -> None:
    await desk.lead(RUSTAM)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REFUSAL)
    await desk.lead("Рустам 8 (843) 200-11-33, дверь")
    assert not desk.petrov.has(HISTORY)
    await desk.anna.taps(CORRECT, on="№2 ·")
    await desk.anna.taps(PHONE, on="№2 ·")
    await desk.anna.sends("8 (843) 200-11-22")
    assert desk.petrov.card("№1 ·").button(HISTORY) and desk.anna.card("№1 ·").button(HISTORY)
