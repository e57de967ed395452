"""The steps of /setup: going on, going back, later, and what is chosen at a step with one tap."""

from __future__ import annotations

from enum import StrEnum

from screens.buttons.base import CallbackData
from screens.views.setup import SetUpStep


class SetUpMove(StrEnum):
    ON = "on"
    BACK = "back"
    LATER = "later"
    RESUME = "resume"


class MoveOn(CallbackData, prefix="setup"):
    """Leaves a step. `step`: the one on which the button stands: of another one it does nothing."""

    step: SetUpStep
    move: SetUpMove


class ToOffice(CallbackData, prefix="to-office"):
    """Opens /office at the end of the chat, wherever it stood before."""


class Choose(CallbackData, prefix="setup-is"):
    """What is chosen at a step: a zone, hours, a way of sharing, a role."""

    step: SetUpStep
    value: str
