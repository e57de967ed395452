"""What came of a segment's leads, as far as it decides who is due more of them: closings by week, and what is open.

A closing counts in the week in which the lead was closed, and less from week to week (`fading`); a lead that is open
for too long counts as lost until it is closed. Neither counts of a client of their holder's own: who comes back to
somebody buys more readily, whoever it is. Weeks are those of UTC, from Monday 0001-01-01 on: whoever has the ledger
alone folds the same, in whatever time zone the office is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from leads.lead import Lead, Outcome
from leads.rates import MILLION, NO_RECORD, Record
from leads.words import code_of
from leads.worth import Sold

A_WEEK: Final = timedelta(weeks=1)
LEAST: Final = MILLION // 1000
"""What has faded to less is left out: nothing grows with the history."""
MOST_HALVINGS: Final = (MILLION // LEAST).bit_length()
NEVER: Final = timedelta(0)
"""The half-life of what never fades."""


class Sort(NamedTuple):
    """Whose leads, and what was known of them beforehand."""

    who: str
    source: str | None  # as the ledger calls it; None: nobody knows
    known: bool  # the client had been here before

    @property
    def kind(self) -> tuple[str, bool]:
        """The same whoever has it."""
        return self.source or "", self.known


Kind = tuple[str | None, bool]
"""A lead's source, as the ledger calls it, and whether its client was known."""
A_YEAR: Final = 52
"""So many weeks."""


class Closing(NamedTuple):
    sort: Sort
    week: int


class Came(NamedTuple):
    """What came of leads of one sort, in millionths of a lead; `stale`: how many of the lost are open for too long."""

    won: int = 0
    lost: int = 0
    stale: int = 0


def week_of(at: datetime) -> int:
    """Returns the number of the week in which `at` lies, by UTC."""
    return (at.astimezone(UTC).toordinal() - 1) // 7


def fading(weeks: int, half_life: timedelta) -> int:
    """Tells what a closing counts after so many weeks, in millionths, rounded down.

    It halves with each half-life, and goes down in a straight line between.
    """
    if half_life == NEVER:
        return MILLION
    life = round(half_life.total_seconds())
    halvings, rest = divmod(max(weeks, 0) * round(A_WEEK.total_seconds()), life)
    if halvings > MOST_HALVINGS:
        return 0
    found = MILLION * (2 * life - rest) // (2 * life << halvings)
    return found if found >= LEAST else 0


def oldest_week(now: datetime, half_life: timedelta) -> int:
    """Returns a week before which no closing counts any more."""
    if half_life == NEVER:
        return 0
    return max(week_of(now) - MOST_HALVINGS * half_life // A_WEEK - 1, 0)


def counts(lead: Lead) -> bool:
    """Tells whether the lead says anything of how its holder sells: it came to them as it might have to another."""
    return lead.holder is not None and not lead.own and lead.owner != lead.holder


def sort_of(lead: Lead) -> Sort:
    return Sort(lead.holder or "", code_of(lead.source), lead.known)


def closed_in(lead: Lead) -> int:
    """Returns the week in which it was closed: by the last time known of it, where nobody has written that down."""
    at = lead.closed_at or lead.held_at or lead.handed_at
    return week_of(at) if at else 0


@dataclass(slots=True)
class Track:
    """Holds what came of one segment's leads.

    `closings` and `open` are all of them; or, where `summed` is given, those of one lead alone: all else was stored,
    and has been summed up for one week and one half-life, and can be asked for no others.
    """

    closings: dict[Closing, Record] = field(default_factory=dict)
    open: dict[int, tuple[datetime, Sort]] = field(default_factory=dict)  # by number of the lead: since when
    summed: Summed | None = None
    stored: Mapping[Kind, tuple[int, int]] = field(
        default_factory=dict
    )  # beside `closings`, of the year before
    _sums: dict[Sort, list[int]] = field(default_factory=dict, compare=False)
    _as_of: tuple[int, timedelta] | None = field(default=None, compare=False)

    def take(self, lead: Lead) -> None:
        """Notes that its holder has the lead open from now on."""
        if lead.number and lead.held_at and counts(lead):
            self.open[lead.number] = lead.held_at, sort_of(lead)

    def let_go(self, lead: Lead) -> None:
        self.open.pop(lead.number or 0, None)

    def count(self, lead: Lead, times: int = 1) -> None:
        """Adds what a closed lead has come to; -1 times takes it back."""
        if lead.outcome not in {Outcome.WON, Outcome.LOST} or not counts(lead):
            return
        is_won, closing = lead.outcome is Outcome.WON, Closing(sort_of(lead), closed_in(lead))
        self.closings[closing] = self.closings.get(closing, NO_RECORD).and_one(is_won, times)
        if self._as_of:
            self._add(closing, Record().and_one(is_won, times))

    def came(self, now: datetime, half_life: timedelta, stale_after: timedelta) -> dict[Sort, Came]:
        """Tells what came of everybody's leads as it counts now. `stale_after`: no time at all: never stale."""
        self._look(now, half_life)
        found = {sort: Came(won, lost) for sort, (won, lost) in self._sums.items() if won or lost}
        for sort, many in self._stale(now, stale_after).items():
            if not many:
                continue
            won, lost, _ = found.get(sort, Came())
            found[sort] = Came(won, lost + many * MILLION, many)
        return found

    def sold(self, lead: Lead, now: datetime) -> Sold:
        """Tells what came of leads of this lead's kind, and of all, in the year before this week; nothing fades."""
        kind, this_week = (code_of(lead.source), lead.known), week_of(now)
        sums = {of: list(counts) for of, counts in self.stored.items()}
        for closing, record in self.closings.items():
            if this_week - A_YEAR <= closing.week < this_week:
                sum_ = sums.setdefault(closing.sort[1:], [0, 0])
                sum_[0], sum_[1] = sum_[0] + record.won, sum_[1] + record.lost
        won, lost = sums.get(kind, (0, 0))
        return Sold(won, lost, sum(one[0] for one in sums.values()), sum(one[1] for one in sums.values()))

    def _look(self, now: datetime, half_life: timedelta) -> None:
        as_of = week_of(now), half_life
        if self._as_of == as_of:
            return
        self._as_of, self._sums = as_of, {}
        if self.summed:
            assert (week_of(self.summed.now), self.summed.half_life) == as_of, "summed up for another week"
            self._sums = {sort: [won, lost] for sort, (won, lost) in self.summed.closed.items()}
        for closing, record in self.closings.items():
            self._add(closing, record)

    def _add(self, closing: Closing, record: Record) -> None:
        assert self._as_of
        week, half_life = self._as_of
        weight = fading(week - closing.week, half_life)
        if weight:
            sums = self._sums.setdefault(closing.sort, [0, 0])
            sums[0] += weight * record.won
            sums[1] += weight * record.lost

    def _stale(self, now: datetime, stale_after: timedelta) -> dict[Sort, int]:
        if not stale_after:
            return {}
        found = dict(self.summed.stale) if self.summed else {}
        for since, sort in self.open.values():
            if since + stale_after <= now:
                found[sort] = found.get(sort, 0) + 1
        return found


@dataclass(frozen=True, slots=True)
class Summed:
    """What was stored of a segment, summed up for `now`: won and lost in millionths, and how many are stale."""

    now: datetime
    half_life: timedelta
    closed: Mapping[Sort, tuple[int, int]]
    stale: Mapping[Sort, int]  # but for those that the track has open itself
