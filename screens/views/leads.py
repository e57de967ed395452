"""The leads that are not closed, in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from leads.lead import State


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One line of the head's list."""

    lead_id: int
    number: int
    state: State
    segment: str
    who: tuple[str, ...]  # the holder, or to whom it is offered
    since: datetime
    deadline: datetime | None


@dataclass(frozen=True, slots=True)
class LeadsView:
    now: datetime
    timezone: ZoneInfo
    rows: tuple[LeadRow, ...]
    more: int = 0  # how many did not fit
