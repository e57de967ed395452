"""Leads from before Fairlead, which a file tells of: what becomes of each, and what the ledger says of it.

Nobody was chosen for them, so they cost no turn and move no balance. They are over: nothing is waited for, nobody is
reminded, and they are no load. What came of one may be unknown still.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from leads.entries.hands import Imported
from leads.lead import Lead, Outcome, State
from leads.words import code_of


@dataclass(frozen=True, slots=True)
class Past:
    """A lead of the past. Times are aware. `amount` is in hundredths. Nothing of the client is in here."""

    at: datetime  # when it came
    segment: str
    source: str | None = None
    known: bool = False  # somebody had taken a lead of this client by then
    who: str | None = None  # who had it
    claimed_at: datetime | None = None
    outcome: Outcome | None = None
    closed_at: datetime | None = None
    amount: int | None = None

    @property
    def taken_at(self) -> datetime | None:
        """From when on the client was theirs:
        from the beginning where nobody has written down when they took it.
        """
        return (self.claimed_at or self.at) if self.who else None

    @property
    def counts(self) -> bool:
        """Whether it is one that its holder has won or lost."""
        return self.who is not None and self.outcome in {Outcome.WON, Outcome.LOST}


def disorder(past: Past, now: datetime) -> tuple[str, str] | None:
    """Tells what cannot be in it, and why: the name of its field first."""
    if late := next((name for name, at in _times(past).items() if at > now), None):
        return late, "is in the future"
    if past.claimed_at and not past.who:
        return "claimed_at", "has a time, but manager is empty: who took it?"
    if past.claimed_at and past.claimed_at < past.at:
        return "claimed_at", "is before at"
    if past.closed_at and past.closed_at < (past.claimed_at or past.at):
        return "closed_at", f"is before {'claimed_at' if past.claimed_at else 'at'}"
    if past.amount is not None and past.outcome is not Outcome.WON:
        return "amount", "is only for what was won"
    return None


def closing(past: Past) -> datetime | None:
    """Tells when it was over; at the last time that is known of it where nobody has written that down."""
    return past.closed_at or ((past.claimed_at or past.at) if past.outcome else None)


def lead_of(past: Past, number: int | None = None) -> Lead:
    lead = Lead(
        id=0,
        segment=past.segment,
        number=number,
        state=State.CLOSED,
        known=past.known,
        source=past.source,
        ack_timeout=timedelta(0),
        step_timeout=timedelta(0),
        handed_at=past.at,
        holder=past.who,
        held_at=past.claimed_at,
        taken_by=past.who,
        closed_at=past.closed_at,
        outcome=past.outcome,
        amount=past.amount,
    )
    if past.claimed_at:
        lead.taken_after = round((past.claimed_at - past.at).total_seconds())
    return lead


def said_of(past: Past) -> Imported:
    """Returns what the ledger says of it; `past_of` reads it again."""
    return Imported(
        segment=past.segment,
        source=code_of(past.source),
        known=past.known,
        who=past.who,
        at=past.at,
        claimed_at=past.claimed_at,
        closed_at=past.closed_at,
        outcome=past.outcome,
        amount=past.amount,
    )


def past_of(said: Imported) -> Past:
    return Past(
        at=said.at,
        segment=said.segment,
        source=said.source,
        known=said.known,
        who=said.who,
        claimed_at=said.claimed_at,
        outcome=said.outcome,
        closed_at=said.closed_at,
        amount=said.amount,
    )


def _times(past: Past) -> dict[str, datetime]:
    times = {"at": past.at, "claimed_at": past.claimed_at, "closed_at": past.closed_at}
    return {name: at for name, at in times.items() if at}
