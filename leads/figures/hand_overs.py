"""The moment of a hand-over: how long drafts lay, which of them went before older ones, and whom that has brought what.

Whoever takes the calls may see who is next, and so chooses who gets a lead by choosing when it goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from leads.figures.part import Times

FEW: Final = 5  # drafts tell nothing of anybody
LONG: Final = 300  # seconds: who lets most of their drafts lie longer has a reason, or should
MOST_BEFORE: Final = 10  # one draft in so many goes before an older one for no reason at all
OFTEN: Final = 3  # leads of one and the same may be more than chance
TIMES_THE_SHARE: Final = 2


@dataclass(frozen=True, slots=True)
class Favour:
    """Of so many leads that went before older ones, `count` were offered to `who` first, whose share is this."""

    who: str
    count: int
    of: int
    share: float


@dataclass(slots=True)
class HandOvers:
    """Those of one person. Only drafts whose wait was counted."""

    waits: Times = field(default_factory=Times)  # from the first message to the hand-over
    before_older: int = 0  # handed over before older drafts of theirs
    by_itself: int = 0  # handed over by no hand
    first: Counter[str] = field(
        default_factory=Counter
    )  # of those before older ones: to whom alone offered first

    def __add__(self, other: HandOvers) -> HandOvers:
        waits = Times(self.waits.seconds + other.waits.seconds)
        before, alone = self.before_older + other.before_older, self.by_itself + other.by_itself
        return HandOvers(waits, before, alone, self.first + other.first)

    @property
    def count(self) -> int:
        return self.waits.seconds.total()

    def add(self, waited: int, count: int = 1, *, is_before: bool, by_itself: bool) -> None:
        """Adds so many leads that lay so many seconds."""
        self.waits.add(waited, count)
        self.before_older += count * is_before
        self.by_itself += count * by_itself

    @property
    def is_odd(self) -> bool:
        """Tells whether somebody should ask why: on a day like any other nothing is said."""
        if self.count < FEW:
            return False
        is_slow = (self.waits.median or 0) >= LONG
        return is_slow or (self.before_older >= OFTEN and self.before_older * MOST_BEFORE > self.count)

    def favour(self, gained: Mapping[str, int]) -> Favour | None:
        """Returns for whose benefit drafts went before older ones; None where nobody had much more than their share.

        `gained`: what was due to each meanwhile, in any units.
        """
        of, whole = self.first.total(), sum(gained.values())
        if not whole or not of:
            return None
        who, count = max(
            self.first.items(), key=lambda one: (one[1] * whole - gained.get(one[0], 0) * of, one[0])
        )
        share = gained.get(who, 0) / whole
        is_much = count >= OFTEN and count > TIMES_THE_SHARE * share * of
        return Favour(who, count, of, share) if is_much else None
