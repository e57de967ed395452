"""What happens to somebody's lead by another's hand, or to themselves, is told in a message that rings."""

from __future__ import annotations

from pathlib import Path

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import (
    ASSIGN,
    BAD_LEAD,
    BRING_BACK,
    CLAIM,
    CONFIRM,
    CONFIRM_BAD,
    CORRECT,
    NOT_BAD,
    REACHED,
    SAME_CLIENT,
)

IMPATIENT = varied(OFFICE, pause_after_lapses=1)


async def held(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)


async def gives(desk: Desk, to: str) -> None:
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    if not any(button.text.startswith(to) for row in desk.smirnov.card("№1 ·").buttons for button in row):
        await desk.smirnov.taps(ASSIGN, on="№1 ·")
    await desk.smirnov.taps(to, on="№1 ·")


def rings(person: Person, words: str) -> str:
    """The newest message, which says so."""
    text = person.card().text
    assert words in text, person.chat()
    return text


async def test_a_lead_that_is_taken_from_somebody(desk: Desk) -> None:
    await held(desk)
    await gives(desk, "Ольга Сидорова")
    words = (
        "№1 теперь у другого менеджера: Ольга Сидорова. Решение: Сергей Смирнов. Вам он больше не засчитан."
    )
    rings(desk.petrov, words)
    rings(desk.sidorova, "Лид назначен вам вручную")
    await desk.restarts()
    await gives(desk, "Пётр Петров")
    rings(desk.sidorova, "№1 теперь у другого менеджера: Пётр Петров")
    await gives(desk, "Ольга Сидорова")
    assert desk.petrov.chat().count("теперь у другого менеджера") == 2, "each time anew"


async def test_the_heads_word_on_a_bad_lead(desk: Desk) -> None:
    await held(desk)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(NOT_BAD)
    rings(desk.petrov, "№1: не брак, лид снова у вас. Решение: Сергей Смирнов")
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM)
    rings(desk.petrov, "№1: брак подтверждён. Решение: Сергей Смирнов. Вам он не засчитан.")


async def test_a_card_that_rings_comes_with_its_lists_closed(desk: Desk) -> None:
    """What has happened, and what can be done about it, never hides behind a list that was left open before."""
    await held(desk)
    await desk.smirnov.opens(1)
    await desk.smirnov.taps(CORRECT, on="№1 ·")
    await desk.smirnov.taps(SAME_CLIENT, on="№1 ·")
    await desk.petrov.taps(CORRECT)
    await desk.lead("Опять Рустам 8 (843) 200-00-00, торопит")
    assert desk.petrov.card("№1 ·").button(REACHED), "their client has called again"
    await desk.petrov.taps(CORRECT)
    await desk.petrov.taps("Скрыть", on="№1 ·")
    await desk.petrov.taps(BAD_LEAD)
    await desk.restarts()
    assert desk.smirnov.card("№1 ·").button(CONFIRM_BAD)
    assert not desk.smirnov.card("№1 ·").button(SAME_CLIENT)


async def test_a_pause_for_silence_is_told_to_the_head_who_ends_it(tmp_path: Path) -> None:
    async with office(tmp_path, IMPATIENT) as desk:
        await desk.lead()
        await desk.passes(minutes=6)
        assert "вы на паузе" in desk.petrov.chat() and "На месте" in desk.petrov.below()
        assert "На паузе: Пётр Петров. 1 лид подряд остался без ответа" in desk.smirnov.card("паузе").text
        message, data = desk.smirnov.data(BRING_BACK)
        assert "не для вашей роли" in await desk.sidorova.taps_data(message, data)
        await desk.restarts()
        assert await desk.smirnov.taps(BRING_BACK) == "Снова на линии: Пётр Петров"
        rings(desk.petrov, "Вы снова на линии, лиды приходят. Решение: Сергей Смирнов")
        assert "Пауза" in desk.petrov.below()
        assert await desk.smirnov.taps_data(message, data) == "Пауза уже снята"


async def test_a_manager_who_is_back_already_is_not_brought_back(tmp_path: Path) -> None:
    async with office(tmp_path, IMPATIENT) as desk:
        await desk.lead()
        await desk.passes(minutes=6)
        await desk.petrov.presses("На месте")
        assert await desk.smirnov.taps(BRING_BACK) == "Пауза уже снята"
