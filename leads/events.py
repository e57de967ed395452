"""What the outside hears of a lead: the one table of which entries of the ledger are an event, and of what sort.

Whoever listens learns of people by their ids and of the client nothing. What is decided on the way, a wait, a reason, a
note, is no event: only what changes in whose hands the lead is, how far it is, and what has come of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from leads.entries.asking import (
    Claimed,
    ClaimedLate,
    ClockPutBack,
    Corrected,
    CutShort,
    Declined,
    Explained,
    GivenBack,
    Handed,
    Lapsed,
    Offered,
    Paused,
    Repeated,
    Resegmented,
    SegmentJudged,
    Touched,
    Undelivered,
    Waiting,
    Wanted,
    Withdrawn,
)
from leads.entries.hands import (
    Amount,
    Appointed,
    AppointmentDropped,
    Assigned,
    BadReason,
    CameDue,
    Closed,
    Disputed,
    Imported,
    Kept,
    LostReason,
    Progressed,
    Reminded,
    Reopened,
    Returned,
    Settled,
    Unmarked,
)
from leads.entries.kinds import OfLead
from leads.hooks import EventKind

MAKES: Final[Mapping[type[OfLead], EventKind | None]] = {
    Handed: EventKind.HANDED,
    Offered: EventKind.OFFERED,
    Claimed: EventKind.CLAIMED,
    ClaimedLate: EventKind.CLAIMED,
    Kept: EventKind.CLAIMED,
    Declined: EventKind.DECLINED,
    Lapsed: EventKind.LAPSED,
    Returned: EventKind.RETURNED,
    Assigned: EventKind.REASSIGNED,
    Resegmented: EventKind.REASSIGNED,
    Progressed: EventKind.PROGRESS,
    Unmarked: EventKind.PROGRESS,
    Appointed: EventKind.PROGRESS,
    AppointmentDropped: EventKind.PROGRESS,
    Disputed: EventKind.PROGRESS,
    BadReason: EventKind.PROGRESS,
    LostReason: EventKind.PROGRESS,
    Amount: EventKind.PROGRESS,
    Closed: EventKind.CLOSED,
    Settled: EventKind.CLOSED,  # where it is not bad after all, it goes on: PROGRESS
    Withdrawn: EventKind.CLOSED,
    Reopened: EventKind.REOPENED,
    Waiting: None,
    Wanted: None,
    Explained: None,
    SegmentJudged: None,
    Undelivered: None,
    Paused: None,
    CutShort: None,
    Repeated: None,
    Touched: None,
    Corrected: None,
    GivenBack: None,
    ClockPutBack: None,
    CameDue: None,
    Reminded: None,
    Imported: None,
}
"""Of each kind of entry the event that it is; None: it is none."""

assert MAKES.keys() == set(get_args(OfLead)), "of each kind of entry it is said whether it is an event"

WITHDRAWN: Final = "withdrawn"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that the outside hears. `details`: plain JSON values, besides what is said of every event."""

    kind: EventKind
    details: Mapping[str, Any]


def kind_of(said: OfLead) -> EventKind | None:
    """Tells which event an entry is; None: none."""
    return EventKind.PROGRESS if isinstance(said, Settled) and not said.bad else MAKES[type(said)]


def event_of(said: OfLead) -> Event | None:
    """Returns the event that an entry is; None where it is none."""
    kind = kind_of(said)
    return Event(kind, _in_hands(said) if kind in _OF_HANDS else _asking(said)) if kind else None


_OF_HANDS: Final = frozenset({EventKind.PROGRESS, EventKind.CLOSED, EventKind.REOPENED})


def _asking(said: OfLead) -> dict[str, Any]:  # noqa: C901 - one line a kind
    match said:
        case Handed():
            return {"source": said.source, "known": said.known, "by_itself": said.by_itself}
        case Offered():
            return {"managers": list(said.offered), "step": said.step.value, "by": said.by}
        case Claimed():
            return {"manager": said.who, "after_s": said.seconds}
        case ClaimedLate():
            return {"manager": said.who, "after_s": None}
        case Kept():
            return {"manager": said.who, "after_s": None, "own": True}
        case Declined():
            return {"manager": said.who, "step": said.step.value}
        case Lapsed():
            return {"managers": list(said.who), "step": said.step.value}
        case Returned():
            return {"manager": said.who}
        case Assigned():
            return {"manager": said.who, "was": said.was, "by": said.by}
        case Resegmented():
            return {"manager": None if said.onward else said.was, "was": said.was, "by": said.by}
        case _:
            return {}


def _in_hands(said: OfLead) -> dict[str, Any]:  # noqa: C901 - one line a kind
    match said:
        case Progressed():
            return {"manager": said.who, "what": said.progress.value, "by_call": said.by_call}
        case Unmarked():
            return {"manager": said.who, "what": "unmarked", "mark": said.progress.value}
        case Appointed():
            return {"manager": said.who, "what": said.what.value, "at": said.at.isoformat()}
        case AppointmentDropped():
            return {"manager": said.who, "what": "appointment_dropped"}
        case Disputed():
            return {"manager": said.who, "what": "disputed"}
        case BadReason() | LostReason():
            return {"manager": said.who, "what": said.kind, "reason": said.reason}
        case Amount():
            return {"manager": said.who, "what": "amount", "by": said.by}
        case Settled():
            what = {"outcome": "bad"} if said.bad else {"what": "not_bad"}
            return {"manager": said.who, **what, "by": said.by}
        case Closed():
            return {"manager": said.who, "outcome": said.outcome.value}
        case Withdrawn():
            return {"outcome": WITHDRAWN, "by": said.by, "into": said.into}
        case Reopened():
            return {"manager": said.who, "by": said.by}
        case _:
            return {}
