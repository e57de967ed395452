"""A shift as people write it, any part of it: `завтра 9-14 Сидорова`, `вт 24.11`, `с 10 до 18`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from contacts.clock_words import span_in_figures
from contacts.clocks import CLOCK, TO, as_said, meant
from contacts.days import BEFORE, DAYS_AHEAD, ONE_DAY, WEEKDAYS, day_of, plain

_HOURS: Final = re.compile(rf"(?<![\d.:-])(?:с |from )?({CLOCK}){TO}({CLOCK})(?![\d:])")
_LONGEST_DAY: Final = 3  # words: `10 декабря 2026`


@dataclass(frozen=True, slots=True)
class ShiftWords:
    """What was said of a shift. `rest`: the words that are neither a day nor hours: somebody's name, mostly."""

    day: date | None
    hours: tuple[time, time] | None
    rest: str


def read_shift(written: str, today: date) -> ShiftWords:
    """Reads it. A weekday is the next one, today among them; an end at or before the start is on the next day."""
    text = re.sub(r"\s*[-–—−]\s*", "-", span_in_figures(plain(written)))
    found, hours = _HOURS.search(text), None
    if found:
        start, end = as_said(found[1]), as_said(found[2])
        span = meant(start, end) if start and end else None
        if span and span[0] != span[1]:
            hours = span
            text = f"{text[: found.start()]} {text[found.end() :]}"
    day, rest = _day_in([bare for word in text.split() if (bare := word.strip(",;"))], today)
    return ShiftWords(day, hours, " ".join(rest))


def _day_in(words: list[str], today: date) -> tuple[date | None, list[str]]:
    """The day and the other words. A date goes before a weekday, which then only says the same."""
    phrases = [
        (at, length)
        for length in range(min(_LONGEST_DAY, len(words)), 0, -1)
        for at in range(len(words) - length + 1)
    ]
    phrases.sort(key=lambda phrase: words[phrase[0]] in WEEKDAYS)
    for at, length in phrases:
        if day := _day(" ".join(words[at : at + length]), today):
            return day, [w for w in (*words[:at], *words[at + length :]) if w not in WEEKDAYS]
    return None, words


def _day(text: str, today: date) -> date | None:
    bare = BEFORE.sub("", text, count=1)
    return day_of(bare, today if bare in DAYS_AHEAD else today - ONE_DAY)
