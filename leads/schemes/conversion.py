"""`conversion`: who closes more gets more. Shares by closing rate; the one most behind his share gets the next lead.

The rate is won / (won + lost) in this segment, shrunk towards the team's, so that luck in a few leads counts for
little; whoever has closed fewer than `min_sample` counts as average; nobody gets less than `floor` of an equal
share, so that nobody is starved and newcomers are tried (formula and source: `leads.rates`).
"""

from __future__ import annotations

from dataclasses import replace

from leads.rates import shares
from leads.schemes import balance
from leads.schemes.base import Choice, Read, Situation

PARTS = 1_000_000  # shares are rounded to millionths

READS = frozenset({Read.RECORDS})


def choose(situation: Situation) -> Choice:
    parts = parts_of(situation)
    weighted = tuple(replace(c, weight=parts[c.id]) for c in situation.candidates)
    choice = balance.choose(replace(situation, candidates=weighted))
    return replace(choice, reason="by_conversion", shares=parts)


def parts_of(situation: Situation) -> dict[str, int]:
    """Everybody's share in millionths."""
    weights = {c.id: c.weight for c in situation.candidates}
    exact = shares(weights, situation.records, situation.floor, situation.min_sample)
    return {who: max(round(share * PARTS), 1) for who, share in exact.items()}
