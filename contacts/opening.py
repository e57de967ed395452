"""Hours of the week as people write them: `пн-пт 9-18, сб 10-15`, `будни 9:00–18:00, обед 13–14`, `24/7`."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from contacts.days import plain
from leads.wall_clock import EVERY_DAY
from leads.week import ALL_DAY, Week

_NAMES: Final = (
    "пн понедельник понедельника mon monday",
    "вт вторник вторника tue tues tuesday",
    "ср среда среду среды wed wednesday",
    "чт четверг четверга thu thur thurs thursday",
    "пт пятница пятницу пятницы fri friday",
    "сб суббота субботу субботы sat saturday",
    "вс воскресенье воскресенья sun sunday",
)
_DAYS: Final = {name: day for day, names in enumerate(_NAMES) for name in names.split()}
_DAY: Final = "|".join(_DAYS)
_FROM_TO: Final = re.compile(rf"\b(?:(?:с|со|from) )?({_DAY}) (?:по|до|to|till|through|thru) ({_DAY})\b")
_SEVERAL: Final = {
    **dict.fromkeys(("будни", "будням", "будние", "weekdays"), EVERY_DAY[:5]),
    **dict.fromkeys(("выходные", "выходным", "weekends", "weekend"), EVERY_DAY[5:]),
    **dict.fromkeys(("ежедневно", "каждый день", "daily", "every day"), EVERY_DAY),
}
_ALWAYS: Final = frozenset({"24/7", "круглосуточно", "всегда", "always", "24 часа"})
_CLOSED: Final = frozenset({"выходной", "закрыто", "closed", "off", "нет"})
_BUT: Final = frozenset({"кроме", "except"})
_LUNCH: Final = frozenset({"обед", "перерыв", "lunch", "break"})
MORNING: Final = range(6, 12)
AFTERNOON: Final = range(1, 9)
"""`9-6` is nobody's night: whoever begins in the morning and says no more ends in the afternoon."""
CLOCK: Final = r"(\d{1,2})(?:[:.](\d{2}))?(?: ?(am|pm))?"
_SPOKEN: Final = re.compile(
    rf"(?:(?:в|к|at|by) )?{CLOCK}(?: ?(?:ч|час|часа|часов|o'clock)\.?)?(?: (?P<part>утра|дня|вечера|ночи))?"
)
_HALF: Final = {"утра": "am", "ночи": "am", "дня": "pm", "вечера": "pm"}
_NAMED: Final = {
    **dict.fromkeys(("полдень", "в полдень", "noon"), time(12)),
    **dict.fromkeys(("полночь", "в полночь", "midnight"), time(0)),
}
_TOKEN: Final = re.compile(
    rf"(?P<span>(?:с |from )?{CLOCK} ?(?:-|до|to) ?{CLOCK})"
    r"|(?P<word>24/7|каждый день|every day|24 часа|[a-zа-я]+)|(?P<dash>-)|(?P<apart>[ ,;:.\n]+)"
)
_NEXT: Final = frozenset(["и", "по", "в", "and", "on", "with", "без", "обеда", "перерыва", "no"])


def read_week(written: str) -> Week | None:
    """Reads them; a day that is not named has none. None for whatever is no such thing."""
    text = " ".join(re.sub(r"\s*[-–—−]\s*", "-", plain(written)).split()).strip(" .,")
    text = _FROM_TO.sub(r"\1-\2", text)
    if text in _ALWAYS:
        return (ALL_DAY,) * 7
    reader = _Reader()
    at = 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None or not reader.takes(token):
            return None
        at = token.end()
    return reader.week()


class _Reader:
    """Days come first, then their spans; the next days begin anew."""

    def __init__(self) -> None:
        self._found: dict[int, list[tuple[time, time]]] = {}
        self._days: list[int] = []
        self._from: int | None = None  # a day before a dash
        self._has_spans = self._is_lunch = self._is_but = False

    def takes(self, token: re.Match[str]) -> bool:
        if token["span"]:
            return self._span(token)
        if token["word"]:
            return self._word(token["word"])
        if token["dash"]:
            self._from = self._days[-1] if self._days and not self._has_spans else None
            return self._from is not None
        return True

    def week(self) -> Week | None:
        found = tuple(tuple(sorted(self._found.get(day, ()))) for day in EVERY_DAY)
        return found if any(found) and (self._has_spans or not self._days) else None

    def _word(self, word: str) -> bool:
        if word in _NEXT:
            return True
        if word in _LUNCH:
            self._is_lunch = self._has_spans
            return self._is_lunch
        if word in _BUT and not self._has_spans:
            self._is_but, self._days = True, self._days or list(EVERY_DAY)
            return True
        if word in _CLOSED | _ALWAYS and self._days:
            return self._put([] if word in _CLOSED else list(ALL_DAY))
        days = _SEVERAL.get(word) or ((_DAYS[word],) if word in _DAYS else ())
        if self._has_spans:
            self._days, self._has_spans, self._is_but = [], False, False
        if self._from is not None and len(days) == 1:
            days = tuple((self._from + n) % 7 for n in range(1, (days[0] - self._from) % 7 + 1))
        self._from = None
        if self._is_but:
            self._days = [day for day in self._days if day not in days]
        else:
            self._days += days
        return bool(days and self._days)

    def _span(self, token: re.Match[str]) -> bool:
        start, end = _clock(*token.group(2, 3, 4)), _clock(*token.group(5, 6, 7))
        if start is None or end is None or self._from is not None:
            return False
        if self._is_but and self._days == list(EVERY_DAY):
            return False
        if not (token[4] or token[7]) and end < start and start.hour in MORNING and end.hour in AFTERNOON:
            end = end.replace(hour=end.hour + 12)
        self._days = self._days or list(EVERY_DAY)
        if self._is_lunch:
            self._is_lunch = False
            return all(self._break(day, start, end) for day in self._days)
        first = not self._has_spans
        return self._put([*([] if first else self._found.get(self._days[0], [])), (start, end)])

    def _put(self, spans: list[tuple[time, time]]) -> bool:
        for day in self._days:
            self._found[day] = list(spans)
        self._has_spans = True
        return True

    def _break(self, day: int, start: time, end: time) -> bool:
        """Cuts a lunch out of the span that it lies in."""
        around = next(
            (s for s in self._found.get(day, []) if s[0] < start < end and is_before(end, s[1])), None
        )
        if around is None:
            return False
        kept = [span for span in self._found[day] if span != around]
        self._found[day] = [*kept, (around[0], start), (end, around[1])]
        return True


def is_before(at: time, end: time) -> bool:
    """Tells whether it lies before an end, which at midnight is the day's."""
    return at < end or end == time(0)


def read_clock(written: str) -> time | None:
    """Reads a time of day: `18:30`, `9`, `6 pm`, `в 6 вечера`. None for whatever is none."""
    text = plain(written).strip(" .ч")
    if text in _NAMED:
        return _NAMED[text]
    found = _SPOKEN.fullmatch(text)
    return _clock(found[1], found[2], _HALF.get(found["part"]) or found[3]) if found else None


def _clock(hour: str, minute: str | None, half: str | None) -> time | None:
    """`24:00` is midnight, too."""
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "pm" else 0)
    if (hours, minutes) == (24, 0):
        return time(0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
