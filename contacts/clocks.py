"""A time of day as people write it: `18:30`, `9`, `6 pm`, `в 6 вечера`, `полдень`."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from contacts.clock_words import in_figures
from contacts.days import plain

_NAMED: Final = {
    **dict.fromkeys(("полдень", "полудня", "noon"), time(12)),
    **dict.fromkeys(("час дня", "часу дня"), time(13)),
    **dict.fromkeys(("полночь", "полуночи", "midnight"), time(0)),
}
_HALVES: Final = {"утра": "a", "ночи": "a", "дня": "p", "вечера": "p"}
_FORM: Final = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})| ?h(?P<after>\d{2}))?"
    r"(?: ?(?:часов|часа|час|ч|h|o'clock)\b\.?)?"
    rf"(?: ?(?P<half>[ap](?=\.?m\b)|{'|'.join(_HALVES)})(?:\.?m\b\.?)?)?"
)
_CLOCK: Final = re.compile(_FORM)
_BEFORE: Final = re.compile(r"(?:в|к|at|by) ")

CLOCK: Final = rf"(?:(?:{re.sub(r'[?]P<[a-z]+>', '?:', _FORM)}|{'|'.join(_NAMED)})(?!\w))"
"""The form of one within a longer text, without the word before it; it has no groups."""


def read_clock(written: str) -> time | None:
    """Reads one. None for whatever is none, and where there is no such time: `25:00`, `18 вечера`."""
    text = _BEFORE.sub("", in_figures(plain(written)), count=1)
    if text in _NAMED:
        return _NAMED[text]
    found = _CLOCK.fullmatch(text)
    return _time(found) if found else None


def says_half(written: str) -> bool:
    """Tells whether it says which half of the day is meant."""
    found = _CLOCK.search(written)
    return bool(found and found["half"])


def _time(found: re.Match[str]) -> time | None:
    """`24:00` is midnight, too."""
    hour, minute, half = int(found["hour"]), int(found["minute"] or found["after"] or 0), found["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if _HALVES.get(half, half) == "p" else 0)
    if (hour, minute) == (24, 0):
        return time(0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
