"""A length of time as people write it: `5 мин`, `1 ч 30 мин`, `полчаса`, `2 дня`, `an hour`, `5m`."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from contacts.days import NUMBERS, plain
from leads.durations import LONGEST, parse_duration

_SECONDS: Final = {
    **dict.fromkeys(
        ["с", "сек", "секунд", "секунда", "секунду", "секунды", "s", "sec", "secs", "second", "seconds"], 1
    ),
    **dict.fromkeys(
        ["м", "мин", "минут", "минута", "минуту", "минуты", "m", "min", "mins", "minute", "minutes"], 60
    ),
    **dict.fromkeys(["ч", "час", "часа", "часов", "h", "hr", "hrs", "hour", "hours"], 3_600),
    **dict.fromkeys(["д", "дн", "день", "дня", "дней", "сут", "сутки", "суток", "d", "day", "days"], 86_400),
    **dict.fromkeys(["н", "нед", "неделя", "неделю", "недели", "недель", "w", "week", "weeks"], 604_800),
    **dict.fromkeys(["мес", "месяц", "месяца", "месяцев", "month", "months"], 30 * 86_400),
    **dict.fromkeys(["г", "год", "года", "лет", "y", "year", "years"], 365 * 86_400),
}
_WHOLE: Final = {"полчаса": 1_800, "полчасика": 1_800, "half an hour": 1_800, "half hour": 1_800}
_NUMBERS: Final = {
    **{word: str(number) for word, number in NUMBERS.items()},
    **dict.fromkeys(("полтора", "полторы"), "1.5"),
    **dict.fromkeys(("пара", "пару"), "2"),
    "an": "1",
}
_PART: Final = re.compile(r"(?:(\d{1,9}(?:[.,]5)?) ?)?([a-zа-я]+)\.? ?(?:и |and )?")


def read_length(written: str) -> timedelta | None:
    """Reads it; no time at all (`0`, `0s`) too. None for whatever is none, or is longer than ten years."""
    text = " ".join(plain(written).split()).strip(" .,")
    try:
        return parse_duration(text, zero=True)
    except ValueError:
        seconds = 0 if text == "0" else _seconds(text)
    if seconds is None or seconds != int(seconds) or seconds > LONGEST.total_seconds():
        return None
    return timedelta(seconds=int(seconds))


def _seconds(text: str) -> float | None:
    """Its parts together, the largest unit first; a unit alone is one of it."""
    if text in _WHOLE:
        return _WHOLE[text]
    text = " ".join(_NUMBERS.get(word, word) for word in text.split())
    total, at, last = 0.0, 0, float("inf")
    while at < len(text):
        part = _PART.match(text, at)
        size = _SECONDS.get(part[2]) if part else None
        if part is None or size is None or size >= last:
            return None
        total += float((part[1] or "1").replace(",", ".")) * size
        at, last = part.end(), size
    return total if text else None
