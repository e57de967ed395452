"""Roster proposals: who is on duty when in one whole week of a segment.

The algorithm, in words.

1. What is due. The hours of a slot are due to those who can take it: all members who are not away then, each by
   their share. Who is away is due nothing, so nobody makes up for a leave. `equal` gives all the same share,
   `by_conversion` a larger one to those who convert (`leads.rates.shares`, with its floor).
2. The first draft. `equal`: the longest slots first, each to whoever is furthest behind their due hours.
   `by_conversion`: the slots that bring most leads an hour first, each to the best converter whose due hours it
   does not exceed; where it exceeds everybody's, to whoever is furthest behind. If nobody is free for a slot,
   one who could take it hands the slot that stands in their way to somebody who is free for that.
3. Evening out. As long as one is ahead of another by more than a slot that the other could take, they hand it
   over, the least worth first.
4. Prime hours (`by_conversion`). As long as two slots are equally long and the worse converter has the better
   one, the two exchange, if each can take the other's. Then 3 again, until nothing changes.

The bound. For any two people, the one is ahead of the other (each counted from their due hours) by no more than
the length of the shortest slot that they could hand over to the other. So where all are present, and all slots
are equally long and apart in time, the hours of `equal` differ by one slot at most. What is left goes round: the
order that decides between equals turns by one each week, so over as many weeks as there are people everybody
has the same hours to the minute, if nothing else changes.

Nobody is given a slot that leaves them less than the rest between two shifts, or more than the hours of a week
(`leads.duty.limits`): rather it stays empty, and the head sees that.

3 and 4 end: 3 makes the sum of the squared distances from what is due smaller, 4 keeps it and moves worth
towards the better converters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, product
from zoneinfo import ZoneInfo

from leads.duty.slots import Slot, Team, due_seconds
from leads.office import Origin, Shift, ShiftKind
from leads.wall_clock import wall

Pick = Callable[[Slot, Sequence[str]], str]


class Plan(StrEnum):
    EQUAL = "equal"
    BY_CONVERSION = "by_conversion"


Proposal = Mapping[Slot, tuple[str, ...]]
"""Who is on duty in each slot, in the order of precedence; fewer than its places where nobody else could be."""


def propose(plan: Plan, slots: Sequence[Slot], team: Team, worths: Mapping[Slot, Fraction]) -> Proposal:
    """Proposes a roster for these slots; the same in, the same out. The algorithm and its bound stand above.

    `worths`: leads an hour of each slot brings (`leads.duty.slots.worth`).
    """
    draft = Draft(sorted(slots), team, worths)
    if plan is Plan.EQUAL:
        for slot in sorted(slots, key=lambda s: (-s.seconds, s)):
            draft.fill(slot, draft.furthest_behind)
    else:
        for slot in sorted(slots, key=lambda s: (-worths[s], s)):
            draft.fill(slot, draft.first_within_due)
    while draft.hand_one_over() or (plan is Plan.BY_CONVERSION and draft.exchange_one()):
        pass
    return {slot: tuple(who for who in team.people if slot in draft.held[who]) for slot in draft.slots}


def in_turn(members: Sequence[str], monday: date) -> tuple[str, ...]:
    """Returns the members, beginning with another one each week."""
    first = monday.toordinal() // 7 % len(members) if members else 0
    return (*members[first:], *members[:first])


def as_shifts(segment: str, proposal: Proposal, tz: ZoneInfo) -> tuple[Shift, ...]:
    """Returns the dated shifts that replace the plan of the week."""
    return tuple(
        Shift(
            segment,
            who,
            start=wall(slot.start, tz),
            end=wall(slot.end, tz),
            kind=ShiftKind.REPLACE,
            origin=Origin.ROSTER,
        )
        for slot, people in proposal.items()
        for who in people
    )


class Draft:
    """Nobody holds two slots at the same time, or one in which they are away; each step keeps it so."""

    def __init__(self, slots: Sequence[Slot], team: Team, worths: Mapping[Slot, Fraction]) -> None:
        self.slots = slots
        self.held: dict[str, set[Slot]] = {who: set() for who in team.people}
        self._people = team.people
        self._limits, self._beside = team.limits, team.beside
        self._worths = worths
        self._able = {who: {slot for slot in slots if team.is_there(who, slot)} for who in team.people}
        self._clash = {a: {b for b in slots if a.start < b.end and b.start < a.end} for a in slots}
        self._ahead = {who: -due for who, due in due_seconds(slots, team).items()}

    def fill(self, slot: Slot, pick: Pick) -> None:
        """Gives each place of the slot to one of those who are free for it, or can be made so."""
        for _ in range(slot.places):
            free = [who for who in self._people if self._is_free(who, slot)] or self._freed(slot)
            if not free:
                return
            self._give(slot, pick(slot, free))

    def furthest_behind(self, _: Slot, free: Sequence[str]) -> str:
        return min(free, key=self._ahead.__getitem__)

    def first_within_due(self, slot: Slot, free: Sequence[str]) -> str:
        within = (who for who in free if self._ahead[who] + slot.seconds <= 0)
        return next(within, None) or self.furthest_behind(slot, free)

    def hand_one_over(self) -> bool:
        """Returns one step of evening out, from whoever is furthest ahead; False where none is left."""
        for giver in sorted(self._people, key=lambda who: -self._ahead[who]):
            for taker in sorted(self._people, key=self._ahead.__getitem__):
                gap = self._ahead[giver] - self._ahead[taker]
                fit = [s for s in self.held[giver] if s.seconds < gap and self._is_free(taker, s)]
                if fit:
                    slot = min(fit, key=lambda s: (self._worths[s], s))
                    self._take(slot, giver)
                    self._give(slot, taker)
                    return True
        return False

    def exchange_one(self) -> bool:
        """The better converter gets the better of two equally long slots; False where all have theirs."""
        for better, worse in combinations(self._people, 2):
            best = sorted(self.held[worse], key=lambda s: (-self._worths[s], s))
            least = sorted(self.held[better], key=lambda s: (self._worths[s], s))
            for theirs, own in product(best, least):
                gains = own.seconds == theirs.seconds and self._worths[own] < self._worths[theirs]
                if gains and self._exchange(better, own, worse, theirs):
                    return True
        return False

    def _exchange(self, one: str, own: Slot, other: str, theirs: Slot) -> bool:
        """False, and nothing changes, if one of them is not free for the other's."""
        self._take(own, one)
        self._take(theirs, other)
        fits = self._is_free(one, theirs) and self._is_free(other, own)
        self._give(theirs if fits else own, one)
        self._give(own if fits else theirs, other)
        return fits

    def _freed(self, slot: Slot) -> list[str]:
        """Frees somebody for this slot: another takes the one that stands in their way."""
        for who in self._people:
            if slot not in self._able[who] or slot in self.held[who]:
                continue
            for blocking in sorted(self.held[who]):
                self._take(blocking, who)
                others = (o for o in self._people if o != who and self._is_free(o, blocking))
                other = next(others, None) if self._is_free(who, slot) else None
                self._give(blocking, other or who)
                if other:
                    return [who]
        return []

    def _is_free(self, who: str, slot: Slot) -> bool:
        held = self.held[who]
        if slot not in self._able[who] or held & self._clash[slot]:
            return False
        return self._limits.allow([(s.start, s.end) for s in (*held, slot)], self._beside.get(who, ()))

    def _give(self, slot: Slot, who: str) -> None:
        self.held[who].add(slot)
        self._ahead[who] += slot.seconds

    def _take(self, slot: Slot, who: str) -> None:
        self.held[who].remove(slot)
        self._ahead[who] -= slot.seconds
