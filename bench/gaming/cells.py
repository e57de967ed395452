"""What was played, cell by cell: how it is played so that the best of many is not the luckiest of many.

The greatest of many figures with noise is too great. So all strategies are tried on a few seeds, and the one that is
best there is measured on others, which had no part in choosing it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from statistics import mean, stdev
from typing import Any, Final

from bench.gaming.columns import Column
from bench.gaming.market import TEAM, market
from bench.gaming.parties import PARTIES, Party
from bench.gaming.play import Played, played
from bench.gaming.strategies import BY_KEY, STRATEGIES, Strategy

CORES: Final = 2
MEASURED_FROM: Final = 100  # the first seed by which nothing is chosen


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is played. All strategies are `tried` on so many seeds; shares by closings drift by luck: where leads go
    by them, on `of_shares`. Then the best is `measured` on others.

    What is held against an aim is measured on more, `most` at most, until its standard error is `noise`.
    """

    leads: int
    tried: int
    of_shares: int
    measured: int
    most: int
    noise: float
    strategies: tuple[Strategy, ...]


FULL: Final = Extent(2_000, 3, 4, 5, 15, 0.01, STRATEGIES)
QUICK: Final = Extent(600, 2, 2, 0, 0, 1, tuple(one for one in STRATEGIES if one.is_quick))


@dataclass(frozen=True, slots=True)
class Cell:
    """As of `Played`, the mean of the seeds; `noise` is its standard error, None where one seed tells nothing of it."""

    gain: float
    others: float
    leads: float
    noise: float | None
    seeds: int

    def as_json(self) -> dict[str, Any]:
        noise = None if self.noise is None else round(self.noise, 4)
        told = {"gain": self.gain, "others": self.others, "leads": self.leads}
        return {name: round(value, 4) for name, value in told.items()} | {"noise": noise, "seeds": self.seeds}


Table = dict[str, dict[str, Cell]]
"""By column, then by the strategy's key."""
Key = tuple[str, str]
"""The column's name and the strategy's key."""
Choices = Mapping[Key, tuple[Column, Strategy]]
Wanted = tuple[Column, Strategy, int]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Found:
    """`tried`: of all strategies; `measured`: of the best of each party, by other seeds."""

    tried: Table
    measured: Table


@dataclass
class Runs:
    """What was played so far. `play` plays so many, and returns them in their order."""

    choices: Choices
    play: Callable[[Sequence[Wanted]], Iterable[Played]]
    tell: Tell
    _found: dict[Key, dict[int, Played]] = field(default_factory=dict)

    def get(self, wanted: Sequence[tuple[Key, int]], what: str) -> None:
        """By choice and seed."""
        runs = self.play([(*self.choices[key], seed) for key, seed in wanted])
        for n, ((key, seed), run) in enumerate(zip(wanted, runs, strict=True), 1):
            self._found.setdefault(key, {})[seed] = run
            if n % 50 == 0 or n == len(wanted):
                self.tell(f"{what}: {n} of {len(wanted)}")

    def cell(self, key: Key, *, measured: bool = False) -> Cell:
        runs = [run for seed, run in self._found[key].items() if (seed >= MEASURED_FROM) is measured]
        gains = [run.gain for run in runs]
        noise = stdev(gains) / len(gains) ** 0.5 if len(gains) > 1 else None
        return Cell(mean(gains), mean(r.others for r in runs), mean(r.leads for r in runs), noise, len(runs))

    def table(self, keys: Iterable[Key], *, measured: bool = False) -> Table:
        table: Table = {}
        for name, strategy in keys:
            table.setdefault(name, {})[strategy] = self.cell((name, strategy), measured=measured)
        return table


def played_table(
    extent: Extent, columns: Sequence[Column], tell: Tell = lambda _: None, cores: int = CORES
) -> Found:
    """Plays it all, on so many cores."""
    play = partial(_one, extent.leads)
    choices = {
        (column.name, one.key): (column, one)
        for column in columns
        for one in extent.strategies
        if column.plays(one)
    }
    if cores == 1:
        return _found(extent, columns, Runs(choices, partial(map, play), tell))
    with ProcessPoolExecutor(cores) as pool:
        return _found(extent, columns, Runs(choices, partial(pool.map, play, chunksize=2), tell))


def _one(leads: int, wanted: Wanted) -> Played:
    column, strategy, seed = wanted
    return played(column.scheme, strategy, market(seed, leads), TEAM[seed % len(TEAM)], column.settings)


def _found(extent: Extent, columns: Sequence[Column], runs: Runs) -> Found:
    seeds = range(max(extent.tried, extent.of_shares))
    runs.get(
        [(key, n) for n in seeds for key, (where, _) in runs.choices.items() if n < _tried(extent, where)],
        "tried",
    )
    tried = runs.table(runs.choices)
    aimed_at = chosen(tried, columns)
    for first in range(0, extent.most, len(TEAM)):  # each of the team is the one in question alike often
        keys = [key for key in aimed_at if _needs(extent, runs, key, first, aimed_at)]
        places = range(MEASURED_FROM + first, MEASURED_FROM + first + len(TEAM))
        runs.get([(key, n) for n in places for key in keys], f"measured from {first}")
    return Found(tried, runs.table(aimed_at, measured=True) if extent.most else {})


def _tried(extent: Extent, column: Column) -> int:
    return extent.of_shares if column.scheme == "conversion" else extent.tried


def chosen(tried: Table, columns: Sequence[Column]) -> dict[Key, bool]:
    """Returns what pays each party most, by scheme; True: its figure has to be a good one."""
    found = dict[Key, bool]()
    for column in columns:
        for party in PARTIES:
            most = best(tried[column.name], party)
            if most:
                key = column.name, most[0].key
                found[key] = found.get(key, False) or party.is_precise(column.scheme)
    return found


def best(cells: Mapping[str, Cell], party: Party) -> tuple[Strategy, Cell] | None:
    """What pays a party most of these; None where there is none of theirs."""
    found = [(BY_KEY[key], cell) for key, cell in cells.items() if party.among(BY_KEY[key])]
    return max(found, key=lambda one: one[1].gain, default=None)


def _needs(extent: Extent, runs: Runs, key: Key, so_far: int, aimed_at: Mapping[Key, bool]) -> bool:
    if so_far < extent.measured:
        return True
    return aimed_at[key] and (runs.cell(key, measured=True).noise or 0) > extent.noise
