"""What every scheme is given and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from leads.turns import Standing


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member who can take the lead now."""

    id: str
    weight: int  # in thousandths
    standing: Standing


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is offered the lead, and the reason in the ledger's words: a code and the figures that decided."""

    offered: tuple[str, ...]
    reason: str
    figures: Mapping[str, int] = field(default_factory=dict)


Scheme = Callable[[Sequence[Candidate]], Choice]
"""Chooses among one or more candidates, given in the segment's order. Pure: the same in, the same out."""
