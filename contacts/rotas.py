"""A rhythm of days on and off as people write it: `2/2 с 1 декабря 9-21`, `5 через 2 с 03.12 9:00-18:00`, `сутки через
трое с завтра`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from contacts.days import NUMBERS, day_of, plain
from contacts.opening import read_week
from leads.hours import Rota

_NUMBERS: Final = {
    **NUMBERS,
    **dict.fromkeys(("день", "сутки"), 1),
    **dict.fromkeys(("неделя", "неделю"), 7),
}
_NUMBER: Final = "|".join((r"\d{1,3}", *_NUMBERS))
_DAYS: Final = r"(?: (?:дня|дней|days?))?"
_RHYTHM: Final = re.compile(
    rf"(?P<on>{_NUMBER}){_DAYS} ?(?:/|через|на|on|by|(?<=сутки)) ?(?P<off>{_NUMBER}){_DAYS}(?: off)?,? (?P<rest>.+)"
)
_REWRITTEN: Final = (
    (re.compile(r"^(?:сменный )?(?:график|режим|смены|работает|works?|shifts?):? "), ""),
    (re.compile(r"^через день|^every other day"), "1/1"),
    (re.compile(r"(?<=\d) ?[*xх×] ?(?=\d)"), "/"),
    (re.compile(r"\b(?:первый (?:рабочий )?день|первая смена|начиная с|the first day is)\b"), "с"),
)
_ROUND_THE_CLOCK: Final = "сутки"
_START: Final = re.compile(r"(?:с|со|from|since|starting) (?P<day>.+)")
MOST_DAYS: Final = 366


def read_rota(written: str, today: date) -> Rota | None:
    """Reads one; None for whatever is none. `today`: on the calendar of who has it; a day without a year is near it."""
    text = plain(written)
    for form, instead in _REWRITTEN:
        text = form.sub(instead, text)
    found = _RHYTHM.fullmatch(text)
    if found is None:
        return None
    on, off = _count(found["on"]), _count(found["off"])
    words = found["rest"].split() + (["24/7"] if found["on"] == _ROUND_THE_CLOCK else [])
    if not 1 <= on <= MOST_DAYS or off > MOST_DAYS:
        return None
    for cut in range(len(words) - 1, 0, -1):
        first, last = " ".join(words[:cut]).rstrip(","), " ".join(words[cut:])
        for said, hours in ((first, last), (last, first)):
            start = _day(said, today)
            week = read_week(hours) if start else None
            if start and week and len(set(week)) == 1:
                return Rota(start, on, off, week[0])
    return None


def _count(written: str) -> int:
    return _NUMBERS.get(written) or int(written)


def _day(text: str, today: date) -> date | None:
    found = _START.fullmatch(text)
    if found is None:
        return None
    return today if found["day"] in {"сегодня", "today"} else day_of(found["day"], today)
