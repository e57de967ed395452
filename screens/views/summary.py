"""A period's figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DiscretionView:
    """What was chosen by hand, against the rule or with it; the most frequent names first."""

    choices: int  # by rule and by hand
    by_hand: int
    against_the_rule: int
    by: tuple[tuple[str, int, int], ...]  # who chose: name, how often, of these against the rule
    benefit: tuple[tuple[str, int], ...]  # name, leads more (or fewer) than the rule would have given


@dataclass(frozen=True, slots=True)
class ManagerRow:
    name: str
    offered: int
    claimed: int
    declined: int
    lapsed: int
    won: int
    lost: int
    bad: int
    amount: int  # hundredths
    balance: float  # in leads, now
    due: float | None  # leads that he should have had; None: none could have been his
    claim_median: int | None  # seconds from the hand-over to his claim


@dataclass(frozen=True, slots=True)
class SummaryView:
    """A period's leads: those handed over in it. Conversion is won / (won + lost), None without either."""

    first: date
    last: date
    handed: int
    claimed: int
    won: int
    lost: int
    bad: int
    unclaimed: tuple[int, ...]  # numbers of the leads nobody has
    in_work: tuple[int, ...]  # numbers of those that somebody has, older ones too
    amount: int  # hundredths
    funnel: tuple[int, int, int]  # reached, met, invoiced: leads with such a mark
    claim_median: int | None  # seconds
    claim_p90: int | None
    conversion: float | None
    known: tuple[int, int, float | None]  # in, won, conversion
    unknown: tuple[int, int, float | None]
    managers: tuple[ManagerRow, ...]
    jain: float | None  # fairness of what was received for what was due, 1.0 is even; None: too few to tell
    max_deviation: float  # leads, the largest distance from a due share
    discretion: DiscretionView | None = None  # None: nothing was chosen by hand
