"""What is tapped where the office's data are cared for: a client erased, the ledger verified, past leads brought in."""

from __future__ import annotations

from enum import StrEnum

from screens.buttons.base import CallbackData


class EraseStep(StrEnum):
    """Says how far the erasure of a client goes."""

    ASK = "ask"  # whom
    ALL = "all"  # also those with the same number and an extension
    GO = "go"  # once more
    SURE = "sure"
    LEAVE = "leave"


class VerifyNow(CallbackData, prefix="verify"):
    """Has the ledger verified."""


class EraseClient(CallbackData, prefix="erase"):
    """The administrator's next word on the client whom the card of this chat speaks of."""

    step: EraseStep
