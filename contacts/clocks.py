"""A time of day as people write it: `18:30`, `9`, `6 pm`, `в 6 вечера`, `полдень`."""

from __future__ import annotations

import re
from datetime import time
from typing import Final, NamedTuple

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
MORNING: Final = range(6, 12)
EVENING: Final = range(1, 12)
"""`9-6` is nobody's night: whoever begins in the morning and says no more ends in the afternoon or evening."""
AFTERNOON: Final = range(1, 7)
"""Nobody calls a client or comes back at three in the night: alone this is what such an hour means, and in `2-6 pm`."""
NOON: Final = 12
_BEFORE: Final = re.compile(r"^(?:в|к|at|by) ")

TO: Final = r"(?: ?- ?| (?:до|по|to|till|until|through|thru) )"
"""What stands between the two ends of a span; dashes are all alike by then. It has no groups."""
CLOCK: Final = rf"(?:(?:{re.sub(r'[?]P<[a-z]+>', '?:', _FORM)}|{'|'.join(_NAMED)})(?!\w))"
"""The form of one within a longer text, without the word before it; it has no groups."""


def read_clock(written: str) -> time | None:
    """Reads one. None for whatever is none, and where there is no such time: `25:00`, `18 вечера`."""
    text = _BEFORE.sub("", in_figures(plain(written)), count=1)
    if text in _NAMED:
        return _NAMED[text]
    found = _CLOCK.fullmatch(text)
    return _time(found) if found else None


class Clock(NamedTuple):
    """A time as it was said. `says_half`: of which half of the day it is, too."""

    at: time
    says_half: bool

    def later(self, hours: range) -> time:
        """Returns the same in the afternoon, where nobody said otherwise and it is one of these hours."""
        is_meant = not self.says_half and self.at.hour in hours
        return self.at.replace(hour=self.at.hour + 12) if is_meant else self.at


def as_said(written: str) -> Clock | None:
    """Reads one, with how much was said of it. None as for `read_clock`."""
    at, found = read_clock(written), _CLOCK.search(written)
    return None if at is None else Clock(at, bool(found and found["half"]))


def meant(start: Clock, end: Clock) -> tuple[time, time]:
    """Returns the span that somebody means by two times; one that ends at or before its start ends on the next day."""
    if end.says_half:
        return (start.later(AFTERNOON) if end.at.hour > NOON else start.at), end.at
    if not start.says_half and end.at <= start.at and start.at.hour in MORNING:
        return start.at, end.later(EVENING)
    return start.at, end.at


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
