"""`conversion`: who closes more gets more. Shares by closing rate; the one most behind his share gets the next lead.

The rate is won / (won + lost) in this segment, shrunk towards the team's, so that luck in a few leads counts for
little; whoever has closed fewer than `min_sample` counts as average; nobody gets less than `floor` of an equal
share, so that nobody is starved and newcomers are tried (formula and source: `leads.rates`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from leads.rates import NO_RECORD, Record, rates, shares
from leads.schemes import balance
from leads.schemes.base import Choice, Read, Situation

PARTS = 1_000_000  # shares are rounded to millionths

READS = frozenset({Read.RECORDS})


def choose(situation: Situation) -> Choice:
    parts = parts_of(situation)
    weighted = tuple([c._replace(weight=parts[c.id]) for c in situation.candidates])
    choice = balance.choose(replace(situation, candidates=weighted))
    return replace(choice, reason="by_conversion", shares=parts)


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's share, and what it follows from: for people to read."""

    share: Fraction
    rate: Fraction  # shrunk towards the team's
    record: Record
    is_average: bool  # too few closed leads: he counts as average
    is_lifted: bool  # to the guaranteed floor


def explained(situation: Situation) -> dict[str, Part]:
    """Why everybody's share is what it is; empty while nobody has sold anything, for then it goes by weight alone."""
    weights = {c.id: c.weight for c in situation.candidates}
    known = dict.fromkeys(weights, NO_RECORD) | dict(situation.records)
    rate = rates(known, situation.min_sample)
    exact = shares(weights, situation.records, situation.floor, situation.min_sample)
    if not any(rate[who] for who in weights):
        return {}
    least = Fraction(str(situation.floor)) / (sum(weights.values()) or 1)
    return {
        who: Part(
            share,
            rate[who],
            known[who],
            is_average=known[who].closed < max(situation.min_sample, 1),
            is_lifted=share == least * weights[who] and situation.floor < 1,
        )
        for who, share in exact.items()
    }


def parts_of(situation: Situation) -> dict[str, int]:
    """Everybody's share in millionths."""
    weights = {c.id: c.weight for c in situation.candidates}
    exact = shares(weights, situation.records, situation.floor, situation.min_sample)
    return {who: max(round(share * PARTS), 1) for who, share in exact.items()}
