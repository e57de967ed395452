"""A roster in the making: who holds which slots, and the single steps that make it better (`leads.duty.roster`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

from leads.duty.slots import Slot, Team, due_seconds

Pick = Callable[[Slot, Sequence[str]], str]


class Draft:
    """Nobody holds two slots at the same time, or one in which they are away; each step keeps it so."""

    def __init__(self, slots: Sequence[Slot], team: Team, worths: Mapping[Slot, Fraction]) -> None:
        self.slots = slots
        self.held: dict[str, set[Slot]] = {who: set() for who in team.people}
        self._people = team.people
        self._worths = worths
        self._able = {who: {slot for slot in slots if team.is_there(who, slot)} for who in team.people}
        self._clash = {a: {b for b in slots if a.start < b.end and b.start < a.end} for a in slots}
        self._ahead = {who: -due for who, due in due_seconds(slots, team).items()}

    def fill(self, slot: Slot, pick: Pick) -> None:
        """This gives each place of the slot to one of those who are free for it, or can be made so."""
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
        """This is one step of evening out, from whoever is furthest ahead; False where none is left."""
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

    def _exchange(self, one: str, his: Slot, other: str, theirs: Slot) -> bool:
        """False, and nothing changes, if one of them is not free for the other's."""
        self._take(his, one)
        self._take(theirs, other)
        fits = self._is_free(one, theirs) and self._is_free(other, his)
        self._give(theirs if fits else his, one)
        self._give(his if fits else theirs, other)
        return fits

    def _freed(self, slot: Slot) -> list[str]:
        """Frees somebody for this slot: another takes the one that stands in their way."""
        for who in self._people:
            in_the_way = self.held[who] & self._clash[slot]
            if slot not in self._able[who] or slot in in_the_way or len(in_the_way) != 1:
                continue
            (blocking,) = in_the_way
            other = next((o for o in self._people if o != who and self._is_free(o, blocking)), None)
            if other:
                self._take(blocking, who)
                self._give(blocking, other)
                return [who]
        return []

    def _is_free(self, who: str, slot: Slot) -> bool:
        return slot in self._able[who] and not self.held[who] & self._clash[slot]

    def _give(self, slot: Slot, who: str) -> None:
        self.held[who].add(slot)
        self._ahead[who] += slot.seconds

    def _take(self, slot: Slot, who: str) -> None:
        self.held[who].remove(slot)
        self._ahead[who] -= slot.seconds
