"""How far a share that was counted in a few cases may be from the true one."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

ENOUGH = 100  # cases, from which on a bare percentage says what it says
CONFIDENCE = 0.9


def wilson(hits: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Wilson's score interval of a share, from 0 to 1: where the true one is, with this confidence.

    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) ÷ (1 + z²/n), with p = hits ÷ n and z the normal quantile. It never leaves
    0 to 1 and stays honest for a handful of cases (E. B. Wilson, "Probable Inference", 1927; L. Brown, T. Cai,
    A. DasGupta, "Interval Estimation for a Binomial Proportion", 2001). Raises ValueError for none of none.
    """
    if not 0 <= hits <= of or not of:
        raise ValueError(f"{hits} of {of} is no share")
    z, p = NormalDist().inv_cdf((1 + confidence) / 2), hits / of
    middle = p + z * z / (2 * of)
    half = z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    low, high = (middle - half) / whole, (middle + half) / whole
    return (low if hits else 0.0), (high if hits < of else 1.0)  # exactly, whatever the rounding
