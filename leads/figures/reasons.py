"""Why leads were declined, lost or bad: how often each reason was told, by code; "" where nobody has told any."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from leads.lead import Lead, Offer, Outcome

UNTOLD = ""


@dataclass(slots=True)
class Reasons:
    """Counts answers of those who declined, and leads that were lost or are bad."""

    declined: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    bad: Counter[str] = field(default_factory=Counter)

    def add(self, lead: Lead, count: int = 1) -> None:
        """Adds so many leads that are like this one."""
        if lead.outcome is Outcome.LOST:
            self.lost[lead.lost_reason or UNTOLD] += count
        elif lead.outcome is Outcome.BAD:
            self.bad[lead.bad_reason or UNTOLD] += count

    def add_decline(self, offer: Offer, who: str, count: int = 1) -> None:
        """Adds that this person has declined so many offers that are like this one."""
        self.declined[offer.reasons.get(who, UNTOLD)] += count

    @property
    def by_kind(self) -> tuple[tuple[str, Counter[str]], ...]:
        """The three of them, named."""
        return ("declined", self.declined), ("lost", self.lost), ("bad", self.bad)

    def __bool__(self) -> bool:
        return bool(self.declined or self.lost or self.bad)
