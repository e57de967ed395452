"""A secretary who keeps a draft until it suits whom they favour: which goes when, and what they know of the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Final

from bench.gaming.market import Made

GOOD: Final = 0.5  # of the drafts, what they keep for whom they favour
BY_COUNT: Final = frozenset({"balance", "duty"})
BY_DAY: Final = frozenset({"lottery"})


@dataclass
class Secretary:
    """`who`: whom they favour. All calls of the office are theirs, so their cards tell of every lead who was asked."""

    who: str
    scheme: str
    drafts: list[Made] = field(default_factory=list)
    _told: Counter[str] = field(default_factory=Counter)  # how many each was asked to take
    _last: dict[str, int] = field(default_factory=dict)  # the how manieth lead they were asked to take last

    def take(self, next_one: Callable[[], str | None]) -> Made | None:
        """Takes the draft out that goes now: the best for whom they favour, the poorest for others; None: they wait."""
        if not self.drafts:
            return None
        is_for_them = next_one() == self.who
        made = (max if is_for_them else min)(self.drafts, key=lambda one: one.shown_rank)
        if (made.shown_rank >= GOOD) is not is_for_them:
            return None
        self.drafts.remove(made)
        return made

    def sees(self, who: str) -> None:
        """A card tells whom a lead is offered, or who has it now."""
        self._told[who] += 1
        self._last[who] = self._told.total()

    def guess(self, here: Collection[str]) -> str | None:
        """Who may be next, as far as it can be counted from the cards; None where they tell nothing."""
        if self.scheme in BY_DAY:
            return max(here, key=lambda who: self._last.get(who, 0), default=None)
        counts = self._told if self.scheme in BY_COUNT else Counter[str]()
        return min(here, key=lambda who: (counts[who], self._last.get(who, 0)), default=None)
