"""Every strategy under every scheme, over several seeds: the cells of the table, with their noise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from statistics import mean, stdev
from typing import Any, Final

from bench.gaming.market import TEAM, market
from bench.gaming.offices import KNOWN
from bench.gaming.play import Played, played
from bench.gaming.strategies import BY_KEY, STRATEGIES, Strategy
from leads.schemes import ORDER

CORES: Final = 2


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is played for one cell. Shares by closings drift by luck: where they do, there are more seeds."""

    leads: int
    seeds: int
    of_shares: int
    strategies: tuple[Strategy, ...]


FULL: Final = Extent(2_000, 3, 4, STRATEGIES)
QUICK: Final = Extent(600, 2, 2, tuple(one for one in STRATEGIES if one.is_quick))


@dataclass(frozen=True, slots=True)
class Column:
    """A scheme, as set up: `settings` as an office file says them."""

    name: str
    scheme: str
    settings: Mapping[str, str]


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

VARIANTS: Final = (Column("grab_20s", "grab", {"window": '"20s"'}),)
"""What a scheme is under a setting that is not its default."""


def columns(settings: Mapping[str, str]) -> list[Column]:
    """All schemes there are, and those variants whose settings there are."""
    plain = [Column(name, name, settings) for name in ORDER]
    known = [one for one in VARIANTS if one.settings.keys() <= KNOWN]
    return plain + [Column(one.name, one.scheme, {**settings, **one.settings}) for one in known]


def played_table(
    extent: Extent,
    schemes: Sequence[Column],
    tell: Callable[[str], None] = lambda _: None,
    cores: int = CORES,
) -> Table:
    """Plays it all, on so many cores."""
    wanted = [
        (column, one, seed)
        for seed in range(max(extent.seeds, extent.of_shares))
        for column in schemes
        for one in extent.strategies
        if seed < _seeds(extent, column) and is_played(column, one)
    ]
    play = partial(_one, extent.leads)
    if cores == 1:
        found = map(play, wanted)
        return _cells(wanted, _told(found, len(wanted), tell))
    with ProcessPoolExecutor(cores) as pool:
        return _cells(wanted, _told(pool.map(play, wanted, chunksize=4), len(wanted), tell))


def is_played(column: Column, strategy: Strategy) -> bool:
    """Whether it means anything there, and this version of the product has what it is set up with."""
    is_known = strategy.settings.keys() <= KNOWN and (not strategy.within_norm or "free_declines" in KNOWN)
    return strategy.is_for(column.scheme) and is_known


def _seeds(extent: Extent, column: Column) -> int:
    return extent.of_shares if column.scheme == "conversion" else extent.seeds


def _told(found: Iterable[Played], of: int, tell: Callable[[str], None]) -> list[Played]:
    played_: list[Played] = []
    for n, one in enumerate(found, 1):
        played_.append(one)
        if n % 50 == 0:
            tell(f"{n} of {of}")
    return played_


def _one(leads: int, wanted: tuple[Column, Strategy, int]) -> Played:
    column, strategy, seed = wanted
    return played(column.scheme, strategy, market(seed, leads), TEAM[seed % len(TEAM)], column.settings)


def _cells(wanted: Sequence[tuple[Column, Strategy, int]], found: Sequence[Played]) -> Table:
    by_cell: dict[tuple[str, str], list[Played]] = {}
    for (column, strategy, _), one in zip(wanted, found, strict=True):
        by_cell.setdefault((column.name, strategy.key), []).append(one)
    table: Table = {}
    for (name, key), runs in by_cell.items():
        table.setdefault(name, {})[key] = _cell(runs)
    return table


def _cell(runs: Sequence[Played]) -> Cell:
    gains = [one.gain for one in runs]
    noise = stdev(gains) / len(gains) ** 0.5 if len(gains) > 1 else None
    return Cell(
        mean(gains), mean(one.others for one in runs), mean(one.leads for one in runs), noise, len(runs)
    )


def best(cells: Mapping[str, Cell], among: Callable[[Strategy], bool]) -> tuple[Strategy, Cell] | None:
    """What pays most of these; None where there is none of them."""
    found = [(BY_KEY[key], cell) for key, cell in cells.items() if among(BY_KEY[key])]
    return max(found, key=lambda one: one[1].gain, default=None)
