"""The hours of a roster that are due to each: by share, among those who are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from leads.duty.slots import Slot

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Team:
    """Who is planned. `people` are in the order of precedence: who gets a slot if nothing else decides.

    For `by_conversion` that is the best converter first. `away`: spans in which somebody cannot be on duty.
    """

    people: tuple[str, ...]
    shares: Mapping[str, Fraction]
    away: Mapping[str, Sequence[Span]] = field(default_factory=dict)

    def is_there(self, who: str, slot: Slot) -> bool:
        return all(end <= slot.start or slot.end <= start for start, end in self.away.get(who, ()))


def due_seconds(slots: Sequence[Slot], team: Team) -> dict[str, Fraction]:
    """What each is due of the time for which somebody is needed; nothing while he is away."""
    due = dict.fromkeys(team.people, Fraction(0))
    for slot in slots:
        able = {who: team.shares[who] for who in team.people if team.is_there(who, slot)}
        for who, seconds in _due_of(slot, able).items():
            due[who] += seconds
    return due


def _due_of(slot: Slot, able: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """One slot by shares; nobody is due more than the whole of it, and what is over goes to the others."""
    whole: dict[str, Fraction] = {}
    while rest := {who: share for who, share in able.items() if who not in whole}:
        left = Fraction(slot.seconds) * (slot.places - len(whole))
        total = sum(rest.values())
        parts = {who: left * share / total if total else left / len(rest) for who, share in rest.items()}
        over = [who for who, part in parts.items() if part >= slot.seconds]
        if not over:
            return whole | parts
        whole |= dict.fromkeys(over, Fraction(slot.seconds))
    return whole
