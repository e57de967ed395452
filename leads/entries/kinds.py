"""Every kind of entry that there is. Whoever must know them all matches these and ends with `assert_never`."""

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
from leads.entries.clients import ClientsJoined, ClientsParted
from leads.entries.duty import (
    DrawAnnounced,
    DrawOpened,
    DrawThrown,
    LotThrown,
    RosterApproved,
    RosterChanged,
    RosterDismissed,
    RosterProposed,
    SwapOpened,
    SwapTaken,
    SwapWithdrawn,
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
from leads.entries.people import (
    Erased,
    InvitationRevoked,
    Invited,
    Joined,
    LeaveDropped,
    MemberJoined,
    MemberLeft,
    MembersOrdered,
    Off,
    On,
    ReserveChanged,
    SchemeSwitched,
    SetUp,
    Unreachable,
    WeightChanged,
)

Asking = (
    Handed
    | Waiting
    | Wanted
    | Offered
    | Claimed
    | ClaimedLate
    | Declined
    | Explained
    | SegmentJudged
    | Undelivered
    | Lapsed
    | Paused
    | CutShort
    | Repeated
    | Touched
    | Withdrawn
    | Corrected
    | Resegmented
    | GivenBack
    | ClockPutBack
)
InHands = (
    Assigned
    | Kept
    | Returned
    | Progressed
    | Unmarked
    | Closed
    | Disputed
    | BadReason
    | Settled
    | Reopened
    | Amount
    | LostReason
    | Reminded
    | Appointed
    | AppointmentDropped
    | CameDue
    | Imported
)
OfLead = Asking | InHands
"""About one lead, whose number stands beside it."""

OfTeams = MemberJoined | MemberLeft | MembersOrdered | SchemeSwitched | ReserveChanged | WeightChanged
OfPeople = On | Off | LeaveDropped | Unreachable | Invited | InvitationRevoked | Joined
OfDraws = DrawAnnounced | LotThrown | DrawThrown | DrawOpened
OfDuty = (
    SwapOpened | SwapTaken | SwapWithdrawn | RosterProposed | RosterChanged | RosterApproved | RosterDismissed
)
OfClients = ClientsJoined | ClientsParted | Erased
OfOffice = OfTeams | OfPeople | OfDraws | OfDuty | OfClients | SetUp
"""About no lead in particular."""

Said = OfLead | OfOffice

KINDS: Final[Mapping[str, type[Said]]] = {said.kind: said for said in get_args(Said)}
OF_A_LEAD: Final = frozenset(said.kind for said in get_args(OfLead))


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision or an event, as the ledger keeps it. No personal data is in it."""

    lead: int | None  # its number; None for what is about no lead
    said: Said

    @property
    def kind(self) -> str:
        return self.said.kind

    @property
    def body(self) -> dict[str, Any]:
        """Plain JSON values."""
        return self.said.body()


def read(kind: str, body: Mapping[str, Any]) -> Said:
    """Reads what an entry of the ledger says. Raises KeyError, TypeError, ValueError where it is not whole."""
    return KINDS[kind].of(body)
