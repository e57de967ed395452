"""An axis of a chart: which stretch of numbers it shows, and which of them are written beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10

from matplotlib.ticker import MaxNLocator

AROUND = 0.08  # of the stretch, on both sides


@dataclass(frozen=True, slots=True)
class Axis:
    first: float
    last: float
    ticks: tuple[float, ...]
    places: int  # decimals that tell the ticks apart

    def part(self, number: float) -> float:
        """0 at the beginning of the axis, 1 at its end."""
        return (number - self.first) / (self.last - self.first)


def axis(numbers: Iterable[float], *, narrowest: float, most: float, ticks: int) -> Axis:
    """Holds all the numbers. It is at least so wide, and has so many ticks at most, none below 0.
    It goes hardly beyond `most`; no tick does."""
    known = sorted(numbers)
    middle, half = (known[0] + known[-1]) / 2, max(known[-1] - known[0], narrowest) / 2 * (1 + 2 * AROUND)
    last = min(middle + half, most + half * AROUND)
    first = last - 2 * half
    found = MaxNLocator(nbins=ticks, steps=[1, 2, 5, 10]).tick_values(first, last)
    step = float(found[1] - found[0])
    within = (max(first, -step / 2), min(last, most + step / 1000))
    shown = tuple(abs(float(tick)) for tick in found if within[0] <= tick <= within[1])
    return Axis(first, last, shown, max(0, -floor(log10(step) + 1e-9)))
