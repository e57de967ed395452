"""Slots, teams and their hours, for the tests of roster proposals."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

from leads.duty.roster import Plan, Proposal, propose
from leads.duty.slots import Slot, Team

MONDAY = datetime(2026, 11, 30, tzinfo=UTC)
HOUR = 3600


def slot(start: int, end: int, places: int = 1) -> Slot:
    """In hours from Monday midnight."""
    return Slot(MONDAY + timedelta(hours=start), MONDAY + timedelta(hours=end), places)


def team(*people: str, away: dict[str, list[tuple[int, int]]] | None = None) -> Team:
    """With equal shares; `away` in hours from Monday midnight."""
    return shared(dict.fromkeys(people, Fraction(1, len(people))), away)


def shared(shares: dict[str, Fraction], away: dict[str, list[tuple[int, int]]] | None = None) -> Team:
    spans = {
        who: [(MONDAY + timedelta(hours=a), MONDAY + timedelta(hours=b)) for a, b in hours]
        for who, hours in (away or {}).items()
    }
    return Team(tuple(shares), shares, spans)


def hours(proposal: Proposal, who: str) -> int:
    return sum(s.seconds for s, people in proposal.items() if who in people) // HOUR


def equal(slots: list[Slot], of: Team) -> Proposal:
    return propose(Plan.EQUAL, slots, of, dict.fromkeys(slots, Fraction(0)))
