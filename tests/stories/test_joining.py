"""Several messages about one client are one lead: forwarded together, or joined by hand."""

from __future__ import annotations

from bot.standin.model import User
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import CLAIM, HAND_OVER, JOIN

MARAT = "Марат Гильманов"


def drafts(person: Person) -> int:
    return sum(message.button(HAND_OVER) is not None for message in person.messages())


async def test_what_one_author_wrote_is_one_draft(desk: Desk) -> None:
    await desk.anna.forwards("Добрый день, сколько стоит балкон?", from_name=MARAT)
    await desk.anna.forwards("Мой номер 8 (843) 200-11-22", from_name=MARAT)
    assert drafts(desk.anna) == 1
    card = desk.anna.card(button=HAND_OVER).text
    assert "балкон" in card and "+7 843 200-11-22" in card
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    assert "балкон" in desk.petrov.card("№1").text


async def test_another_number_another_author_and_another_minute_are_another_draft(desk: Desk) -> None:
    await desk.anna.forwards("Окна, 8 (843) 200-11-22", from_name=MARAT)
    await desk.anna.forwards("А это сосед, 8 (843) 200-33-44", from_name=MARAT)
    await desk.anna.forwards("Балкон", from_name="Алия")
    assert drafts(desk.anna) == 3
    await desk.passes(minutes=2)
    await desk.anna.forwards("И ещё дверь", from_name="Алия")
    assert drafts(desk.anna) == 4


async def test_what_a_colleague_wrote_is_of_many(desk: Desk) -> None:
    petrov = User(desk.petrov.id, "Пётр", "Петров")
    await desk.anna.forwards("Звонил мужчина про окна", from_user=petrov)
    await desk.anna.forwards("Звонила женщина про дверь", from_user=petrov)
    assert drafts(desk.anna) == 2


async def test_what_is_forwarded_after_the_hand_over_is_a_draft(desk: Desk) -> None:
    await desk.anna.forwards("Окна, 8 (843) 200-11-22", from_name=MARAT)
    await desk.anna.taps(HAND_OVER)
    await desk.anna.forwards("И ещё дверь", from_name=MARAT)
    assert drafts(desk.anna) == 1


async def test_two_drafts_are_joined_by_hand(desk: Desk) -> None:
    await desk.anna.sends("Нужны окна на балкон")
    await desk.passes(minutes=3)
    await desk.anna.sends("Рустам 8 (843) 200-11-22")
    await desk.anna.taps(JOIN, on="Рустам")
    assert desk.anna.has("10:00, 23 нояб. · Нужны окна на балкон")
    assert await desk.anna.taps("Нужны окна") == "Теперь это один лид"
    assert drafts(desk.anna) == 1
    card = desk.anna.card(button=HAND_OVER).text
    assert card.index("Нужны окна") < card.rindex("Рустам") and "+7 843 200-11-22" in card
    await desk.anna.taps(HAND_OVER)
    assert len((await desk.stored())["leads"]) == 1
    await desk.verifies()


async def test_there_may_be_no_other_draft(desk: Desk) -> None:
    await desk.anna.sends("Нужны окна на балкон")
    assert await desk.anna.taps(JOIN) == "Других черновиков нет"
    await desk.anna.sends("Рустам 8 (843) 200-11-22")
    await desk.anna.taps(JOIN, on="балкон")
    await desk.anna.taps("Скрыть список")
    assert not desk.anna.has("· Рустам")


async def test_a_second_tap_a_stale_one_and_a_restart_change_nothing(desk: Desk) -> None:
    await desk.anna.sends("Нужны окна на балкон")
    await desk.anna.sends("Рустам 8 (843) 200-11-22")
    await desk.anna.taps(JOIN, on="Рустам")
    join = desk.anna.data("Нужны окна")
    await desk.restarts()
    await desk.anna.taps_data(*join)
    before = await desk.stored()
    await desk.restarts()
    assert await desk.anna.taps_data(*join) == "Этот лид не у вас"
    await desk.anna.taps(HAND_OVER)
    assert await desk.anna.taps_data(*join) in {"Уже передан", "Этот лид не у вас"}
    assert len((await desk.stored())["leads"]) == len(before["leads"]) == 1
