"""Which sales of a month somebody listens after: chosen so that nobody can foresee it, and nobody can choose.

The order is that of SHA-256 over the ledger's head of that evening and the lead's number. Whoever sells has the first
of theirs in that order chosen before anybody has a second one.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Final

MOST: Final = 5  # calls


def sampled(head: str, sellers: Mapping[int, str]) -> tuple[int, ...]:
    """Returns the numbers of the chosen sales, the smallest first. `sellers`: of each sale, by its number."""
    order = sorted(sellers, key=lambda number: (sha256(f"{head}\n{number}".encode()).hexdigest(), number))
    turn, place = dict.fromkeys(sellers.values(), 0), dict[int, int]()
    for number in order:
        who = sellers[number]
        turn[who] += 1
        place[number] = turn[who]
    return tuple(sorted(sorted(order, key=place.__getitem__)[:MOST]))
