"""Sales that a share-out lets one expect, from what sellers make of each kind of lead, and how uncertain that is.

Rates are those of `leads.figures.sellers`: by source and known client, with who sold them, drawn for many worlds
that are as probable as the leads closed so far make them. In each, expected sales are Σ leads × rate. What is told is
their mean, and from where to where the middle 90 % of the worlds lie, cut to what is possible. It is the
uncertainty of the rates: the luck of so many leads comes on top of it. For the difference of two share-outs both are
taken in the same world.

A segment where nothing is closed goes by the rates of the whole office. Sources beyond the MOST_KINDS of which most is
closed count as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from leads.figures.sellers import Worlds, worlds
from leads.rates import NO_RECORD, Record
from leads.track import Sort

LEVEL = 0.9
"""How much of what is possible the interval holds."""
WORLDS = 500
MOST_KINDS = 30

Held = Mapping[str, Mapping[Sort, int]]  # by segment: how many leads
Closed = Mapping[str, Mapping[Sort, Record]]  # likewise: what came of them

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
class Forecast:
    """What whoever holds the leads of some share-outs would sell of them, in many worlds, by segment."""

    rates: Mapping[str, Worlds]

    def sales(self, held: Held) -> Expected:
        """Tells what sales could be expected of one of these share-outs."""
        leads = sum(sum(several.values()) for several in held.values())
        mean, low, high = _middle(self._worlds(held))
        return Expected(leads, mean, max(low, 0.0), min(high, float(leads)))

    def gain(self, held: Held, instead_of: Held) -> tuple[float, float, float]:
        """Tells how many more sales than with the other, with the interval of this difference.

        Both rest on the same rates, so it is far narrower than the two intervals suggest.
        """
        return _middle(self._worlds(_difference(held, instead_of)))

    def _worlds(self, held: Held) -> list[float]:
        found = [0.0] * WORLDS
        for segment, several in held.items():
            for pair, leads in several.items():
                if leads:
                    rates = self.rates[segment][pair]
                    found = [sales + leads * rate for sales, rate in zip(found, rates, strict=True)]
        return found


def forecast(closed: Closed, several: Iterable[Held]) -> Forecast | None:
    """Learns the rates for all these share-outs together. None while the office has closed nothing at all."""
    whole = _merged(closed.values())
    if not any(record.closed for record in whole.values()):
        return None
    asked: dict[str, set[Sort]] = {}
    for held in several:
        for segment, pairs in held.items():
            asked.setdefault(segment, set()).update(pairs)
    return Forecast({s: _rates(closed.get(s, {}), whole, pairs) for s, pairs in sorted(asked.items())})


def _rates(here: Mapping[Sort, Record], whole: Mapping[Sort, Record], pairs: set[Sort]) -> Worlds:
    closed = here if any(record.closed for record in here.values()) else whole
    common = _common(closed)
    known = _merged({_of_kind(pair, common): record} for pair, record in closed.items())
    found = worlds(known, {_of_kind(pair, common) for pair in pairs}, WORLDS)
    return {pair: found[_of_kind(pair, common)] for pair in sorted(pairs, key=repr)}


def _common(closed: Mapping[Sort, Record]) -> frozenset[tuple[str, bool]]:
    """The kinds that are told apart."""
    sizes: dict[tuple[str, bool], int] = {}
    for pair, record in closed.items():
        sizes[pair.kind] = sizes.get(pair.kind, 0) + record.closed
    return frozenset(sorted(sizes, key=lambda kind: (-sizes[kind], kind))[:MOST_KINDS])


def _of_kind(pair: Sort, common: frozenset[tuple[str, bool]]) -> Sort:
    return pair if pair.kind in common else Sort(pair.who, None, pair.known)


def _merged(several: Iterable[Mapping[Sort, Record]]) -> dict[Sort, Record]:
    found: dict[Sort, Record] = {}
    for records in several:
        for pair, record in records.items():
            before = found.get(pair, NO_RECORD)
            found[pair] = Record(before.won + record.won, before.lost + record.lost)
    return found


def _difference(held: Held, other: Held) -> dict[str, dict[Sort, int]]:
    return {
        segment: {
            pair: held.get(segment, {}).get(pair, 0) - other.get(segment, {}).get(pair, 0)
            for pair in sorted({*held.get(segment, {}), *other.get(segment, {})}, key=repr)
        }
        for segment in sorted({*held, *other})
    }


def _middle(sales: list[float]) -> tuple[float, float, float]:
    """The mean of the worlds, and between which two the middle of them lies.

    Where very few are closed, some worlds far away draw the mean out of the middle: then it is the end of it.
    """
    found = sorted(sales)
    mean, outside = sum(found) / len(found), round((1 - LEVEL) / 2 * len(found))
    return mean, min(mean, found[outside]), max(mean, found[-1 - outside])


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
