"""What is said of a lead in somebody's hands, and of one that was over before Fairlead. People go by their ids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from leads.entries.asking import Cost
from leads.entries.codec import Kind
from leads.lead import Due, Outcome, Progress, Promised


@dataclass(frozen=True, slots=True)
class Assigned(Kind):
    """`by` gives it to `who` by hand. `was`: who had it; None: nobody.

    `fair`: whom the rule would have chosen; None: nobody, or several. `turn` is what it costs, None where they are no
    member of the segment; `charged`: who pays.
    """

    kind = "assigned"
    by: str
    who: str
    was: str | None
    fair: str | None
    charged: str | None
    turn: Cost | None


@dataclass(frozen=True, slots=True)
class Kept(Kind):
    """Whoever has brought it in has it: nobody was asked, it costs no turn, and what becomes of it is no record."""

    kind = "kept"
    who: str


@dataclass(frozen=True, slots=True)
class Returned(Kind):
    """Its holder gives it back to the others."""

    kind = "returned"
    who: str


@dataclass(frozen=True, slots=True)
class Progressed(Kind):
    """Its holder has come so far with it. `by_call`: their telephone exchange says so, and no hand has marked it."""

    kind = "progress"
    who: str
    progress: Progress
    by_call: bool = False


@dataclass(frozen=True, slots=True)
class Unmarked(Kind):
    """The last mark was a mistake of its holder's, who takes it back: it counts as if it had not been made."""

    kind = "unmarked"
    who: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class Closed(Kind):
    """Its holder has won or lost it. `by`: who says so, where that is the office's CRM."""

    kind = "closed"
    who: str
    outcome: Outcome
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Disputed(Kind):
    """Its holder calls it a bad lead."""

    kind = "disputed"
    who: str


@dataclass(frozen=True, slots=True)
class BadReason(Kind):
    """Tells why its holder calls it bad: one of `leads.reasons.BadLeadReason`."""

    kind = "bad_reason"
    who: str
    reason: str


@dataclass(frozen=True, slots=True)
class Settled(Kind):
    """The head has had the last word on that, `by` whom; `who` holds it.

    `bad`: it is closed, and its turn given back.
    """

    kind = "settled"
    by: str
    who: str
    bad: bool


@dataclass(frozen=True, slots=True)
class Reopened(Kind):
    """It was closed by mistake, says `by`, and `who` has it again, as if nothing had come of it yet.

    `turn` is what it costs anew where its turn had been given back, for it was bad; None: nothing.
    """

    kind = "reopened"
    by: str
    who: str
    turn: Cost | None


@dataclass(frozen=True, slots=True)
class Amount(Kind):
    """Tells what a sale has brought, in hundredths of the office's currency; the last that is told counts.

    `who` has sold it; `by`: who tells, where that is somebody else.
    """

    kind = "amount"
    who: str
    amount: int
    by: str | None = None


@dataclass(frozen=True, slots=True)
class LostReason(Kind):
    """Tells why the client said no: one of `leads.reasons.RefusalReason`."""

    kind = "lost_reason"
    who: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reminded(Kind):
    """Its holder is asked what has come of it; `times`: how often since they were last heard of."""

    kind = "reminded"
    who: str
    times: int


@dataclass(frozen=True, slots=True)
class Appointed(Kind):
    """Its holder has promised the client a call or a meeting, `at` that time; it replaces one promised before."""

    kind = "appointed"
    who: str
    what: Promised
    at: datetime


@dataclass(frozen=True, slots=True)
class AppointmentDropped(Kind):
    """What its holder had promised is off."""

    kind = "appointment_dropped"
    who: str


@dataclass(frozen=True, slots=True)
class CameDue(Kind):
    """What is to be done has come due, and somebody was told: `who` has the lead; `times`: the how manieth telling.

    Of `what` a promised call has three: the holder, the holder again, the head. A meeting has two: an hour before, and
    at its time. The first call has two: the holder, the head. Where the holder is away, the head is told at once.
    """

    kind = "came_due"
    who: str
    what: Due
    times: int


@dataclass(frozen=True, slots=True)
class Imported(Kind):
    """A lead from before Fairlead, as a file tells it; nobody was chosen, and no balance moves.

    `source`: an id, or the SHA-256 of what the file calls it. `who`: who had it, None: nobody that is known.
    `at`: when it came. `amount` is in hundredths. None: nobody has written that down.
    """

    kind = "imported"
    segment: str
    source: str | None
    known: bool
    who: str | None
    at: datetime
    claimed_at: datetime | None
    closed_at: datetime | None
    outcome: Outcome | None
    amount: int | None
