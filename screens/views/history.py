"""What happened around a lead, and what else its client came with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from leads.lead import Outcome, State
from screens.views.lead import TouchView


@dataclass(frozen=True, slots=True)
class EarlierLead:
    """Another lead of the same client."""

    number: int
    at: datetime | None  # of the hand-over
    who: str | None  # the name of whoever has it, or had it
    state: State
    outcome: Outcome | None
    amount: int | None  # in hundredths


@dataclass(frozen=True, slots=True)
class HistoryView:
    """`touches`: the message that made the lead among them; oldest first. `leads`: the newest first."""

    touches: tuple[TouchView, ...]
    leads: tuple[EarlierLead, ...]
    page: int  # from 1 on, as somebody has asked for it: there may be fewer
