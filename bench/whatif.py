"""How far the expected sales of a what-if can be trusted: simulated histories of which the truth is known.

Five managers, four sources; a lead is sold with the rate of its source times what its manager makes of it. What
has been closed is told to `leads.figures.expected`, and how 200 leads would be shared otherwise; what it says is held
against the truth. Run with `python -m bench.whatif`, some minutes; the figures do not depend on the machine.

Histories: `mixed`: everybody has a fair mix. `confounded`: one has 85 of 100 referrals. `few`: one has
hardly any leads, and would have as many as anybody. `alike`: there is one source. `slow`: sales are closed after three
days, losses after fourteen (both exponential), and the newest leads are still open. Skill: a gamma variable with mean 1
and deviation 0, 0.5 or 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from random import Random

from rich.console import Console
from rich.table import Table

from leads.figures.expected import forecast
from leads.rates import NO_RECORD, Record
from leads.track import Sort
from reports.whatif.past import is_long_enough, time_to_lose

TEAM = "abcde"
RATES = {"referral": 0.38, "phone": 0.22, "site": 0.14, "ads": 0.07}
HOW_OFTEN = (1, 2, 3, 2)
ONE_RATE = 0.2
MOST = 0.95
SHARED = 200  # leads, of the newest
A_DAY = 10  # leads
KINDS = ("mixed", "confounded", "few", "alike", "slow")
SKILLS = (0.0, 0.5, 1.0)
SIZES = (0, 300, 2000)  # leads before those that are shared otherwise

Leads = dict[Sort, int]


@dataclass(frozen=True, slots=True)
class Case:
    """One sort of history: what is special, how unequal managers are, how many leads there were before."""

    kind: str
    skill: float
    before: int


@dataclass(frozen=True, slots=True)
class History:
    closed: Mapping[Sort, Record]
    held: Leads
    other: Leads
    truth: Mapping[Sort, float]

    def sold(self, leads: Leads) -> float:
        return sum(count * self.truth[pair] for pair, count in leads.items())


@dataclass(slots=True)
class Measured:
    """How often something was said, and of these: how often the truth lay in the interval, how often ▲ or ▼
    was shown, and how often wrongly.
    """

    times: int = 0
    sales: int = 0
    gain: int = 0
    shown: int = 0
    wrong: int = 0

    def add(self, history: History) -> None:
        rates = forecast({"x": history.closed}, [{"x": history.held}, {"x": history.other}])
        if rates is None:
            return
        sales, truth = rates.sales({"x": history.other}), history.sold(history.other)
        _, low, high = rates.gain({"x": history.other}, {"x": history.held})
        more = round(truth - history.sold(history.held), 9)
        self.times += 1
        self.sales += sales.low <= truth <= sales.high
        self.gain += low <= more <= high
        if low > 0 or high < 0:
            self.shown += 1
            self.wrong += more <= 0 if low > 0 else more >= 0


def measured(case: Case, times: int, seed: int = 1) -> Measured:
    chance, found = Random(f"{seed} {case}"), Measured()  # noqa: S311
    for _ in range(times):
        found.add(history_of(case, chance))
    return found


def history_of(case: Case, chance: Random) -> History:
    skills = {who: _skill(case, chance) for who in TEAM}
    rates = {"": ONE_RATE} if case.kind == "alike" else RATES
    truth = {Sort(who, s, False): min(rates[s] * skills[who], MOST) for who in TEAM for s in rates}
    came = [_came(case, rates, chance) for _ in range(case.before + SHARED)]
    weights = [chance.choice((1, 1, 2)) for _ in TEAM]
    held, other = Leads(), Leads()
    for pair in came[-SHARED:]:
        held[pair] = held.get(pair, 0) + 1
        then = pair._replace(who=chance.choices(TEAM, weights)[0])
        other[then] = other.get(then, 0) + 1
    return History(_closed(case, came, truth, chance), held, other, truth)


def _skill(case: Case, chance: Random) -> float:
    if not case.skill:
        return 1.0
    shape = 1 / case.skill**2
    return max(0.05, chance.gammavariate(shape, 1 / shape))


def _came(case: Case, rates: Mapping[str, float], chance: Random) -> Sort:
    source = chance.choices(list(rates), HOW_OFTEN[: len(rates)])[0]
    who = chance.choice(TEAM)
    if case.kind == "confounded" and source == "referral" and chance.random() < 0.85:
        who = TEAM[0]
    if case.kind == "few":
        who = TEAM[0] if chance.random() < 0.03 else chance.choice(TEAM[1:])
    return Sort(who, source, False)


def _closed(case: Case, came: list[Sort], truth: Mapping[Sort, float], chance: Random) -> dict[Sort, Record]:
    """What is known at the end of it: of leads that are old enough, and closed."""
    ends = list(_ends(case, came, truth, chance))
    lost = [timedelta(days=days) for _, age, won, days in ends if not won and days <= age]
    losing_takes = time_to_lose(lost)
    enough = losing_takes / timedelta(days=1)
    found: dict[Sort, Record] = {}
    if not is_long_enough(timedelta(days=len(came) / A_DAY), losing_takes):
        return found
    for pair, age, won, days in ends:
        if days <= age and age >= enough:
            found[pair] = found.get(pair, NO_RECORD).and_one(won)
    return found


def _ends(
    case: Case, came: list[Sort], truth: Mapping[Sort, float], chance: Random
) -> Iterator[tuple[Sort, float, bool, float]]:
    """Each lead with its age in days, whether it is sold, and after how many days that is told."""
    for n, pair in enumerate(came):
        won = chance.random() < truth[pair]
        days = chance.expovariate(1 / (3 if won else 14)) if case.kind == "slow" else 0.0
        yield pair, (len(came) - n) / A_DAY, won, days


def main(times: int = 200) -> None:
    table = Table(title="What-if: how often it holds", box=None, padding=(0, 2, 0, 0))
    for name in (
        "history",
        "skill",
        "before",
        "told",
        "sales hold",
        "gain holds",
        "▲▼ shown",
        "of these wrong",
    ):
        table.add_column(name, justify="right")
    for kind, skill, before in product(KINDS, SKILLS, SIZES):
        found = measured(Case(kind, skill, before), times)
        told = max(found.times, 1)
        parts = (found.times / times, found.sales / told, found.gain / told, found.shown / told)
        wrong = "–" if not found.shown else f"{found.wrong / found.shown:.2f}"
        table.add_row(kind, f"{skill}", str(before), *(f"{part:.2f}" for part in parts), wrong)
    Console().print(table)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
