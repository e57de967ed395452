"""Moving to another Telegram account of one's own."""

from __future__ import annotations

from enum import StrEnum

from screens.buttons.base import CallbackData


class MoveStep(StrEnum):
    ASK = "ask"  # for a link
    YES = "yes"  # the account that has opened it is theirs
    NO = "no"


class MoveMe(CallbackData, prefix="move-me"):
    """The next word of somebody who moves, in their old chat."""

    step: MoveStep
