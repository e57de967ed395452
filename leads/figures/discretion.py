"""Discretion: how often managers were chosen by hand, how often against the rule, by whom and for whose benefit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from leads.lead import Offer, Step

CHOICES = frozenset({Step.OFFER, Step.OWNER, Step.ASSIGN})
"""The steps at which somebody is chosen to have the lead: by a rule or by hand. A ladder chooses nobody."""


@dataclass(slots=True)
class Discretion:
    """Counts a secretary's picks and a head's assignments, each measured by whom the rule would have chosen then.

    Who is picked against the rule is favoured by one, whose turn it would have been is passed over by one.
    """

    choices: int = 0  # by rule and by hand
    by_hand: int = 0
    against_the_rule: int = (
        0  # of those by hand; where the rule would have chosen nobody there is nothing against it
    )
    by: Counter[str] = field(default_factory=Counter)  # who chose by hand, how often
    by_against: Counter[str] = field(default_factory=Counter)  # of these, against the rule
    favoured: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)

    def add(self, offer: Offer, count: int = 1) -> None:
        """Adds so many offers that are like this one."""
        self.choices += count * (offer.step in CHOICES)
        if offer.by is None:
            return
        chosen = offer.people[0]
        self.by_hand += count
        self.by[offer.by] += count
        if offer.fair and offer.fair != chosen:
            self.against_the_rule += count
            self.by_against[offer.by] += count
            self.favoured[chosen] += count
            self.passed_over[offer.fair] += count

    @property
    def benefit(self) -> dict[str, int]:
        """Counted in leads, for everybody whom a hand has brought more or fewer than the rule would have."""
        net = Counter(self.favoured)
        net.subtract(self.passed_over)
        return {who: leads for who, leads in net.items() if leads}
