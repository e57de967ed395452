"""Sales that a share-out lets one expect, from everybody's closing rates, and how uncertain that is.

One segment, with W leads won and L lost by the whole team, of which the manager m has won w and lost l; k is the
segment's `min_sample`. The team's rate p is not known exactly, nor is that of m:

    p     ~ Beta(W + 1/2, L + 1/2)
    r | p ~ Beta(w + k·p, l + k·(1 - p))

The first is Jeffreys' prior with the team's data, the second the shrinkage of `leads.rates`: k leads at the
team's rate, then their own. (Their own data count in both, as they do in empirical Bayes: B. Efron, C. Morris, 1975;
the interval is a little too narrow for that.) A segment where nothing is closed goes by the rate of the whole office.

Where m holds n leads, the expected sales are S = Σ n·r over managers and segments. Its moments are exact, by the laws
of total expectation and variance, with q = E[p], v = Var(p), s = w + l + k:

    E[r] = (w + k·q) / s
    E[Var(r | p)] = ((w + k·q)·(l + k·(1 - q)) - k²·v) / (s²·(s + 1))
    Var(S) = Σ n²·E[Var(r | p)] + Σ over segments of (Σ n·k/s)²·v

The interval is that of a normal distribution with these moments, cut to what is possible. It is the uncertainty of
the rates: the luck of so many leads comes on top of it. For the difference of two share-outs n may be negative.
(Moments of the beta distribution: N. L. Johnson, S. Kotz, N. Balakrishnan, "Continuous Univariate Distributions",
vol. 2, ch. 25.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from leads.rates import NO_RECORD, Record

LEVEL = 0.9
"""How much of what is possible the interval holds."""
SIDE = NormalDist().inv_cdf((1 + LEVEL) / 2)  # so many standard deviations to each side

Held = Mapping[str, Mapping[str, int]]  # by segment and manager: how many leads
Records = Mapping[str, Mapping[str, Record]]  # by segment and manager

ENOUGH = 100  # cases, from which on a bare percentage says what it says
CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class Expected:
    """What sales could be expected. `leads`: how many there are to sell.

    The interval holds 90 % of what the rates may be.
    """

    leads: int
    sales: float
    low: float
    high: float

    @property
    def conversion(self) -> tuple[float, float, float] | None:
        """The rate with its interval; None without leads."""
        if not self.leads:
            return None
        return self.sales / self.leads, self.low / self.leads, self.high / self.leads


@dataclass(frozen=True, slots=True)
class _Rate:
    mean: float
    variance: float


def expected_sales(held: Held, records: Records, strengths: Mapping[str, int]) -> Expected | None:
    """Tells what sales could be expected.

    `strengths`: by segment, its `min_sample`. None while the office has closed nothing at all.
    """
    leads = sum(sum(several.values()) for several in held.values())
    moments = _moments(held, records, strengths)
    if moments is None:
        return None
    mean, deviation = moments
    reach = SIDE * deviation
    return Expected(leads, mean, max(mean - reach, 0.0), min(mean + reach, float(leads)))


def expected_gain(
    held: Held, instead_of: Held, records: Records, strengths: Mapping[str, int]
) -> tuple[float, float, float] | None:
    """Tells how many more sales than with the other share-out, with the interval of this difference.

    Both rest on the same rates, so it is far narrower than the two intervals suggest. None as above.
    """
    moments = _moments(_difference(held, instead_of), records, strengths)
    if moments is None:
        return None
    mean, deviation = moments
    return mean, mean - SIDE * deviation, mean + SIDE * deviation


def _difference(held: Held, other: Held) -> dict[str, dict[str, int]]:
    return {
        segment: {
            who: held.get(segment, {}).get(who, 0) - other.get(segment, {}).get(who, 0)
            for who in sorted({*held.get(segment, {}), *other.get(segment, {})})
        }
        for segment in sorted({*held, *other})
    }


def _moments(held: Held, records: Records, strengths: Mapping[str, int]) -> tuple[float, float] | None:
    """Mean and standard deviation of the sales."""
    whole = _sum(record for several in records.values() for record in several.values())
    if not whole.closed:
        return None
    mean = variance = 0.0
    for segment, several in held.items():
        known = records.get(segment, {})
        team = _sum(known.values())
        rate = _team_rate(team if team.closed else whole)
        more = _segment(several, known, rate, max(strengths[segment], 1))
        mean, variance = mean + more.mean, variance + more.variance
    return mean, sqrt(variance)


def _segment(held: Mapping[str, int], known: Mapping[str, Record], team: _Rate, strength: int) -> _Rate:
    mean = variance = shared = 0.0
    for who, leads in held.items():
        own = known.get(who, NO_RECORD)
        won, lost = own.won + strength * team.mean, own.lost + strength * (1 - team.mean)
        size = own.closed + strength
        mean += leads * won / size
        spread = (won * lost - strength**2 * team.variance) / (size**2 * (size + 1))
        variance += leads**2 * spread
        shared += leads * strength / size
    return _Rate(mean, variance + shared**2 * team.variance)


def _team_rate(team: Record) -> _Rate:
    won, lost = team.won + 0.5, team.lost + 0.5
    size = won + lost
    return _Rate(won / size, won * lost / (size**2 * (size + 1)))


def _sum(several: Iterable[Record]) -> Record:
    found = list(several)
    return Record(sum(record.won for record in found), sum(record.lost for record in found))


def wilson(hits: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Returns Wilson's score interval of a share, from 0 to 1: where the true one is, with this confidence.

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
