"""Changing a setting: of the office, or of a segment. A value is as an office file spells it, `.` for `:`.

`key`: the setting's, in the file; `at`: `short` of a segment's id, nothing for the office. `seen`: a mark of the value
that the reader had before their eyes, for somebody else may have changed it meanwhile.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from screens.buttons.base import CallbackData


class PutSetting(CallbackData, prefix="put-set"):
    """Makes it this value; `-`: takes it out of the file, so that the default counts, or the office's value."""

    key: str
    at: str = ""
    to: str
    seen: str


class TickSetting(CallbackData, prefix="tick-set"):
    """Takes one into a list of values, or out of it."""

    key: str
    at: str = ""
    one: str
    seen: str


class EditHours(CallbackData, prefix="hours"):
    """Changes opening hours by one tap: `d0` opens or closes Mondays, `o0+` opens later on all days that are as
    Mondays, `c0-` closes earlier, `l0` has lunch, `palways` is a ready one, `hRU` keeps holidays.
    """

    key: str
    at: str = ""
    deed: str
    seen: str


class AskSetting(CallbackData, prefix="ask-set"):
    """Asks for another value, to be typed."""

    key: str
    at: str = ""


class SureSetting(CallbackData, prefix="sure-set"):
    """Answers whether what waits for a second word is to be done."""

    key: str
    at: str = ""
    yes: bool


NOTHING = "-"
_MARK = 6


def mark_of(value: Any) -> str:
    """Returns the same short mark for the same value, as an office file spells it."""
    said = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return sha256(said.encode()).hexdigest()[:_MARK]


def about(key: str, at: str = "") -> str:
    """Returns what the pane of a setting is about, for `Go`."""
    return f"{key}@{at}" if at else key
