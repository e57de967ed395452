"""The columns: every scheme with the settings of an office as it comes, and a few with one that is set otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bench.gaming.offices import KNOWN
from bench.gaming.strategies import Strategy
from leads.schemes import ORDER


@dataclass(frozen=True, slots=True)
class Column:
    """A scheme, as set up: `settings` as an office file says them. `keys`: of these strategies alone; none: of all."""

    name: str
    scheme: str
    settings: Mapping[str, str]
    keys: frozenset[str] = frozenset()

    def plays(self, strategy: Strategy) -> bool:
        """Whether it means anything here, and this version of the product has what it is set up with."""
        is_known = strategy.settings.keys() <= KNOWN and (
            not strategy.within_norm or "free_declines" in KNOWN
        )
        is_asked = not self.keys or strategy.key in self.keys
        return is_asked and is_known and strategy.is_for(self.scheme)


OF_THE_NORM: Final = frozenset({"honest", "true_5", "norm_5", "norm_10", "norm_30", "norm_50"})
STRICT: Final = tuple(
    Column(f"{scheme}_{part}", scheme, {"free_declines": f'"{part}%"'}, OF_THE_NORM)
    for scheme in ("balance", "queue", "longest_idle")
    for part in (5,)
)
"""The schemes in which a free decline keeps the place, with half the norm: a table of their own."""

VARIANTS: Final = (
    Column("grab_20s", "grab", {"window": '"20s"'}),
    Column("next_8", "next", {"day_limit": "8"}),
    *STRICT,
)
"""What a scheme is under a setting that is not its default."""


def columns(settings: Mapping[str, str]) -> list[Column]:
    """All schemes there are, and those variants whose settings there are."""
    plain = [Column(name, name, settings) for name in ORDER]
    known = [one for one in VARIANTS if one.settings.keys() <= KNOWN]
    return plain + [Column(one.name, one.scheme, {**settings, **one.settings}, one.keys) for one in known]
