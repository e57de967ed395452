"""Invented leads that differ in worth: when they come, what an offer shows of them, what they are worth in truth.

A lead sells with the chance source x region x words x hour x what nobody sees. Everything that could be luck is drawn
here, lead by lead, before anybody decides anything: every strategy under every scheme meets the same leads, the same
moods and the same delays, and differences are not those of the dice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

ZONE: Final = ZoneInfo("Europe/Moscow")
FIRST_DAY: Final = date(2026, 1, 12)  # a Monday
TEAM: Final = ("m1", "m2", "m3", "m4", "m5")
OPENS: Final = 9
A_DAY: Final = (5.0, 6.0, 5.0, 4.0, 3.0, 3.5, 3.5, 3.5, 2.5)  # leads an hour, from nine on: 36
BANDS: Final = (1.25, 1.25, 1.25, 1.0, 1.0, 1.0, 0.75, 0.75, 0.75)  # what the same hours are worth
SOURCES: Final = (
    (0.38, 0.15),
    (0.22, 0.30),
    (0.14, 0.35),
    (0.07, 0.20),
)
NAMES: Final = dict(zip((chance for chance, _ in SOURCES), ("referral", "phone", "site", "ads"), strict=True))
REGIONS: Final = ((1.15, 0.6), (0.775, 0.4))
WORDS: Final = ((1.5, 0.25), (1.0, 0.5), (0.5, 0.25))
HIDDEN: Final = 0.5  # sigma of what nobody sees, lognormal with the mean 1
BAD: Final = 0.07
MOST: Final = 0.95  # nothing is sure
ANSWER: Final = (25.0, 0.8)  # seconds to an answer: the median, and sigma of its logarithm
CLOSING: Final = 3.0  # days to an outcome, on average
WORK: Final = (25.0, 0.6)  # minutes until whoever has a lead is free to ask for the next: as ANSWER


@dataclass(frozen=True, slots=True)
class Made:
    """One lead. `shown`: its chance as the masked offer lets it be guessed; `chance`: the true one, 0 for a bad one.

    The ranks are from 0, the poorest of all leads, to 1. `moods` and `delays`: what each of the team would do, and
    after how many seconds, if they were asked.
    """

    at: datetime
    source: str
    band: int
    shown: float
    chance: float
    is_bad: bool
    luck: float  # below its chance: it sells
    coin: float
    days: float
    moods: tuple[float, ...]
    delays: tuple[float, ...]
    work: float = 0.0
    shown_rank: float = 0.0
    rank: float = 0.0


@dataclass(frozen=True)
class Market:
    leads: tuple[Made, ...]
    by_shown: dict[float, float] = field(default_factory=dict)
    """What leads that look alike are worth on average."""

    @property
    def worth(self) -> float:
        """The sales that are to be expected of all leads together."""
        return sum(lead.chance for lead in self.leads)


@lru_cache(maxsize=2)
def market(seed: int, leads: int) -> Market:
    """The same for the same seed, on any machine."""
    rng = Random(seed)  # noqa: S311 - no secret is made of it
    days = _days(seed)
    drawn: list[Made] = []
    while len(drawn) < leads:
        drawn.extend(_of_a_day(next(days), rng))
    return _ranked(drawn[:leads], rng)


def _days(seed: int) -> Iterator[date]:
    """Working days; other weeks for every seed, since the lots of a week are the same in every replay of it."""
    day = FIRST_DAY + timedelta(weeks=40 * seed)
    while True:
        if day.weekday() < 5:
            yield day
        day += timedelta(days=1)


def _of_a_day(day: date, rng: Random) -> Iterator[Made]:
    for hour, expected in enumerate(A_DAY):
        seconds = sorted(rng.uniform(0, 3600) for _ in range(_poisson(expected, rng)))
        for second in seconds:
            local = datetime(day.year, day.month, day.day, OPENS + hour, tzinfo=ZONE)
            at = local.astimezone(UTC) + timedelta(seconds=round(second))
            yield _made(at, hour, rng)


def _poisson(expected: float, rng: Random) -> int:
    found, left = 0, rng.expovariate(1)
    while left < expected:
        found, left = found + 1, left + rng.expovariate(1)
    return found


def _made(at: datetime, hour: int, rng: Random) -> Made:
    of_source = _one(SOURCES, rng)
    shown = BANDS[hour] * of_source * _one(REGIONS, rng) * _one(WORDS, rng)
    hidden = rng.lognormvariate(-HIDDEN * HIDDEN / 2, HIDDEN)
    is_bad = rng.random() < BAD
    return Made(
        at,
        NAMES[of_source],
        hour // 3,
        shown,
        0.0 if is_bad else min(shown * hidden, MOST),
        is_bad,
        luck=rng.random(),
        coin=rng.random(),
        days=rng.expovariate(1 / CLOSING),
        moods=tuple(rng.random() for _ in TEAM),
        delays=tuple(ANSWER[0] * rng.lognormvariate(0, ANSWER[1]) for _ in TEAM),
    )


def _one(of: tuple[tuple[float, float], ...], rng: Random) -> float:
    values, weights = zip(*of, strict=True)
    return float(rng.choices(values, weights)[0])


def _ranked(leads: list[Made], rng: Random) -> Market:
    shown = _ranks([lead.shown for lead in leads])
    true = _ranks([lead.chance for lead in leads])
    alike: dict[float, list[float]] = {}
    for lead in leads:
        alike.setdefault(lead.shown, []).append(lead.chance)
    ranked = tuple(
        replace(lead, shown_rank=look, rank=truth, work=WORK[0] * rng.lognormvariate(0, WORK[1]))
        for lead, look, truth in zip(leads, shown, true, strict=True)
    )
    return Market(ranked, {look: sum(found) / len(found) for look, found in alike.items()})


def _ranks(values: list[float]) -> list[float]:
    """From 0, the least, to 1; what is equal, in the order of coming."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    for place, n in enumerate(order):
        ranks[n] = place / len(values)
    return ranks
