"""What each manager does with leads, against the others: declines, silences, leads given back, bad, left open.

Evenness does not show who picks: whoever declines what looks poor has a balance as level as anybody's. This does. A
flag is a question, not a verdict: of an honest manager it is raised by chance once in a hundred weeks, or less often
(tests/leads/figures/test_honest_year.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final

from leads.figures.chance import chance
from leads.lead import OWNED, Lead, Offer, Outcome, Result, Step

LEAST: Final = 4
"""So few cases say nothing."""
TIMES: Final = 3
"""So many times as often as the others."""
RARE: Final = Fraction(1, 1000)
"""By chance alone, less often than that."""
STRENGTH: Final = 20
"""So many leads at the rate of all count in the rate of a source, beside its own (as of `leads.rates`)."""


class Habit(StrEnum):
    FREE = "free"  # declined, and it cost nothing
    COST = "cost"  # declined at the cost of a turn
    LAPSED = "lapsed"
    RETURNED = "returned"  # had it, and gave it back
    BAD = "bad"
    STALE = "stale"  # has it for more than a week, and nothing has come of it
    OWN = "own"  # brought the client in


ANSWERS: Final = (Habit.FREE, Habit.COST, Habit.LAPSED)
FLAGGED: Final = frozenset(Habit) - {Habit.OWN}
"""Whoever brings clients in is asked nothing."""


@dataclass(slots=True)
class Tally:
    """So many cases, in so many of which it happened."""

    hits: int = 0
    of: int = 0

    def add(self, is_hit: bool, count: int) -> None:
        self.hits += count * is_hit
        self.of += count


@dataclass(frozen=True, slots=True)
class Compared:
    """One habit of one manager beside that of all others."""

    who: str
    habit: Habit
    hits: int
    of: int
    others_hits: int
    of_others: int

    @property
    def chance(self) -> Fraction:
        """As of `leads.figures.chance`."""
        return chance(self.hits, self.of, self.others_hits, self.of_others)

    @property
    def is_odd(self) -> bool:
        """Whether it is worth a question. What many do is nobody's."""
        if self.habit not in FLAGGED or self.hits < LEAST or not self.of_others:
            return False
        is_more = self.hits * self.of_others > TIMES * self.others_hits * self.of
        return is_more and self.chance < RARE


Kind = tuple[str, str, bool]
"""A lead's segment, source ("" where it is not known), and whether the client was."""


@dataclass(slots=True)
class Habits:
    """Counted over the offers and the leads of a period. `mixes`: of each kind, how many leads everybody has."""

    tallies: dict[Habit, dict[str, Tally]] = field(default_factory=lambda: {habit: {} for habit in Habit})
    mixes: dict[str, dict[Kind, int]] = field(default_factory=dict)

    def count_offer(self, offer: Offer, count: int = 1) -> None:
        """Adds so many offers that are like this one. Only those count that were one person's to answer."""
        if offer.claimed_by:
            self._tally(Habit.RETURNED, offer.claimed_by).add(False, count)
        if not (offer.step is Step.OFFER and len(offer.people) == 1) or offer.result not in ANSWERED:
            return
        who = offer.people[0]
        is_declined = offer.answers.get(who) == "declined"
        happened = {
            Habit.FREE: is_declined and offer.turn is None,
            Habit.COST: is_declined and offer.turn is not None,
            Habit.LAPSED: offer.result is Result.LAPSED,
        }
        for habit in ANSWERS:
            self._tally(habit, who).add(happened[habit], count)

    def count_returned(self, who: str, count: int = 1) -> None:
        """Adds leads that this person had and has given back; the offers are counted before."""
        tally = self._tally(Habit.RETURNED, who)
        tally.hits = min(tally.hits + count, tally.of)  # an own lead was nobody's to offer

    def count_lead(self, lead: Lead, count: int = 1, *, is_old: bool) -> None:
        """Adds so many leads that are like this one. `is_old`: whoever has it took it more than a week ago."""
        who = lead.holder
        if who is None:
            return
        self._tally(Habit.BAD, who).add(lead.outcome is Outcome.BAD, count)
        self._tally(Habit.OWN, who).add(lead.own, count)
        if is_old:
            self._tally(Habit.STALE, who).add(lead.state in OWNED, count)
        if not lead.own:
            mine = self.mixes.setdefault(who, {})
            kind = lead.segment, lead.source or "", lead.known
            mine[kind] = mine.get(kind, 0) + count

    def compared(self) -> Iterator[Compared]:
        """Returns whatever somebody has done at all, beside the others, habit by habit."""
        for habit, of_habit in self.tallies.items():
            hits, of = sum(t.hits for t in of_habit.values()), sum(t.of for t in of_habit.values())
            for who, mine in of_habit.items():
                if mine.hits:
                    yield Compared(who, habit, mine.hits, mine.of, hits - mine.hits, of - mine.of)

    def _tally(self, habit: Habit, who: str) -> Tally:
        return self.tallies[habit].setdefault(who, Tally())


ANSWERED: Final = frozenset({Result.CLAIMED, Result.DECLINED, Result.LAPSED})

Closings = Mapping[Kind, tuple[int, int]]
"""Of each kind of lead, how many were won and how many lost."""


def mixes(habits: Habits, closings: Closings) -> dict[str, Fraction]:
    """Tells what each manager's leads let one expect, of what as many average ones of their segments would.

    1 is a fair mix. By source and known client, whoever sold them. Nobody is told of where nothing is closed yet, or
    of whom there are too few leads.
    """
    rates = _rates(habits, closings)
    had: dict[Kind, int] = {}
    for mine in habits.mixes.values():
        for kind, count in mine.items():
            had[kind] = had.get(kind, 0) + count
    found = {}
    for who, mine in habits.mixes.items():
        expected = sum(count * rates[kind] for kind, count in mine.items())
        fair = sum(count * _average(had, rates, kind[0]) for kind, count in mine.items())
        if fair and sum(mine.values()) >= LEAST:
            found[who] = Fraction(expected) / fair
    return found


def _average(had: Mapping[Kind, int], rates: Mapping[Kind, Fraction], segment: str) -> Fraction:
    here = {kind: count for kind, count in had.items() if kind[0] == segment}
    return sum((count * rates[kind] for kind, count in here.items()), Fraction(0)) / sum(here.values())


def _rates(habits: Habits, closings: Closings) -> dict[Kind, Fraction]:
    """The closing rate of each kind, shrunk towards that of its segment."""
    kinds = {kind for mine in habits.mixes.values() for kind in mine}
    found = {}
    for kind in kinds:
        of_segment = [closed for other, closed in closings.items() if other[0] == kind[0]]
        won, lost = sum(one[0] for one in of_segment), sum(one[1] for one in of_segment)
        all_ = Fraction(won, won + lost) if won + lost else Fraction(0)
        mine_won, mine_lost = closings.get(kind, (0, 0))
        found[kind] = (mine_won + STRENGTH * all_) / (mine_won + mine_lost + STRENGTH)
    return found
