"""The words for days, weekdays, months and lengths of time, in Russian and English; without ё, in small letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
    **dict.fromkeys(("один", "одну", "one", "a"), 1),
    **dict.fromkeys(("два", "две", "two"), 2),
    **dict.fromkeys(("три", "three"), 3),
    **dict.fromkeys(("четыре", "four"), 4),
    **dict.fromkeys(("пять", "five"), 5),
    **dict.fromkeys(("шесть", "six"), 6),
    **dict.fromkeys(("семь", "seven"), 7),
    **dict.fromkeys(("восемь", "eight"), 8),
    **dict.fromkeys(("девять", "nine"), 9),
    **dict.fromkeys(("десять", "ten"), 10),
}
