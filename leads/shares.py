"""Exact shares: one lead split by weight into whole units, so that nothing drifts.

A lead is 3,099,044,504,245,996,706,400 units, the least common multiple of 1..50: any team of up to fifty
people of equal weight divides it without a remainder. Where weights do leave one, the largest remainders get
a unit more, so every split adds up to the whole lead and all balances of a segment add up to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import lcm

LEAD = lcm(*range(1, 51))  # units in one lead


def weight_units(weight: float) -> int:
    """Returns a weight in thousandths, the precision an office file allows. Raises ValueError below 0.001."""
    units = round(weight * 1000)
    if units < 1:
        raise ValueError(f"a weight must be at least 0.001, not {weight}")
    return units


def split(weights: Mapping[str, int], whole: int = LEAD) -> Mapping[str, int]:
    """Splits one lead among people by weight; the parts add up to the whole exactly. Empty in, empty out.

    Remainders go to the largest fractions first (Hamilton's method), ties by id: the order given does not matter.
    The same people and weights are given the same mapping, which nobody may change.
    """
    return _split(tuple(weights), tuple(weights.values()), whole)


@lru_cache(maxsize=1024)
def _split(people: tuple[str, ...], units: tuple[int, ...], whole: int) -> Mapping[str, int]:
    """Remembered, because a team mostly stays the same from lead to lead."""
    weights, total = dict(zip(people, units, strict=True)), sum(units)
    if not total:
        return {}
    parts = {who: whole * weight // total for who, weight in weights.items()}
    left = whole - sum(parts.values())
    if not left:
        return parts
    by_fraction = sorted(weights, key=lambda who: (-(whole * weights[who] % total), who))
    for who in by_fraction[:left]:
        parts[who] += 1
    return parts


def in_leads(units: int) -> float:
    """Returns units as leads, for people to read; never for arithmetic."""
    return units / LEAD


def in_hundredths(units: int) -> int:
    """Returns units as hundredths of a lead, halves up, for people to read; whole leads stay whole."""
    return (200 * units + LEAD) // (2 * LEAD)
