"""An honest year of five managers with 37 offers a week each: how often somebody is asked for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random  # noqa: TID251 - seeded

from leads.figures.habits import FLAGGED, Habit, Habits, Tally

TEAM = ("a", "b", "c", "d", "e")
RATES = {
    Habit.FREE: 0.015,
    Habit.COST: 0.02,
    Habit.LAPSED: 0.015,
    Habit.RETURNED: 0.01,
    Habit.BAD: 0.07,
    Habit.STALE: 0.1,
}
A_WEEK = 37
WEEKS = 52
YEARS = 4
Week = dict[tuple[Habit, str], int]


def year(rng: Random, rates: dict[str, dict[Habit, float]]) -> list[Week]:
    return [
        {
            (habit, who): sum(rng.random() < rates[who][habit] for _ in range(A_WEEK))
            for habit in RATES
            for who in TEAM
        }
        for _ in range(WEEKS)
    ]


def asked(weeks: list[Week]) -> Iterator[tuple[int, str]]:
    """Every week, over the four that end with it, whoever is asked about anything."""
    for last in range(3, WEEKS):
        window = weeks[last - 3 : last + 1]
        habits = Habits()
        for habit in RATES:
            for who in TEAM:
                hits = sum(week[habit, who] for week in window)
                habits.tallies[habit][who] = Tally(hits, A_WEEK * len(window))
        yield from {(last, one.who) for one in habits.compared() if one.is_odd}


def test_an_honest_one_is_asked_for_nothing_once_in_a_hundred_weeks_at_most() -> None:
    rng = Random(7)
    honest = dict.fromkeys(TEAM, RATES)
    found = [one for _ in range(YEARS) for one in asked(year(rng, honest))]
    assert len(found) <= YEARS * (WEEKS - 3) * len(TEAM) / 100


def test_whoever_declines_a_fifth_for_nothing_is_asked_within_a_month_and_nobody_else() -> None:
    rates = dict.fromkeys(TEAM, RATES) | {"c": RATES | {Habit.FREE: 0.2}}
    found = list(asked(year(Random(11), rates)))
    assert (3, "c") in found
    assert sum(who == "c" for _, who in found) == WEEKS - 3
    assert sum(who != "c" for _, who in found) <= 5


def test_who_brings_clients_in_is_asked_nothing() -> None:
    assert Habit.OWN not in FLAGGED
