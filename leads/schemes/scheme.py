"""A scheme as the house knows it: whoever wants to know anything of one asks this object.

One file of this package is one scheme; its `SCHEME` is such an object, and its texts stand in `locales/`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leads.office import Role
from leads.schemes.base import Choice, Read, Situation
from leads.schemes.telling import Reason

LAST = 100


def _one_for_one(_: Situation) -> int | None:
    return None


@dataclass(frozen=True, slots=True)
class Scheme:
    """Says how a segment's leads are shared.

    `choose` answers None where the scheme has nothing to say; the segment's reserve is asked instead. It is given at
    least one candidate, or at least one head to ask, and is pure: `verify` asks it again.
    """

    name: str  # in an office file, in the ledger, in the keys of texts
    choose: Callable[[Situation], Choice | None]
    reasons: tuple[Reason, ...]  # all that `choose` may give
    reads: frozenset[Read] = frozenset()
    settings: tuple[
        str, ...
    ] = ()  # of a segment, that count under this scheme alone; `choose` may look at them
    to_all: bool = False  # it offers to everybody at once, and so is nobody's own to answer
    price: Callable[[Situation], int | None] = (
        _one_for_one  # of a lead, as of `leads.worth`; None: an ordinary one
    )
    asked_for: bool = False  # its leads wait for whoever asks, and are shown to nobody before
    place: int = LAST  # where it stands in lists: the plainest first, those that a person decides last

    @property
    def by_roster(self) -> bool:
        return Read.ROSTER in self.reads

    @property
    def by_draw(self) -> bool:
        return Read.DRAW in self.reads

    @property
    def asks_head(self) -> bool:
        return Read.HEADS in self.reads

    @property
    def takes_pick(self) -> bool:
        """Whether a secretary may say whom a lead is to go to."""
        return Read.PICK in self.reads

    @property
    def hand(self) -> Role | None:
        """Who chooses by hand; None where a rule does."""
        return Role.HEAD if self.asks_head else Role.SECRETARY if self.takes_pick else None

    @property
    def can_be_reserve(self) -> bool:
        """What decides when a hand stays silent needs neither a hand nor a draw, and nobody who asks."""
        return self.hand is None and not self.by_draw and not self.asked_for

    def reason(self, code: str) -> Reason | None:
        """Finds a reason; None for a code that this scheme never gives."""
        return next((reason for reason in self.reasons if reason.code == code), None)

    @property
    def texts(self) -> frozenset[str]:
        """The keys of all texts that are its own or that it explains itself with."""
        own = {f"scheme-{self.name}", f"scheme-about-{self.name}", f"scheme-suits-{self.name}"}
        if self.hand:
            own.add(self.queue_note)
        if self.asks_head:
            own.add(self.queue_reserve_note)
        return frozenset(own.union(*(reason.texts for reason in self.reasons)))

    @property
    def queue_note(self) -> str:
        """The key of what /queue says where a hand chooses."""
        return f"queue-{self.name}"

    @property
    def queue_reserve_note(self) -> str:
        """The same where a reserve stands behind the head."""
        return f"{self.queue_note}-reserve"
