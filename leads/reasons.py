"""Why somebody said no, in the only words that are stored: a manager to a lead or its worth, a client to the offer."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class DeclineReason(StrEnum):
    """Says why a manager does not take a lead; the office file names those that cost no turn."""

    BUSY = "busy"
    AWAY = "away"
    WRONG_SEGMENT = "wrong_segment"
    CONFLICT = "conflict"
    OTHER = "other"


class RefusalReason(StrEnum):
    """Says why a client said no."""

    PRICE = "price"
    COMPETITOR = "competitor"
    NO_NEED = "no_need"
    NO_ANSWER = "no_answer"
    OTHER = "other"


class BadLeadReason(StrEnum):
    """Says why a lead is none."""

    SPAM = "spam"
    WRONG_NUMBER = "wrong_number"
    NOT_OURS = "not_ours"  # what they want is not sold here
    DOUBLE = "double"
    OTHER = "other"


Unreached = Literal["blocked", "deactivated", "never started", "not found", "forbidden"]
"""Why Telegram does not deliver to somebody."""
