"""How a lead stands as far as the outside may know: folded from its entries, and nothing of the client is in it.

`leads.evolve` says what an entry makes of a lead and of all around it; this is the little of that which somebody sees
who is not of the office. A test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, assert_never

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
from leads.lead import Outcome, Progress, State
from leads.past import lead_of, past_of


@dataclass(frozen=True, slots=True)
class Outline:
    """`asked`: who may claim it now. `amount` is in hundredths. `reason`: why it is lost, or said to be bad.

    `before`: what was marked last before `progress`, for whoever takes that back.
    """

    state: State = State.DRAFT
    segment: str | None = None
    manager: str | None = None
    asked: tuple[str, ...] = ()
    progress: Progress | None = None
    outcome: Outcome | None = None
    amount: int | None = None
    reason: str | None = None
    before: Progress | None = None

    def told(self) -> dict[str, Any]:
        """Returns it as plain JSON values. An amount is text, `12000.50`: no digit of it is lost on the way."""
        return {
            "state": self.state.value,
            "segment": self.segment,
            "manager": self.manager,
            "asked": list(self.asked),
            "progress": self.progress.value if self.progress else None,
            "outcome": self.outcome.value if self.outcome else None,
            "amount": None if self.amount is None else f"{self.amount // 100}.{self.amount % 100:02}",
            "reason": self.reason,
        }


def after(it: Outline, said: OfLead) -> Outline:  # noqa: C901 - one line a kind
    """Returns how it stands once this is said."""
    match said:
        case Handed():
            return replace(it, state=State.WAITING, segment=said.segment)
        case Waiting():
            return replace(it, state=State.WAITING)
        case Offered():
            return replace(it, state=State.OFFERED, asked=said.offered)
        case Claimed() | ClaimedLate() | Kept() | Assigned():
            return replace(it, state=State.HELD, manager=said.who, asked=())
        case Declined() | Undelivered():
            return _without(it, {said.who})
        case CutShort() | Lapsed():
            return _without(it, said.who)
        case Withdrawn():
            return replace(it, state=State.WITHDRAWN, asked=())
        case Resegmented(onward=None):
            return replace(it, segment=said.segment)
        case Resegmented():
            return replace(it, state=State.WAITING, segment=said.segment, manager=None, asked=())
        case Returned():
            return replace(it, state=State.WAITING, manager=None)
        case (
            Wanted()
            | Explained()
            | SegmentJudged()
            | Paused()
            | Repeated()
            | Touched()
            | Corrected()
            | GivenBack()
            | ClockPutBack()
            | Appointed()
            | AppointmentDropped()
            | CameDue()
            | Reminded()
        ):
            return it
        case _:
            return _in_hands(it, said)


def _without(it: Outline, gone: Collection[str]) -> Outline:
    """Where nobody is left of those who were asked, it waits for the next."""
    left = tuple(who for who in it.asked if who not in gone)
    return replace(it, asked=left, state=State.OFFERED if left else State.WAITING)


def _in_hands(  # noqa: C901 - one line a kind
    it: Outline,
    said: Progressed
    | Unmarked
    | Closed
    | Disputed
    | BadReason
    | Settled
    | Reopened
    | Amount
    | LostReason
    | Imported,
) -> Outline:
    match said:
        case Progressed():
            return replace(it, progress=said.progress, before=it.progress)
        case Unmarked():
            return replace(it, progress=it.before)
        case Closed():
            return replace(it, state=State.CLOSED, outcome=said.outcome)
        case Settled(bad=True):
            return replace(it, state=State.CLOSED, outcome=Outcome.BAD)
        case Settled():
            return replace(it, state=State.HELD, reason=None)
        case Disputed():
            return replace(it, state=State.DISPUTED, reason=None)
        case BadReason() | LostReason():
            return replace(it, reason=said.reason)
        case Amount():
            return replace(it, amount=said.amount)
        case Reopened():
            return replace(it, state=State.HELD, outcome=None, amount=None, reason=None)
        case Imported():
            lead = lead_of(past_of(said), 0)
            return replace(
                it,
                state=lead.state,
                segment=said.segment,
                manager=said.who,
                outcome=said.outcome,
                amount=said.amount,
            )
        case _:
            assert_never(said)
