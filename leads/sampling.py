"""Which sales somebody listens after: chosen so that nobody can foresee it, and nobody can choose.

The order is that of SHA-256 over the ledger's head of that evening and the lead's number. Whoever sells has the first
of theirs in that order chosen before anybody has a second one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from hashlib import sha256
from typing import Final

from leads.figures.chance import chance
from leads.rates import Record

MOST: Final = 5  # calls, of a month
OF_A_WEEK: Final = 2  # calls, and only where somebody sells more than luck explains
LATELY: Final = timedelta(weeks=4)
RARE: Final = Fraction(1, 100)
"""By luck alone, less often than that."""


def striking(records: Mapping[str, Record]) -> frozenset[str]:
    """Finds whoever sells so much more of their leads than the others together that luck hardly explains it.

    `records`: what each has closed of late. They sell well, or call sold what is not: a call tells.
    """
    return frozenset(who for who in records if chance(*beside(records, who)) < RARE)


def beside(records: Mapping[str, Record], who: str) -> tuple[int, int, int, int]:
    """Returns how many this person has sold and closed, and how many all others."""
    mine, others = records[who], [record for other, record in records.items() if other != who]
    return mine.won, mine.closed, sum(one.won for one in others), sum(one.closed for one in others)


def sampled(head: str, sellers: Mapping[int, str], most: int = MOST) -> tuple[int, ...]:
    """Returns the numbers of the chosen sales, the smallest first. `sellers`: of each sale, by its number."""
    order = sorted(sellers, key=lambda number: (sha256(f"{head}\n{number}".encode()).hexdigest(), number))
    turn, place = dict.fromkeys(sellers.values(), 0), dict[int, int]()
    for number in order:
        who = sellers[number]
        turn[who] += 1
        place[number] = turn[who]
    return tuple(sorted(sorted(order, key=place.__getitem__)[:most]))
