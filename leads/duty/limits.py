"""How much duty one person is given: rest between two shifts, hours in a week.

Duties with less than the rest between them are one shift: both halves of a day, or two windows with lunch between. Such
a shift lasts for a day less the rest at most, so that the rest fits into any twenty-four hours (as Directive 2003/88/EC
has it, article 3); one window that is longer by itself is a shift of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

Span = tuple[datetime, datetime]

A_DAY: Final = timedelta(hours=24)


class Excess(StrEnum):
    """Says what somebody has too much or too little of."""

    REST = "rest"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Limits:
    rest: timedelta = timedelta(0)
    week: timedelta | None = None  # None: no limit

    def allow(self, held: Iterable[Span], beside: Iterable[Span] = ()) -> bool:
        """Tells whether one person may have these duties of one week; `beside`: theirs in the weeks around it."""
        own = list(held)
        return not self.exceeded(own, beside)

    def exceeded(self, held: Sequence[Span], beside: Iterable[Span] = ()) -> tuple[Excess, ...]:
        """Returns what these duties go beyond."""
        found = []
        if self._is_long(held, beside):
            found.append(Excess.REST)
        if self.week is not None and sum((end - start for start, end in held), timedelta(0)) > self.week:
            found.append(Excess.WEEK)
        return tuple(found)

    def _is_long(self, held: Sequence[Span], beside: Iterable[Span]) -> bool:
        """Whether a shift of several duties is too long, one of which is of this week."""
        own, chain = set(held), list[Span]()
        for span in [*sorted({*held, *beside}), None]:
            if span and chain and span[0] - max(end for _, end in chain) < self.rest:
                chain.append(span)
                continue
            if len(chain) > 1 and own.intersection(chain) and self._lasts(chain) > A_DAY - self.rest:
                return True
            chain = [span] if span else []
        return False

    @staticmethod
    def _lasts(chain: Sequence[Span]) -> timedelta:
        return max(end for _, end in chain) - chain[0][0]


NO_LIMITS: Final = Limits()


def exceeded(
    limits: Limits, held: Mapping[str, Sequence[Span]], beside: Mapping[str, Sequence[Span]]
) -> dict[str, tuple[Excess, ...]]:
    """Returns those whose duties go beyond the limits, and in what."""
    found = {who: limits.exceeded(spans, beside.get(who, ())) for who, spans in held.items()}
    return {who: what for who, what in found.items() if what}
