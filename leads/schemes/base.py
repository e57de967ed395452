"""What every scheme is given and what it answers: the same situation, the same choice, as `verify` relies on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final, NamedTuple

from leads.rates import Record, Weighed
from leads.turns import Standing
from leads.worth import NOTHING_SOLD, Sold


class Read(StrEnum):
    """What a scheme looks at beside weights, balances and places in the line; only this is gathered for it."""

    ROSTER = "roster"  # shifts: nobody off duty is a candidate
    IDLE = "idle"  # since when everybody waits; nobody in their wrap-up is a candidate
    RECORDS = "records"  # won and lost
    DRAW = "draw"
    PICK = "pick"  # the secretary's
    HEADS = "heads"
    WORTH = "worth"  # what came of leads of this kind, and of all
    SETTINGS = "settings"  # the segment's, those that the scheme names (`Scheme.settings`)


OF_RECORDS: Final = ("floor", "min_sample", "ceiling", "half_life", "stale_after")
"""The settings by which shares follow from what came of leads; the last is the office's."""


class Candidate(NamedTuple):
    """A candidate is a member who can take the lead now."""

    id: str
    weight: int  # in thousandths
    standing: Standing
    idle_since: datetime | None = None  # None: since ever
    ringing: int = 0  # offers to them alone that wait for their answer
    arrival: int = 0  # the order of checking in
    elsewhere: int = (
        0  # their balances in all other segments, added up, in units; 0 where that decides nothing
    )


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that a scheme may look at. Candidates come in the segment's order.

    conversion: `weighed` is what came of the segment's leads, as it counts. Before records faded, `records` were all
    there ever were; only old entries of a ledger hold these.
    """

    candidates: tuple[Candidate, ...]
    records: Mapping[str, Record] = field(default_factory=dict)
    weighed: Mapping[str, Weighed] = field(default_factory=dict)
    sold: Sold = NOTHING_SOLD  # worth: what came of leads of this kind, and of all, before this week
    settings: Mapping[str, Any] = field(default_factory=dict)  # by name, as the segment has them
    drawn: tuple[str, ...] = ()  # lottery: the order that counts today
    picked: str | None = None  # secretary: whom they picked
    heads: tuple[str, ...] = ()  # manual: who chooses, if they have not been asked yet


@dataclass(frozen=True, slots=True)
class Choice:
    """Says who is offered the lead, and the reason in the ledger's words: a code and the figures that decided."""

    offered: tuple[str, ...]
    reason: str
    figures: Mapping[str, int] = field(default_factory=dict)
    shares: Mapping[str, int] | None = (
        None  # weights by which this turn is shared out; None: the candidates' own
    )
    fair: str | None = None  # chosen by hand: whom the rule would have chosen
    to_choose: bool = False  # the offered are asked to choose a manager; this uses up no offer of the ladder


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's share where it does not go by weight, and what it follows from: for people to read."""

    share: Fraction
    rate: Fraction  # shrunk towards the team's
    record: Record | Weighed
    is_average: bool  # too few closed leads: they count as average
    is_lifted: bool  # to the guaranteed floor
    is_held: bool = False  # at the ceiling
    fades: bool = False  # the record, with time
    stale_after: timedelta = timedelta(0)  # so long the stale leads of the record are open, at least
