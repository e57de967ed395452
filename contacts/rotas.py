"""A rhythm of days on and off as people write it: `2/2 с 1 декабря 9-21`, `5 через 2 с 03.12 9:00-18:00`."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from contacts.days import day_of, plain
from contacts.opening import read_week
from leads.hours import Rota

_RHYTHM: Final = re.compile(
    r"(?P<on>\d{1,3}) ?(?:/|через|на|on|by) ?(?P<off>\d{1,3})(?: off)?,? (?P<rest>.+)"
)
_START: Final = re.compile(r"(?:с|со|from|since|starting) (?P<day>.+)")
MOST_DAYS: Final = 366


def read_rota(written: str, today: date) -> Rota | None:
    """Reads one; None for whatever is none. `today`: on the calendar of who has it; a day without a year is near it."""
    found = _RHYTHM.fullmatch(plain(written))
    if found is None:
        return None
    on, off = int(found["on"]), int(found["off"])
    words = found["rest"].split()
    for cut in range(len(words) - 1, 0, -1):
        start = _day(" ".join(words[:cut]).rstrip(","), today)
        week = read_week(" ".join(words[cut:])) if start else None
        if start and week and 1 <= on <= MOST_DAYS and off <= MOST_DAYS and len(set(week)) == 1:
            return Rota(start, on, off, week[0])
    return None


def _day(text: str, today: date) -> date | None:
    found = _START.fullmatch(text)
    if found is None:
        return None
    return today if found["day"] in {"сегодня", "today"} else day_of(found["day"], today)
