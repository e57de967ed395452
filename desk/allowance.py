"""How often somebody may do something: a leaky bucket each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many at once, then one more each `every` seconds."""

    at_once: int
    every: float


def used(allowance: Allowance, until: float, now: float) -> float | None:
    """Returns a leaky bucket as one number, the moment when it is full again; the next one, or None while it is empty.

    https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
    """
    until = max(until, now)
    return until + allowance.every if until - now <= (allowance.at_once - 1) * allowance.every else None
