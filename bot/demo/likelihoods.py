"""What is likely in an office: when clients call, how each manager answers and sells, what a sale brings.

Everything is drawn from the chance that is handed in: the same seed, the same past.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import log
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from leads.reasons import BadLeadReason, DeclineReason, RefusalReason
from leads.wall_clock import days_between, instant

BY_WEEKDAY = (6.5, 4.5, 4.0, 4.4, 3.6, 1.8, 0.5)
"""How many call on a Monday, on a Tuesday, …; on Monday those of the weekend call again, and others with them."""

BY_HOUR: Mapping[int, int] = {
    8: 1,
    9: 6,
    10: 11,
    11: 10,
    12: 7,
    13: 4,
    14: 7,
    15: 8,
    16: 7,
    17: 5,
    18: 2,
    19: 2,
    20: 1,
    21: 1,
}
"""How many of a day's hundred or so call in this hour; nobody does at night."""

SEGMENTS = {"tatarstan": 9, "rest": 11}
SOURCES = {"site": 9, "avito": 6, "call": 5}
DECLINES = {DeclineReason.BUSY: 5, DeclineReason.AWAY: 3, DeclineReason.WRONG_SEGMENT: 1}
REFUSALS = {
    RefusalReason.PRICE: 9,
    RefusalReason.COMPETITOR: 6,
    RefusalReason.NO_NEED: 4,
    RefusalReason.NO_ANSWER: 3,
}
BAD = {
    BadLeadReason.WRONG_NUMBER: 4,
    BadLeadReason.NOT_OURS: 3,
    BadLeadReason.SPAM: 2,
    BadLeadReason.DOUBLE: 1,
}
COMES_BACK = 0.22  # of the calls are by somebody who has bought or asked before
IS_BAD = 0.06  # of the leads are wrong numbers, or want something else
USUAL_SALE, SPREAD = 74_000, 0.62  # in the currency; the spread is that of the logarithm
SMALLEST, LARGEST, ROUNDED_TO = 9_000, 480_000, 500
WITHIN = 0.55  # the spread of how long somebody takes, that of the logarithm


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody works: seconds until an answer, and minutes until the first call, at the median; parts of their
    offers that they decline or miss; the part of their leads that they sell.
    """

    answers: float
    calls: float
    declines: float
    misses: float
    sells: float


MANNERS: Mapping[str, Manner] = {
    "petrov": Manner(answers=18, calls=5, declines=0.04, misses=0.02, sells=0.52),
    "sidorova": Manner(answers=41, calls=12, declines=0.09, misses=0.05, sells=0.32),
    "ivanov": Manner(answers=52, calls=26, declines=0.12, misses=0.12, sells=0.2),
}
LEADING = Manner(
    answers=95, calls=15, declines=0, misses=0, sells=0.4
)  # whoever leads takes what nobody took


def manner_of(who: str) -> Manner:
    return MANNERS.get(who, LEADING)


def calls(chance: Random, first: date, last: date, zone: ZoneInfo) -> Iterator[datetime]:
    """Returns when somebody calls on these days, both included, in UTC and in order."""
    for day in days_between(first, last):
        usual = BY_WEEKDAY[day.weekday()]
        how_many = round(max(0.0, chance.gauss(usual, usual**0.5 / 2)))
        for hour in sorted(chance.choices(list(BY_HOUR), list(BY_HOUR.values()), k=how_many)):
            at = datetime.combine(day, time(hour)) + timedelta(seconds=chance.randrange(3600))
            yield instant(at, zone)


T = TypeVar("T")


def one_of(chance: Random, weights: Mapping[T, int]) -> T:
    return chance.choices(list(weights), list(weights.values()))[0]


def about(chance: Random, median: float) -> float:
    """Returns how much of something takes `median` at the median, with the long tail that waiting has."""
    return chance.lognormvariate(log(median), WITHIN)


def amount(chance: Random) -> int:
    """Returns what a sale brings, in hundredths of the currency: many small ones, a few large ones."""
    drawn = min(max(chance.lognormvariate(log(USUAL_SALE), SPREAD), SMALLEST), LARGEST)
    return round(drawn / ROUNDED_TO) * ROUNDED_TO * 100


NAMES: Mapping[str, str] = {
    "Айдар Сафин": "Aidar Safin",
    "Наталья Белова": "Natalia Belova",
    "Рустем Юсупов": "Rustem Yusupov",
    "Ирина Лебедева": "Irina Lebedeva",
    "Марат Шакиров": "Marat Shakirov",
    "Елена Фомина": "Elena Fomina",
    "Тимур Ахметов": "Timur Akhmetov",
    "Галина Сорокина": "Galina Sorokina",
    "Дамир Закиров": "Damir Zakirov",
    "Ольга Крылова": "Olga Krylova",
    "Алия Низамова": "Alia Nizamova",
    "Павел Чернов": "Pavel Chernov",
}
"""What the invented clients are called, in Russian and in English."""

CODES = {"tatarstan": "843", "rest": "846"}


def client(number: int, segment: str) -> tuple[str, str]:
    """Returns the invented name and number of the office's client of this number, who is of this segment."""
    return list(NAMES)[number % len(NAMES)], f"+7{CODES[segment]}277{number:04}"


def renamed(locale: str) -> Mapping[str, str]:
    """Returns what each of the invented clients is called in this language, by their name in the other."""
    return NAMES if locale == "en" else {english: russian for russian, english in NAMES.items()}
