"""What a change leaves to be sent is drawn with it; where that fails, the change stands and is told all the same."""

from __future__ import annotations

import logging

import pytest

from storage import sending
from tests.stories.desk import Desk
from tests.stories.words import CLAIM, HAND_OVER

SECRET = "Рустам Закиров"


async def test_a_change_stands_though_what_is_due_cannot_be_told_in_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real, fails = sending.due, True

    def due(*args: object, **more: object) -> object:
        nonlocal fails
        if fails:
            fails = False
            raise KeyError(SECRET)
        return real(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(sending, "due", due)
    with caplog.at_level(logging.ERROR):
        await desk.anna.sends(f"{SECRET} 8 (843) 200-00-00, окна")
    assert not fails
    assert desk.anna.has(HAND_OVER)
    assert "is not drawn with the change" in caplog.text
    assert SECRET not in caplog.text
    caplog.clear()  # it was meant to fail


async def test_a_killed_program_says_an_offer_once_more_that_was_taken_along(desk: Desk) -> None:
    """It was about to leave when the program died, and nobody knows whether it did."""
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    message, hand_over = desk.anna.data(HAND_OVER)
    desk.telegram.tap(desk.anna.id, message, data=hand_over)
    with desk.app.courier.at_work():
        await desk.hears()
    assert not desk.petrov.has(CLAIM)
    await desk.restarts()
    await desk.settle()
    assert desk.petrov.has(CLAIM)
    assert "Повторяю на всякий случай" in desk.petrov.card("№1").text
