"""A manager's own figures, and nobody else's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from leads.presence import Absence
from leads.proof.statement import Statement
from leads.rates import Record
from screens.views.queue import Queue


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
class MeView:
    name: str
    timezone: ZoneInfo  # the office's
    absence: Absence | None
    leave_from: datetime | None  # planned: it has not begun
    leave_until: datetime | None
    year: int  # the present one
    open_leads: tuple[int, ...]  # numbers
    capacity: int | None
    today: Figures
    week: Figures  # since Monday
    record: Record  # what came of his leads, ever
    accounts: tuple[Account, ...]
    names: Mapping[str, str]  # by id, also of those who have left
