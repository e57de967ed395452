"""A list of buttons that is left open under a card goes when the lead is no more as it was, and when the card rings."""

from __future__ import annotations

from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import (
    ASSIGN,
    BAD_LEAD,
    CLAIM,
    CORRECT,
    HAND_OVER,
    HIDE,
    HIDE_LIST,
    JOIN,
    REACHED,
    SAME_CLIENT,
    SEGMENT,
    WITHDRAW,
)

STAYS, FILE_UNDER = "Оставить", "К лиду…"
RUSTAM = "Рустам 8 (843) 200-11-22, окна"


def newest(person: Person) -> list[str]:
    """The buttons of what came last."""
    return [button.text for row in person.messages()[-1].buttons for button in row]


async def test_the_list_of_whom_to_give_a_lead_to_goes_once_somebody_has_it(desk: Desk) -> None:
    await desk.lead()
    await desk.smirnov.opens(1)
    assert desk.smirnov.card("№1 ·").button("Ольга Сидорова")
    await desk.petrov.taps(CLAIM)
    card = desk.smirnov.card("№1 ·")
    assert not card.button("Ольга Сидорова") and card.button(ASSIGN), "one tap would have taken it away"
    await desk.smirnov.taps(ASSIGN, on="№1 ·")
    await desk.petrov.taps(REACHED)
    await desk.restarts()
    assert desk.smirnov.card("№1 ·").button("Ольга Сидорова"), "whoever opens it now means that"


async def test_whose_the_lead_stays_is_asked_of_whoever_has_it_now(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.anna.taps(CORRECT, on="№1 ·")
    await desk.anna.taps(SEGMENT, on="№1 ·")
    await desk.anna.taps("Все остальные", on="№1 ·")
    tap = desk.anna.data(STAYS)
    await desk.smirnov.opens(1)
    await desk.smirnov.taps(ASSIGN, on="№1 ·")
    await desk.smirnov.taps("Ольга Сидорова", on="№1 ·")
    card = desk.anna.card("№1 ·")
    assert not card.button(STAYS) and "по правилу этого сегмента?" not in card.text and card.button(CORRECT)
    assert await desk.anna.taps_data(*tap) == "Сегмент изменён", "what was meant is still done"
    assert "Ольга Сидорова" in desk.anna.card("№1 · Все остальные").text


async def test_a_draft_that_goes_leaves_its_lists_behind(desk: Desk) -> None:
    for opens in (f"{SEGMENT}:", FILE_UNDER, CORRECT):
        await desk.anna.sends(RUSTAM)
        await desk.anna.taps(opens, on="Новый лид")
        await desk.anna.taps(HAND_OVER)
        assert desk.anna.messages()[-1].button(WITHDRAW) and not desk.anna.has(HIDE)
        await desk.anna.taps(WITHDRAW)
        await desk.anna.taps("Убрать")


async def test_a_forgotten_draft_comes_with_its_own_buttons(desk: Desk) -> None:
    await desk.anna.sends(RUSTAM)
    await desk.passes(minutes=2)
    await desk.anna.sends("Вера 8 (843) 200-33-44, дверь")
    await desk.anna.taps(JOIN, on="Рустам")
    await desk.passes(minutes=9)
    assert "Рустам" in desk.anna.messages()[-1].text and CORRECT in " ".join(newest(desk.anna))


async def test_what_nobody_has_rings_its_secretary_with_its_own_buttons(desk: Desk) -> None:
    await desk.lead()
    await desk.anna.taps(CORRECT, on="№1 ·")
    await desk.passes(minutes=40)
    assert WITHDRAW in " ".join(newest(desk.anna))
    assert not desk.anna.has(HIDE)


async def test_whoever_looks_for_the_same_client_when_the_card_rings_has_stopped_looking(desk: Desk) -> None:
    """What they type then is about something else."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.smirnov.opens(1)
    await desk.smirnov.taps(CORRECT, on="№1 ·")
    await desk.smirnov.taps(SAME_CLIENT, on="№1 ·")
    await desk.petrov.taps(BAD_LEAD)
    await desk.restarts()
    assert not desk.smirnov.card("№1 ·").button(HIDE_LIST)
    await desk.smirnov.sends("Рустам")
    assert not desk.smirnov.card("№1 ·").button(HIDE_LIST)
    assert "Кто ещё этот клиент" not in desk.smirnov.chat()
    assert "К какому лиду" in desk.smirnov.messages()[-1].text
