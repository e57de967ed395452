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
    """Holds all the numbers, of which none is below 0 or above `most`, and hardly goes beyond these ends itself.

    It is at least as wide as `narrowest`, and has about so many ticks.
    """
    known = sorted(numbers)
    middle, half = (known[0] + known[-1]) / 2, max(known[-1] - known[0], narrowest) / 2 * (1 + 2 * AROUND)
    first = max(min(middle + half, most + half * AROUND) - 2 * half, -half * AROUND)
    last = first + 2 * half
    found = MaxNLocator(nbins=ticks, steps=[1, 2, 5, 10]).tick_values(first, last)
    step = float(found[1] - found[0])
    least, last_tick = max(first, -step / 2), min(last, most + step / 2)  # half a step: ticks are not exact
    shown = tuple(abs(float(tick)) for tick in found if least <= tick <= last_tick)
    return Axis(first, last, shown, max(0, -floor(log10(step) + 1e-9)))
