"""Who is expected next; and a manager's own figures, and nobody else's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from leads.presence import Absence
from leads.proof.statement import Statement
from leads.rates import Record
from leads.schemes.base import Part
from leads.schemes.telling import Ranks, Reason
from screens.views.report import DiscretionView


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One who can be offered a lead now, or one who cannot."""

    name: str
    is_reader: bool
    absence: Absence | None = None
    balance: int = 0  # in hundredths of a lead
    idle_since: datetime | None = None
    ringing: bool = False  # an offer waits for their answer
    part: Part | None = None  # where shares do not go by weight


@dataclass(frozen=True, slots=True)
class Waiting:
    """Leads that wait to be asked for, of which the reader may have one now."""

    count: int
    first: int | None  # the row of the oldest
    limit: int | None = None  # where they may have none any more today: how many they have asked for


@dataclass(frozen=True, slots=True)
class Queue:
    """Who is expected next in one segment."""

    segment: str  # its name
    scheme: str
    reason: Reason | None  # of the next choice; by hand: of the rule; None: nobody is there
    reserve: str | None  # the scheme that decides if the head stays silent
    rows: tuple[QueueRow, ...]  # in the expected order, then those who are away
    coming: tuple[str, ...] = ()  # names, lead by lead, where somebody comes more than once
    waits: int | None = None  # leads that wait to be asked for; None: here nobody asks
    window: int = 0  # seconds in which all may tap, and not the first has it

    @property
    def ranks(self) -> Ranks | None:
        return self.reason.ranks if self.reason else None


@dataclass(frozen=True, slots=True)
class QueueView:
    now: datetime
    timezone: ZoneInfo
    segments: tuple[Queue, ...]
    by_hand: tuple[tuple[str, DiscretionView], ...] = ()  # segment name: where people choose, of late
    names: bool = True  # of the others; else the reader sees their own place and figures alone
    waiting: Waiting | None = None  # what the reader may ask for; None: they are in no such team


@dataclass(frozen=True, slots=True)
class Figures:
    """One manager's own, of some days."""

    offered: int
    claimed: int
    won: int


@dataclass(frozen=True, slots=True)
class Account:
    """A manager's place and balance in one segment."""

    queue: Queue
    statement: Statement | None  # None: the ledger does not hold, so there is nothing to state
    balance: int  # in hundredths of a lead


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many leads somebody has had, by all their segments together."""

    fewer: int  # in hundredths of a lead; negative: more
    than_others: bool  # else than they were due: where shares differ, there is no comparing with the others


class Numbered(NamedTuple):
    """A lead: its row, and its number."""

    id: int
    number: int


@dataclass(frozen=True, slots=True)
class MeView:
    name: str
    timezone: ZoneInfo  # the office's
    absence: Absence | None
    leave_from: datetime | None  # planned: it has not begun
    leave_until: datetime | None
    year: int  # the present one
    to_answer: tuple[Numbered, ...]  # the leads that wait for their answer
    unmarked: tuple[Numbered, ...]  # those that they have, and of which nothing is marked yet
    open_leads: int  # how many they have in all
    capacity: int | None
    today: Figures
    week: Figures  # since Monday
    record: Record  # what came of their leads, ever
    segments: int  # how many they are in
    free_left: int | None  # free declines that they have left; None: they have used none, or need none
    free_norm: int
    comparison: Comparison | None  # None: they are in no segment, or alone in theirs
    total: int  # what they are owed by all segments together, in hundredths of a lead
    accounts: tuple[Account, ...]  # empty unless they are asked for
    names: Mapping[str, str]  # by id, also of those who have left
