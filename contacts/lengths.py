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
_WHOLE: Final = {
    **dict.fromkeys(("полчаса", "пол часа", "полчасика", "half an hour", "half hour"), 1_800),
    **dict.fromkeys(("четверть часа", "quarter of an hour", "a quarter of an hour", "quarter hour"), 900),
    **dict.fromkeys(("три четверти часа", "three quarters of an hour"), 2_700),
}
_NUMBERS: Final = {
    **{word: str(number) for word, number in NUMBERS.items()},
    **dict.fromkeys(("полтора", "полторы"), "1.5"),
    **dict.fromkeys(("пара", "пару"), "2"),
    "an": "1",
}
_PART: Final = re.compile(r"(?:(\d{1,9}(?:[.,]\d{1,2})?) ?)?([a-zа-я]+)\.? ?(?:и |and )?")
_HALF: Final = r"(?:с половиной|and 1 half)"
_SPELLED: Final = (
    (re.compile(r"\b([2-9])0[ -]([1-9])\b"), r"\1\2"),  # `20 5`
    (re.compile(r"^(\d{1,3}):([0-5]\d)$"), r"\1h \2m"),
    (re.compile(r"^(\d{1,3}) ?[hч] ?(\d{1,2})$"), r"\1h \2m"),
    (re.compile(rf"\b(\d{{1,3}}) {_HALF}"), r"\1.5"),  # `7 с половиной минут`
    (re.compile(rf"\b(\d{{1,3}}) ([a-zа-я]+) {_HALF}"), r"\1.5 \2"),
    (re.compile(rf"^([a-zа-я]+) {_HALF}"), r"1.5 \1"),  # `час с половиной`
)


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
    text = " ".join(_NUMBERS.get(word, word) for word in text.replace("-", " ").split())
    for form, instead in _SPELLED:
        text = form.sub(instead, text)
    total, at, last = 0.0, 0, float("inf")
    while at < len(text):
        part = _PART.match(text, at)
        size = _SECONDS.get(part[2]) if part else None
        if part is None or size is None or size >= last:
            return None
        total += float((part[1] or "1").replace(",", ".")) * size
        at, last = part.end(), size
    return total if text else None
