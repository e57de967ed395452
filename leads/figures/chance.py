"""How likely it is by chance alone that somebody does a thing so much more often than the others: Fisher's exact test.

Of N cases, n are this person's and N - n the others'; K of all have happened. Were everybody alike, the number of
theirs would be hypergeometric, and the chance of `hits` of them or more is

    Σ over x ≥ hits of  C(n, x) · C(N - n, K - x) ÷ C(N, K)

which is worked out in whole numbers, so that the same figures are flagged on every machine (R. A. Fisher, "The Logic of
Inductive Inference", Journal of the Royal Statistical Society 98(1), 1935).
"""

from __future__ import annotations

from fractions import Fraction
from math import comb


def chance(hits: int, of: int, others_hits: int, of_others: int) -> Fraction:
    """Returns the chance of as many hits or more. Raises ValueError where there are more hits than cases."""
    if not (0 <= hits <= of and 0 <= others_hits <= of_others):
        raise ValueError(f"{hits} of {of}, {others_hits} of {of_others}")
    happened, most = hits + others_hits, min(of, hits + others_hits)
    ways = comb(of, hits) * comb(of_others, others_hits)
    total = 0
    for theirs in range(hits, most + 1):
        total += ways
        others = happened - theirs
        ways = ways * (of - theirs) * others // ((theirs + 1) * (of_others - others + 1))
    return Fraction(total, comb(of + of_others, happened))
