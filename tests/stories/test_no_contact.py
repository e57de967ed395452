"""A lead that nobody could be reached by: the draft says so, and the secretary is asked before it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.offices import EVERYTHING, OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import ANYWAY, BRING_IN, CLAIM, HAND_OVER

SAY, BACK = "Указать телефон", "Назад"
HELLO = "Добрый день! Сколько стоит окно?"
PICKED = varied(OFFICE, segments={"tatarstan": {"scheme": "secretary"}, "rest": {"scheme": "secretary"}})


async def is_asked(desk: Desk) -> None:
    await desk.anna.sends(HELLO)
    assert "❗ Контакта нет: ни телефона, ни почты, ни Telegram" in desk.anna.card().text
    assert await desk.anna.taps(HAND_OVER) == "Контакта нет: укажите его или передайте так"


def handed(desk: Desk) -> bool:
    return any(p.has(CLAIM) for p in (desk.petrov, desk.sidorova, desk.ivanov))


async def test_it_is_handed_over_when_they_say_so_again(desk: Desk) -> None:
    await is_asked(desk)
    assert "С клиентом будет не связаться" in desk.anna.card().text and not handed(desk)
    assert await desk.anna.taps(ANYWAY) == "Передаю"
    assert handed(desk) and "№1" in desk.anna.card().text
    await desk.verifies()


async def test_a_number_is_typed_there_and_then(desk: Desk) -> None:
    await is_asked(desk)
    assert await desk.anna.taps(SAY) == "Жду номер"
    await desk.anna.sends("8 (843) 200-11-22")
    assert "📞 +7 843 200-11-22" in desk.anna.card().text and not desk.anna.has(ANYWAY)
    assert await desk.anna.taps(HAND_OVER) == "Передаю"


async def test_they_may_think_better_of_it(desk: Desk) -> None:
    await is_asked(desk)
    await desk.anna.taps(BACK)
    assert desk.anna.has(HAND_OVER) and not desk.anna.has(ANYWAY) and not handed(desk)
    await desk.anna.taps("Убрать")
    assert not desk.anna.sees("Новый лид")


async def test_a_doubled_tap_hands_nothing_over(desk: Desk) -> None:
    await desk.anna.sends(HELLO)
    tap = desk.anna.data(HAND_OVER)
    await desk.anna.taps_data(*tap)
    await desk.restarts()
    await desk.anna.taps_data(*tap)
    assert not handed(desk)
    anyway = desk.anna.data(ANYWAY)
    await desk.anna.taps_data(*anyway)
    assert await desk.anna.taps_data(*anyway) == "Уже передан"
    assert await desk.petrov.taps_data(*anyway) != "Передаю"
    assert len((await desk.stored())["offers"]) == 1


@pytest.mark.parametrize(
    "text", ["Окна, @ivan_okna", "Окна, ivan@mail.ru", "Окна, 8 (843) 200-11-22", "Окна, 8 843 200-11-2"]
)
async def test_whoever_left_anything_is_handed_over_at_once(desk: Desk, text: str) -> None:
    """Where a digit is missing the draft has said so already."""
    await desk.lead(text)
    assert handed(desk)


async def test_what_may_be_said_in_a_file_is_not_asked_for(desk: Desk) -> None:
    await desk.anna.sends_voice()
    assert "📞 Телефона в сообщении нет" in desk.anna.card().text
    assert await desk.anna.taps(HAND_OVER) == "Передаю"


async def test_whom_they_pick_they_are_asked_about_as_well(tmp_path: Path) -> None:
    async with office(tmp_path, PICKED) as desk:
        await desk.anna.sends(HELLO)
        pick = desk.anna.data("Пётр Петров")
        assert await desk.anna.taps_data(*pick) == "Контакта нет: укажите его или передайте так"
        assert not handed(desk)
        await desk.restarts()
        await desk.anna.taps(ANYWAY)
        assert desk.petrov.has(CLAIM) and not desk.sidorova.has(CLAIM)
        await desk.verifies()


async def test_a_manager_who_brings_somebody_in_is_not_asked(tmp_path: Path) -> None:
    async with office(tmp_path, EVERYTHING) as desk:
        await desk.petrov.sends("Моя клиентка зайдёт завтра сама")
        await desk.petrov.taps(BRING_IN)
        assert desk.petrov.sees("№1")
