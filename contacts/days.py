"""Days as people write them: `завтра`, `до пятницы`, `10 декабря`, `03.12 - 10.12`, `3 дня`, `until Friday`.

A day without a year is the one ahead. Where that lies further ahead than the last such day lies behind, the writer
more likely slipped, and it is not guessed: on 29 November `29.11` is no day of next year, `10.01` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from contacts.normal import normal_text

ONE_DAY: Final = timedelta(days=1)
LATELY: Final = timedelta(days=60)  # a leave told of only now may have begun within so many
YEARS: Final = range(2000, 2100)

_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:-?(?:го|е|st|nd|rd|th))?(?: of)? ([a-zа-я]+)\.?,?(?: (\d{4}))?(?: г(?:ода|\.)?)?"
)
_OF_MONTH = re.compile(r"(?:the )?(\d{1,2})(?:-?(?:го|ое|е)(?: числа)?| числа|-?(?:st|nd|rd|th))")
_MONTH_DAY = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_LENGTH = re.compile(r"(?:(\d{1,3}) ?|([a-zа-я]+) )?([a-zа-я]+)\.?")
BETWEEN = re.compile(r" ?[-–—] ?| (по|до|to|until|till|through|на|for) ")
_FROM = re.compile(r"(?:с|со|from) ")
BEFORE = re.compile(r"(?:до|по|на|в|во|через|until|till|through|on|for|in) ")
_INCLUSIVE = re.compile(r"(.+?),? (?:включительно|inclusive)")
_NEXT = re.compile(r"(?:следующ(?:ий|его|ей|ую|ая|ее)|next) ")
_INCLUDED = frozenset({None, "по", "through", "to"})  # between two days: the second one, too
_FOR = frozenset({"на", "for"})


class Unread(StrEnum):
    """Why a text tells no days."""

    NO_DAY = "no_day"
    NOT_AHEAD = "not_ahead"  # days of the past, or today


@dataclass(frozen=True, slots=True)
class Away:
    """Days on which somebody is not there, on their own calendar."""

    first: date | None  # None: from now on
    back: date  # the day on which they are there again


def read_away(written: str, now: datetime, zone: tzinfo) -> Away | Unread:
    """Tells when somebody will be away, as they wrote it; one day alone is that of their return. `zone`: theirs."""
    today = now.astimezone(zone).date()
    text = plain(written)
    inclusive = _INCLUSIVE.fullmatch(text)
    text, more = (inclusive[1], ONE_DAY) if inclusive else (text, timedelta(0))
    found = _between(_FROM.sub("", text, count=1), today, more) or _alone(text, today, more)
    if found is None or found.back.year not in YEARS:
        return Unread.NO_DAY
    if found.back <= today or (found.first and found.back <= found.first):
        return Unread.NOT_AHEAD
    return Away(None, found.back) if found.first and found.first <= today else found


def read_day(written: str, now: datetime, zone: tzinfo) -> date | Unread:
    """Returns the day that is meant, later than today. `zone`: of the writer's calendar."""
    today = now.astimezone(zone).date()
    text = plain(written)
    day = day_of(BEFORE.sub("", text, count=1), today)
    if day is None:
        return Unread.NO_DAY
    return day if day > today else Unread.NOT_AHEAD


def plain(written: str) -> str:
    """Returns it as it is compared: small letters, single spaces, no full stop."""
    text = normal_text(written).casefold().replace("ё", "е")
    return " ".join(text.split()).strip(" .,!?")


def _alone(text: str, today: date, more: timedelta) -> Away | None:
    """One day, of the return; `по 10.12` counts that day in."""
    last = text.startswith(("по ", "through "))
    bare = BEFORE.sub("", text, count=1)
    length = _length(bare)
    day = today + length if length else day_of(bare, today)
    return Away(None, day + (ONE_DAY if last else more)) if day else None


def _between(text: str, today: date, more: timedelta) -> Away | None:
    """From one day to another, wherever the text can be parted so that both sides are days."""
    for cut in BETWEEN.finditer(text):
        left, word, right = text[: cut.start()], cut[1], text[cut.end() :]
        for first in _first(left, right, today):
            if word in _FOR:
                length = _length(right)
                if length:
                    return Away(first, first + length)
                continue
            if last := _last(left, right, first, today):
                return Away(first, last + (ONE_DAY if word in _INCLUDED else more))
    return None


def _first(left: str, right: str, today: date) -> Iterator[date]:
    """The day on the left; its month may stand on the right only: `с 3 по 10 декабря`."""
    month = re.search(r"[./]\d{1,2}(?:[./]\d{2,4})?$| [a-zа-я]+\.?,?(?: \d{4})?$", right)
    for written in (left, left + month[0]) if month and left.isdecimal() else (left,):
        day = day_of(written, today, past=True)
        if day:
            yield day


def _last(left: str, right: str, first: date, today: date) -> date | None:
    """The day on the right, not before the first; its month may stand on the left only: `December 3 - 10`."""
    if right in DAYS_AHEAD:
        return day_of(right, today)
    month = re.match(r"[a-z]+ ", left)
    before = first - ONE_DAY
    return day_of(month[0] + right if month and right.isdecimal() else right, before)


def day_of(text: str, today: date, *, past: bool = False) -> date | None:
    """Returns a day by its name, weekday or date; None if it is none.

    `past`: a day just gone by is that of this year.
    """
    if (ahead := DAYS_AHEAD.get(text)) is not None:
        return today + timedelta(days=ahead)
    if weekday := _weekday(text, today):
        return weekday
    if of_month := _OF_MONTH.fullmatch(text):
        return _in_its_month(int(of_month[1]), today)
    if written := _date(text):
        return _in_its_year(*written, today, past=past)
    return None


def _weekday(text: str, today: date) -> date | None:
    """The next one ahead; `следующий` is that of the next week."""
    is_next = _NEXT.match(text)
    wanted = WEEKDAYS.get(text[is_next.end() :] if is_next else text)
    if wanted is None:
        return None
    if is_next:
        return today + timedelta(days=7 - today.weekday() + wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _date(text: str) -> tuple[int, int, int | None] | None:
    """Day, month and year, if it is given."""
    if iso := _ISO.fullmatch(text):
        return int(iso[3]), int(iso[2]), int(iso[1])
    if by_numbers := _NUMBERS.fullmatch(text):
        return int(by_numbers[1]), int(by_numbers[2]), _year(by_numbers[3])
    if by_name := _DAY_MONTH.fullmatch(text):
        month = MONTHS.get(by_name[2])
        return (int(by_name[1]), month, _year(by_name[3])) if month else None
    if american := _MONTH_DAY.fullmatch(text):
        month = MONTHS.get(american[1])
        return (int(american[2]), month, _year(american[3])) if month else None
    return None


def _year(written: str | None) -> int | None:
    return (int(written) + 2000 if len(written) == 2 else int(written)) if written else None


def _in_its_year(day: int, month: int, year: int | None, today: date, *, past: bool) -> date | None:
    if year:
        return _real(year, month, day)
    this, ahead = _real(today.year, month, day), _real(today.year + 1, month, day)
    if this is None or ahead is None:
        return this or ahead
    if this > today or ahead - today > today - this:
        return this
    return this if past and today - this < LATELY else ahead


def _in_its_month(day: int, today: date) -> date | None:
    """The next one ahead that there is."""
    months = (
        (today.year + (today.month - 1 + ahead) // 12, (today.month - 1 + ahead) % 12 + 1)
        for ahead in range(3)
    )
    days = (_real(year, month, day) for year, month in months)
    return next((found for found in days if found and found > today), None)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _length(text: str) -> timedelta | None:
    """`3 дня`, `две недели`, `неделю`, `7d`; a bare number is days. None if it is none."""
    if text.isdecimal() and len(text) <= 3:
        return timedelta(days=int(text)) or None
    found = _LENGTH.fullmatch(text)
    days = UNITS.get(found[3]) if found else None
    if found is None or days is None:
        return None
    many = int(found[1]) if found[1] else NUMBERS.get(found[2], 0) if found[2] else 1
    return timedelta(days=many * days) or None


DAYS_AHEAD: Final[Mapping[str, int]] = {
    **dict.fromkeys(("сегодня", "сегодняшнего дня", "today"), 0),
    **dict.fromkeys(("завтра", "завтрашнего дня", "tomorrow"), 1),
    **dict.fromkeys(("послезавтра", "day after tomorrow", "the day after tomorrow"), 2),
}

_WEEKDAYS: Final = (
    "пн пон понедельник понедельника понедельнику mon monday",
    "вт вторник вторника вторнику tue tues tuesday",
    "ср среда среды среду среде wed wednesday",
    "чт чет четверг четверга четвергу thu thur thurs thursday",
    "пт пятница пятницы пятницу пятнице fri friday",
    "сб суббота субботы субботу субботе sat saturday",
    "вс воскресенье воскресенья воскресенью sun sunday",
)
WEEKDAYS: Final[Mapping[str, int]] = {
    word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()
}
"""0 is Monday."""

_MONTHS: Final = (
    "янв январь января january jan",
    "фев февр февраль февраля february feb",
    "мар март марта march mar",
    "апр апрель апреля april apr",
    "май мая may",
    "июн июнь июня june jun",
    "июл июль июля july jul",
    "авг август августа august aug",
    "сен сент сентябрь сентября september sept sep",
    "окт октябрь октября october oct",
    "ноя нояб ноябрь ноября november nov",
    "дек декабрь декабря december dec",
)
MONTHS: Final[Mapping[str, int]] = {
    word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()
}

UNITS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("д", "дн", "день", "дня", "дней", "d", "day", "days", "сутки", "суток"), 1),
    **dict.fromkeys(("н", "нед", "неделя", "недели", "неделю", "недель", "w", "week", "weeks"), 7),
}
"""In days."""

NUMBERS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("один", "одна", "одну", "one", "a"), 1),
    **dict.fromkeys(("два", "две", "двое", "two"), 2),
    **dict.fromkeys(("три", "трое", "three"), 3),
    **dict.fromkeys(("четыре", "четверо", "four"), 4),
    **dict.fromkeys(("пять", "five"), 5),
    **dict.fromkeys(("шесть", "six"), 6),
    **dict.fromkeys(("семь", "seven"), 7),
    **dict.fromkeys(("восемь", "eight"), 8),
    **dict.fromkeys(("девять", "nine"), 9),
    **dict.fromkeys(("десять", "ten"), 10),
    **dict.fromkeys(("одиннадцать", "eleven"), 11),
    **dict.fromkeys(("двенадцать", "twelve"), 12),
    **dict.fromkeys(("пятнадцать", "fifteen"), 15),
    **dict.fromkeys(("двадцать", "twenty"), 20),
    **dict.fromkeys(("тридцать", "thirty"), 30),
    **dict.fromkeys(("сорок", "forty"), 40),
    **dict.fromkeys(("пятьдесят", "fifty"), 50),
    **dict.fromkeys(("шестьдесят", "sixty"), 60),
    **dict.fromkeys(("девяносто", "ninety"), 90),
}
