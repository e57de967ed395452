"""What of somebody's sales was luck: taken off, so that a few runs tell what many would.

Whether an offer comes to somebody rests on what happened before, not on what this lead looks like. So what it was worth
to them, less what such an offer is worth on average, is nothing in the mean, whatever they do: a martingale, taken off
as a control variate (P. Glasserman, "Monte Carlo Methods in Financial Engineering", 2003, section 4.1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bench.gaming.market import Made, Market
from bench.gaming.mind import Deed, Mind

Key = tuple[int, str, bool]


@dataclass
class Luck:
    """Of whoever is not honest; in expected sales."""

    market: Market
    mind: Mind
    total: float = 0.0
    _means: dict[Key, float] = field(default_factory=dict)

    def asked(self, lead: Made) -> None:
        """An offer has come to them alone, and they have not answered it yet."""
        mind = self.mind
        if mind.strategy.is_steered or mind.strategy.only_everyone:
            return
        taken = self._taken(lead) if mind.mood(lead) is Deed.CLAIM else 0.0
        mean = self._mean(lead.band, "asked", self._taken, lambda _: True)
        self.total += taken - (1 - mind.misses) * mean

    def held(self, lead: Made) -> None:
        """They have got one in another way: among all, or by hand."""
        if not self.mind.strategy.is_steered:
            self.total += self._kept(lead) - self._mean(lead.band, "held", self._kept, self.mind.wants)

    def steered(self, lead: Made) -> None:
        """They have got one because of what it looks like: only what nobody sees was luck."""
        if self.mind.strategy.is_steered:
            self.total += lead.chance - self.market.by_shown[lead.shown]

    def _taken(self, lead: Made) -> float:
        return self._kept(lead) if self.mind.wants(lead) else 0.0

    def _kept(self, lead: Made) -> float:
        return lead.chance if self.mind.keeps(lead) else 0.0

    def _mean(
        self, band: int, what: str, worth: Callable[[Made], float], among: Callable[[Made], bool]
    ) -> float:
        key = band, what, self.mind.has_free
        if key not in self._means:
            found = [worth(lead) for lead in self.market.leads if lead.band == band and among(lead)]
            self._means[key] = sum(found) / len(found) if found else 0.0
        return self._means[key]
