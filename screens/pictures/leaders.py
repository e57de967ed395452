"""Names beside points that may lie on one spot: a list on the right, and a line from each point to its name.

No two names stand on each other, and no two lines cross.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import dist
from typing import NamedTuple

LESS = 1e-9  # a difference in length that is one


class Point(NamedTuple):
    x: float
    y: float


def places(points: Sequence[Point], at: float, top: float, bottom: float, apart: float) -> list[float]:
    """Returns the height of each point's name in a list at `at`, to the right of all points.

    The names are `apart` from each other, within top and bottom where these leave room for them all, and else as
    near to their points as that allows: the sum of squares is the least there is.
    """
    order = sorted(range(len(points)), key=lambda number: (points[number].y, points[number].x))
    heights = _spread([points[number].y for number in order], top, bottom, apart)
    mine = dict(zip(order, heights, strict=True))
    _untangle(points, at, mine)
    return [mine[number] for number in range(len(points))]


def _spread(wanted: Sequence[float], top: float, bottom: float, apart: float) -> list[float]:
    """Sorted heights moved apart. Those that push each other stand around their mean (pool adjacent violators)."""
    pools: list[list[float]] = []
    for number, height in enumerate(wanted):
        pools.append([height - number * apart])
        while len(pools) > 1 and _mean(pools[-2]) >= _mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    lowest = max(top, bottom - max(len(wanted) - 1, 0) * apart)
    level = [min(max(_mean(pool), top), lowest) for pool in pools for _ in pool]
    return [height + number * apart for number, height in enumerate(level)]


def _mean(pool: Sequence[float]) -> float:
    return sum(pool) / len(pool)


def _untangle(points: Sequence[Point], at: float, mine: dict[int, float]) -> None:
    """Two names change places where their lines cross.

    Lines that cross are longer together than the same two uncrossed (the triangle's inequality): so the sum of all
    grows less each time, and there is an end.
    """

    def cross(one: int, other: int) -> bool:
        left, right = sorted((one, other), key=lambda number: points[number].x)
        beside = _height_at(points[right].x, points[left], Point(at, mine[left]))
        if (beside - points[right].y) * (mine[left] - mine[right]) >= 0:
            return False
        now = dist(points[one], (at, mine[one])) + dist(points[other], (at, mine[other]))
        then = dist(points[one], (at, mine[other])) + dist(points[other], (at, mine[one]))
        return then < now - LESS

    pairs = list(combinations(range(len(points)), 2))
    while crossed := next((pair for pair in pairs if cross(*pair)), None):
        one, other = crossed
        mine[one], mine[other] = mine[other], mine[one]


def _height_at(x: float, start: Point, end: Point) -> float:
    """Of the line from `start` to `end`."""
    return start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x)
