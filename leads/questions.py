"""What the bot may be asking somebody to type: one thing at a time, of one lead or of the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Asked(StrEnum):
    """Says what is waited for."""

    AMOUNT = "amount"  # what a sale brought
    SALE = "sale"  # the same, and the lead is closed with it
    CALL_BACK = "call_back"  # when the client is to be called again
    MEETING = "meeting"  # when they meet the client
    REASON = "reason"  # why a lead was declined, lost or is bad, in one's own words
    VERDICT = "verdict"  # why the head does not agree that a lead is bad
    NOTE = "note"  # anything worth keeping; a voice or a photo will do
    NAME = "name"  # what the client is called
    PHONE = "phone"  # by which number they are reached
    COMMENT = "comment"  # something to be added to what was said of them
    SAME_CLIENT = "same_client"  # which other client it is
    LIST = "list"  # a part of a name, to find it in a long list; `about` says on which card
    OFFICE = "office"  # a value of the set-up


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and of which lead: its row. `about`: of the office or of a list, what of it; then the
    lead is 0."""

    what: Asked
    lead: int
    about: Mapping[str, Any] | None = None
