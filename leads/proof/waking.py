"""What wakes an open lead: a deadline that is there, and no further away than any that is ever set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from leads.binding import DELIVERY_GRACE, RUNNING, may_be_cut, timeout
from leads.lead import Due, Lead, State
from leads.proof.told import Told
from leads.routing import RETRY

LONGEST: Final = timedelta(days=62)  # holidays, leave, a client's own manager: nothing is waited for longer
ROUNDING: Final = timedelta(seconds=2)
MUST_WAKE: Final = frozenset({State.WAITING, State.OFFERED})


def asleep(told: Told | None, lead: Lead, now: datetime, reminders: tuple[timedelta, ...]) -> Iterator[str]:
    """`told`: the same lead by the ledger; `now`: aware; `reminders`: of the office, after which they come."""
    if lead.state is State.CLOSED or lead.state is State.DRAFT:
        return
    if lead.deadline is None or not lead.deadline.at:  # as it lies in the database, which may be half of one
        if lead.state in MUST_WAKE:
            yield f"lead {lead.number}: it is {lead.state}, and nothing will ever wake it"
        return
    latest = _latest(told, lead, now, max((LONGEST, *reminders)))
    if lead.deadline.at > latest + ROUNDING:
        at = lead.deadline.at.isoformat()
        yield f"lead {lead.number}: it sleeps until {at}, but {latest.isoformat()} is the latest that can be"


def _latest(told: Told | None, lead: Lead, now: datetime, longest: timedelta) -> datetime:
    """An offer to managers ends when it said, or sooner; the time of a head stands still while the office is closed."""
    kind = lead.deadline.kind if lead.deadline else None
    if told and told.live and kind in RUNNING and may_be_cut(told.lead, told.live):
        since = max(told.live.at, told.put_back_at or told.live.at)
        return since + timeout(lead, told.live) + DELIVERY_GRACE
    return now + (RETRY if kind is Due.RETRY else longest)
