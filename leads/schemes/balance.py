"""`balance`: the one most behind his due share gets the next lead; ties in the segment's order.

With everybody present this is nginx's smooth weighted round robin (commit 21ad7d0), so weights 5, 1, 1 give
a a b a c a a, and people of equal weight never differ by more than one lead.
"""

from __future__ import annotations

from collections.abc import Sequence

from leads.schemes.base import Candidate, Choice
from leads.shares import split


def choose(candidates: Sequence[Candidate]) -> Choice:
    gains = split({c.id: c.weight for c in candidates})
    behind = {c.id: c.standing.credit + gains[c.id] for c in candidates}
    return Choice((max(behind, key=behind.__getitem__),), "most_behind", behind)
