"""What each seller would sell of each kind of lead: many worlds, as probable as the closed leads make them.

Of the leads of one kind that somebody has closed, so many are won: binomial, with the rate

    rate = (what the kind brings) × (what the seller makes of it)

Both are found together, by what fits everybody's closed leads best, so that who had the good source is not taken for
the good seller: where nothing else is known, a seller's part is won ÷ expected of their kinds, a kind's won ÷ expected
of its sellers. The logarithms of the sellers' parts are taken to be normal around 0, those of the kinds around a level
of the segment's own. How unequal sellers are (SPREADS) is not known either; each possible spread counts by
how well it explains the past (Laplace's approximation: L. Tierney, J. Kadane, "Accurate Approximations for Posterior
Moments and Marginal Densities", 1986). Whoever has closed nothing is average, give or take that spread; a kind of
which nothing is closed likewise.

Around the best fit the worlds are drawn from the normal distribution with its curvature, in mirrored pairs. Where
little is known that alone would be too sure and too high. So deviations are WIDER, for four or five people say little
of how unequal people are; and rates are lower by a third of their variance, as the median of a gamma distribution lies
below its mean. Both are there because of what simulated offices have shown: `bench/whatif.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from math import exp, log, sqrt
from statistics import NormalDist
from typing import Final, NamedTuple

from leads.rates import Record
from leads.track import Sort

SPREADS: Final = (0.2, 0.3, 0.45, 0.65, 0.9, 1.3)
"""How unequal sellers may be: the deviation of the logarithm of what they make of a lead."""
TYPICAL: Final = 1.0  # of the spreads: they are half-normal before anything is known
KINDS: Final = 1.0  # how unequal kinds of leads are, likewise
BASE: Final = 2.0  # how far the level of a segment may be from its rate over all kinds
WIDER: Final = 1.2
MOST: Final = log(0.97)  # nobody sells everything
STEPS: Final = 25
NEAR: Final = 1e-4

Matrix = list[list[float]]


class _Cell(NamedTuple):
    seller: int
    kind: int
    won: int
    closed: int


@dataclass(frozen=True, slots=True)
class _Fit:
    """The best fit by one spread: its logarithms, the root of its curvature, how well it explains the past."""

    at: list[float]
    root: Matrix
    weight: float


Worlds = Mapping[Sort, list[float]]
"""Rates, world by world."""


def worlds(closed: Mapping[Sort, Record], pairs: Iterable[Sort], times: int) -> Worlds:
    """Returns what these pairs would sell in so many worlds. Raises ValueError where nothing is closed."""
    asked = sorted({*pairs}, key=_order)
    everybody = sorted({*asked, *closed}, key=_order)
    sellers = {who: n for n, who in enumerate(dict.fromkeys(pair.who for pair in everybody))}
    kinds = dict.fromkeys(pair.kind for pair in everybody)
    places = {kind: len(sellers) + n for n, kind in enumerate(kinds)}
    cells = [
        _Cell(sellers[pair.who], places[pair.kind], record.won, record.closed)
        for pair, record in sorted(closed.items(), key=lambda one: _order(one[0]))
        if record.closed
    ]
    fits = _fits(cells, len(sellers), len(kinds))
    at = [(sellers[pair.who], places[pair.kind]) for pair in asked]
    rates = list(zip(*_drawn(fits, at, times), strict=True))
    return {pair: list(several) for pair, several in zip(asked, rates, strict=True)}


def _order(pair: Sort) -> tuple[str, str, bool]:
    return pair.who, *pair.kind


def _fits(cells: list[_Cell], sellers: int, kinds: int) -> list[_Fit]:
    closed = sum(cell.closed for cell in cells)
    if not closed:
        raise ValueError("nothing is closed")
    level = log((sum(cell.won for cell in cells) + 0.5) / (closed + 1))
    at, found = [0.0] * sellers + [level] * (kinds + 1), []
    for spread, width in zip(SPREADS, _widths(), strict=True):
        model = _Model(cells, sellers, level, spread)
        at, root = model.best(at)
        likely = model.likelihood(at) - sum(log(row[n]) for n, row in enumerate(root))
        found.append(_Fit(at, root, likely + log(width) - (spread / TYPICAL) ** 2 / 2))
    top = max(fit.weight for fit in found)
    weights = [exp(fit.weight - top) for fit in found]
    return [_Fit(fit.at, fit.root, w / sum(weights)) for fit, w in zip(found, weights, strict=True)]


def _widths() -> list[float]:
    """How much of the line each spread stands for."""
    steps = [b - a for a, b in pairwise(SPREADS)]
    return [(a + b) / 2 for a, b in zip([0.0, *steps], [*steps, 0.0], strict=True)]


@dataclass(frozen=True, slots=True)
class _Model:
    """The closed leads with one spread. What is sought: sellers, then kinds, then the segment's level."""

    cells: list[_Cell]
    sellers: int
    level: float
    spread: float

    def best(self, start: list[float]) -> tuple[list[float], Matrix]:
        """Returns the best fit, and the root of the curvature there: Newton's method, with steps that stay small."""
        at = start
        for _ in range(STEPS):
            slope, curvature = self._slope(at)
            root = cholesky(curvature)
            step = backward(root, forward(root, slope))
            longest = max(map(abs, step))
            shorter = 1 / max(longest, 1.0)
            at = [a + shorter * s for a, s in zip(at, step, strict=True)]
            if longest < NEAR:
                break
        return at, root

    def likelihood(self, at: list[float]) -> float:
        """The logarithm of it, but for what is the same with every spread."""
        found = -self.sellers * log(self.spread)
        for seller, kind, won, closed in self.cells:
            rate = min(at[seller] + at[kind], MOST)
            found += won * rate + (closed - won) * log(1 - exp(rate))
        found -= sum(a * a for a in at[: self.sellers]) / self.spread**2 / 2
        found -= sum((a - at[-1]) ** 2 for a in at[self.sellers : -1]) / KINDS**2 / 2
        return found - ((at[-1] - self.level) / BASE) ** 2 / 2

    def _slope(self, at: list[float]) -> tuple[list[float], Matrix]:
        slope, curvature = self._before(at)
        for seller, kind, won, closed in self.cells:
            rate = exp(min(at[seller] + at[kind], MOST))
            more, bend = (won - closed * rate) / (1 - rate), closed * rate / (1 - rate)
            slope[seller] += more
            slope[kind] += more
            curvature[seller][seller] += bend
            curvature[kind][kind] += bend
            curvature[kind][seller] += bend
        return slope, curvature

    def _before(self, at: list[float]) -> tuple[list[float], Matrix]:
        """What is taken to be so before anything is closed. Of the curvature the lower half is filled in."""
        size = len(at)
        slope, curvature = [0.0] * size, [[0.0] * size for _ in range(size)]
        for n in range(self.sellers):
            curvature[n][n] = 1 / self.spread**2
            slope[n] = -at[n] / self.spread**2
        for n in range(self.sellers, size - 1):
            curvature[n][n] = 1 / KINDS**2
            curvature[-1][n] = -1 / KINDS**2
            slope[n] = (at[-1] - at[n]) / KINDS**2
        curvature[-1][-1] = (size - 1 - self.sellers) / KINDS**2 + 1 / BASE**2
        slope[-1] = -sum(slope[self.sellers : -1]) - (at[-1] - self.level) / BASE**2
        return slope, curvature


def _drawn(fits: list[_Fit], pairs: list[tuple[int, int]], times: int) -> list[list[float]]:
    """Draws the worlds, each a rate for every pair: from every fit as many as its weight says."""
    found, due = list[list[float]](), 0.0
    for fit in fits:
        due += fit.weight * times
        if len(found) < round(due):
            middle = [fit.at[a] + fit.at[b] - _variance(fit, a, b) / 3 for a, b in pairs]
        while len(found) < round(due):
            away = backward(fit.root, [WIDER * part for part in _lot(len(found), len(fit.at))])
            off = [away[a] + away[b] for a, b in pairs]
            found.append([exp(min(m + o, MOST)) for m, o in zip(middle, off, strict=True)])
            found.append([exp(min(m - o, MOST)) for m, o in zip(middle, off, strict=True)])
    return found[:times]


@lru_cache(maxsize=4096)
def _lot(number: int, size: int) -> tuple[float, ...]:
    """Returns so many numbers as a normal distribution would give them, by digests: the same on every machine."""
    normal, found = NormalDist(), list[float]()
    while len(found) < size:
        digest = sha256(f"{number} {len(found)}".encode()).digest()
        parts = [int.from_bytes(digest[n : n + 8]) >> 12 for n in range(0, 32, 8)]
        found += [normal.inv_cdf((part + 0.5) / 2**52) for part in parts]
    return tuple(found[:size])


def _variance(fit: _Fit, seller: int, kind: int) -> float:
    both = [float(n in {seller, kind}) for n in range(len(fit.at))]
    return WIDER**2 * sum(part * part for part in forward(fit.root, both))


def cholesky(matrix: Matrix) -> Matrix:
    """Returns the lower root of a positive matrix, of which only the lower half is read."""
    root: Matrix = []
    for n, row in enumerate(matrix):
        found: list[float] = []
        for m, above in enumerate(root):
            found.append((row[m] - sum(map(float.__mul__, found, above))) / above[m])
        found.append(sqrt(row[n] - sum(part * part for part in found)))
        root.append(found)
    return root


def forward(root: Matrix, right: list[float]) -> list[float]:
    """Solves `root` · x = `right`."""
    found: list[float] = []
    for n, row in enumerate(root):
        found.append((right[n] - sum(map(float.__mul__, found, row))) / row[n])
    return found


def backward(root: Matrix, right: list[float]) -> list[float]:
    """Solves the same with the rows of `root` as columns."""
    found = right[:]
    for n in reversed(range(len(root))):
        row = root[n]
        found[n] /= row[n]
        for m in range(n):
            found[m] -= row[m] * found[n]
    return found
