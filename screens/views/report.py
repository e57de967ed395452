"""A period's figures, as the report's card shows them; and what the screen about other schemes is drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from typing import Final, NamedTuple

from leads.figures.asking import Asking
from leads.figures.habits import Compared
from leads.figures.part import Part
from leads.figures.periods import Period, Span
from leads.figures.reasons import Reasons


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
    due: float | None  # leads that they should have had; None: none could have been theirs
    claim_median: int | None  # seconds from the hand-over to their claim
    own: int = 0  # leads that they brought in themselves
    contact_median: int | None = None  # seconds from a claim to their first call
    asking: Asking | None = None  # None: in no team whose leads are asked for


@dataclass(frozen=True, slots=True)
class MomentsRow:
    """How somebody hands leads over: when, and in what order."""

    name: str
    count: int
    wait: int  # seconds that a draft of theirs lies, the middle one
    before_older: int  # of them handed over before older drafts
    favour: tuple[str, int, int, float] | None  # for whose benefit: name, leads, of how many, their share


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
    drafts: int  # written down, and not handed over
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
    furthest: tuple[str, float] | None  # who has had the least of what was due: name, leads that they lack
    discretion: DiscretionView | None = None  # None: nothing was chosen by hand
    contact_median: int | None = None  # seconds from a claim to the first call
    swapped: tuple[
        tuple[str, int], ...
    ] = ()  # who has come by richer or poorer hours by swaps: name, tenths of a lead
    moments: tuple[MomentsRow, ...] = ()  # of whoever takes the calls: only where there is something to ask


NOBODY_ASKS: Final = Asking()


@dataclass(frozen=True, slots=True)
class HabitsOf:
    """One manager's. `mix`: what their leads let one expect of what average ones would, in per cent; None: unknown."""

    name: str
    mix: int | None
    compared: tuple[Compared, ...]  # whatever they have done at all
    asking: Asking | None = None  # None: in no team whose leads are asked for
    others_ask: Asking = NOBODY_ASKS  # all others in such teams


@dataclass(frozen=True, slots=True)
class HandOversOf:
    """How somebody hands drafts over, beside all others who do; only where there is something to ask."""

    name: str
    wait: int  # seconds that a draft of theirs lies, the middle one
    before: tuple[int, int]  # handed over before older drafts, of how many
    others_wait: int | None  # None: nobody else takes calls
    others_before: tuple[int, int]
    favour: tuple[str, int, int, float] | None  # as of `MomentsRow`


@dataclass(frozen=True, slots=True)
class HabitsView:
    """What everybody did with the leads of four weeks."""

    period: Period
    people: tuple[HabitsOf, ...]
    hand_overs: tuple[HandOversOf, ...] = ()  # of whoever takes the calls


class Pane(StrEnum):
    """Which list is open instead of the summary."""

    SUMMARY = "all"
    DETAILS = "details"  # the summary whole
    PEOPLE = "people"
    PARTS = "parts"  # segments and sources
    REASONS = "why"  # why leads were declined, lost or bad
    CLOCK = "clock"  # hours and weekdays
    HABITS = "habits"  # who does what more often than the others; the head's, behind the details


@dataclass(frozen=True, slots=True)
class ReportView:
    """Parts by their names; a source that is not known has an empty one. Hours from 0, weekdays from 0 for Monday."""

    period: Period
    span: Span
    today: date
    summary: SummaryView
    segments: tuple[tuple[str, Part], ...] = ()
    sources: tuple[tuple[str, Part], ...] = ()
    reasons: Reasons = field(default_factory=Reasons)
    reasons_of: tuple[tuple[str, Reasons], ...] = ()  # each manager who has any, by name
    hours: tuple[tuple[int, Part], ...] = ()
    weekdays: tuple[tuple[int, Part], ...] = ()
    sees_habits: bool = False
    habits: HabitsView | None = None  # None: not asked for, or not theirs to see


class Against(IntEnum):
    """How the expected sales of a scheme compare with those of the present rules."""

    FEWER = -1
    NOBODY_KNOWS = 0  # the difference may be none
    MORE = 1


@dataclass(frozen=True, slots=True)
class WhatIfRow:
    """One scheme; `scheme` is `office` for the office's own rules where its segments have several."""

    scheme: str
    jain: float | None  # None: nothing was due to anybody
    sales: tuple[float, float, float] | None  # expected, low, high; None: nothing is closed yet
    is_current: bool = False
    against: Against = Against.NOBODY_KNOWS


class Change(NamedTuple):
    """Whose share would have changed the most under this scheme."""

    name: str
    fact: int  # leads they had
    scheme: str
    then: int  # and would have had


@dataclass(frozen=True, slots=True)
class WhatIfView:
    """`won`: sales of the period's leads in fact, so far."""

    first: date
    last: date
    leads: int
    won: int
    rows: tuple[WhatIfRow, ...]
    changes: tuple[Change, ...]
    left_out: tuple[str, ...] = ()  # schemes: by hand, or without a roster
    is_cut: bool = False  # there were more leads, of which these are the newest
    counted_until: date | None = None  # rates are of leads no younger; None: losing one takes less than a day
    losing_takes: int = 0  # days, of nine lost leads in ten
