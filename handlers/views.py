"""What the screens are drawn from: plain values, already masked for whoever will read them.

A view is made for one person. If a client's contact is not for his eyes, it is not in the view.
All datetimes are aware; a screen shows them in the office's time zone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.erasure import Cause
from leads.office import Presence, Role
from leads.presence import Absence
from leads.proof.statement import Statement
from leads.proof.story import Story
from leads.rates import Record
from leads.scene import Due, Outcome, Progress, State, Step
from leads.schemes.conversion import Part


class Seat(StrEnum):
    """Where the reader sits with regard to one lead."""

    SECRETARY = "secretary"  # took the call
    OFFERED = "offered"  # may claim it now
    DECLINED = "declined"  # has just said no, may say why
    HOLDER = "holder"
    HEAD = "head"  # is told about it: an escalation, a dispute, his list of leads
    BYSTANDER = "bystander"  # was offered it once; somebody else has it, or nobody yet


class Menu(StrEnum):
    """Which list of buttons is open under a card."""

    NONE = ""
    SEGMENTS = "segments"
    ASSIGN = "assign"


@dataclass(frozen=True, slots=True)
class ClientView:
    """The client as the reader may see him; `masked` says that the contact is hidden."""

    name: str | None
    phone: str | None  # international format, e.g. "+7 843 200-00-00"; masked: "+7 843 •••-••-••"
    phones_found: int  # in the secretary's message
    region: str | None
    text: str  # what the secretary wrote, may be empty, may be long
    attachments: Mapping[str, int]  # "voice": 1, "photo": 3, "video", "document", "contact", "other"
    masked: bool
    phone_e164: str | None = None  # for the copy button; None when masked
    erased: Cause | None = None  # why nothing of him is stored any more


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Assignee:
    id: str
    name: str
    load: int  # open leads
    absence: Absence | None
    balance: float  # in leads: above zero means behind his due share
    conversion: float | None = None  # shrunk towards the team's; None: not told, or nothing is closed yet
    fair: bool = False  # whom the rule would choose now


@dataclass(frozen=True, slots=True)
class LeadView:
    seat: Seat
    lead_id: int
    number: int | None
    state: State
    now: datetime
    timezone: ZoneInfo
    client: ClientView
    segment: str  # its name
    known: bool = False
    owner: str | None = None  # name of the known client's own manager
    duplicate_of: int | None = None
    duplicate_holder: str | None = None
    step: Step | None = None  # of the live or the last offer
    offered_to: tuple[str, ...] = ()  # names, of the live offer
    deadline: datetime | None = None  # of the live offer, or until when it waits
    waiting: Due | None = None  # why it waits: opening, owner, retry, repeat
    holder: str | None = None  # name
    claim_seconds: int | None = None
    assigned_by_hand: bool = False
    progress: Progress | None = None
    outcome: Outcome | None = None
    amount: int | None = None  # hundredths
    lost_reason: str | None = None
    decline_reason: str | None = None  # the reader's own
    last_rung: bool = False  # nobody stands behind the reader: no way to decline
    repeat: bool = False  # sent once more because the first may not have arrived
    reminder: int = 0  # which reminder this is, 0: none
    repeats: int = 0  # how often the end of the ladder was reminded
    menu: Menu = Menu.NONE
    segments: tuple[Choice, ...] = ()
    assignees: tuple[Assignee, ...] = ()  # whom the head, or a draft's secretary, may choose
    picks: bool = False  # DRAFT: the secretary may pick one of them
    first: Step | None = None  # DRAFT: who is asked before her pick, the client's own manager or the head
    then: Step | None = None  # asked to choose: what comes when he stays silent
    then_scheme: str | None = None
    amount_expected: bool = False  # won, and the reader may still type the amount
    lapsed: bool = False  # BYSTANDER: the reader's own time to answer ran out


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One who can be offered a lead now, or one who cannot."""

    name: str
    is_reader: bool
    absence: Absence | None = None
    balance: int = 0  # in hundredths of a lead
    idle_since: datetime | None = None
    ringing: bool = False  # an offer waits for his answer
    part: Part | None = None  # conversion


@dataclass(frozen=True, slots=True)
class Queue:
    """Who is expected next in one segment."""

    segment: str  # its name
    scheme: str
    reason: str | None  # of the next choice; by hand: of the rule; None: nobody is there
    reserve: str | None  # the scheme that decides if the head stays silent
    rows: tuple[QueueRow, ...]  # in the expected order, then those who are away
    coming: tuple[str, ...] = ()  # names, lead by lead, where somebody comes more than once


@dataclass(frozen=True, slots=True)
class DiscretionView:
    """What was chosen by hand, against the rule or with it; the most frequent names first."""

    choices: int  # by rule and by hand
    by_hand: int
    against_the_rule: int
    by: tuple[tuple[str, int, int], ...]  # who chose: name, how often, of these against the rule
    benefit: tuple[tuple[str, int], ...]  # name, leads more (or fewer) than the rule would have given


@dataclass(frozen=True, slots=True)
class QueueView:
    now: datetime
    timezone: ZoneInfo
    segments: tuple[Queue, ...]
    by_hand: tuple[tuple[str, DiscretionView], ...] = ()  # segment name: where people choose, of late


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
    leave_until: datetime | None
    open_leads: tuple[int, ...]  # numbers
    capacity: int | None
    today: Figures
    week: Figures  # since Monday
    record: Record  # what came of his leads, ever
    accounts: tuple[Account, ...]
    names: Mapping[str, str]  # by id, also of those who have left


@dataclass(frozen=True, slots=True)
class WhyView:
    """One lead's story, for one who asks. People go by their ids in it."""

    number: int
    timezone: ZoneInfo
    segment: str  # its name
    story: Story
    names: Mapping[str, str]  # by id
    reader: str  # id


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


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: str
    name: str
    roles: tuple[Role, ...]
    absence: Absence | None
    load: int


@dataclass(frozen=True, slots=True)
class SegmentRow:
    id: str
    name: str
    scheme: str
    members: tuple[str, ...]  # names
    reserve: str | None = None  # the scheme for a silent head; None also where no head is asked


@dataclass(frozen=True, slots=True)
class RuleView:
    """One segment's scheme and the others it may have."""

    segment: SegmentRow
    asks_head: bool
    has_roster: bool  # somebody has a shift in it


@dataclass(frozen=True, slots=True)
class OfficeView:
    name: str
    timezone: ZoneInfo
    presence: Presence
    open_now: bool
    opens_at: datetime | None
    segments: tuple[SegmentRow, ...]
    people: tuple[PersonRow, ...]
    may_invite: bool
    links: Mapping[str, str] = field(default_factory=dict)  # just made: person's name -> address
    link_hours: int = 72
    set_aside: int = 0  # updates that could not be handled


@dataclass(frozen=True, slots=True)
class ManagerRow:
    name: str
    offered: int
    claimed: int
    declined: int
    lapsed: int
    won: int
    lost: int
    bad: int
    amount: int  # hundredths
    balance: float  # in leads, now
    due: float | None  # leads that he should have had; None: none could have been his
    claim_median: int | None  # seconds from the hand-over to his claim


@dataclass(frozen=True, slots=True)
class SummaryView:
    """A period's leads: those handed over in it. Conversion is won / (won + lost), None without either."""

    first: date
    last: date
    handed: int
    claimed: int
    won: int
    lost: int
    bad: int
    unclaimed: tuple[int, ...]  # numbers of the leads nobody has
    in_work: tuple[int, ...]  # numbers of those that somebody has, older ones too
    amount: int  # hundredths
    funnel: tuple[
        int, int, int
    ]  # reached, met, invoiced, by the last step noted; what is sold has gone all the way
    claim_median: int | None  # seconds
    claim_p90: int | None
    conversion: float | None
    known: tuple[int, int, float | None]  # in, won, conversion
    unknown: tuple[int, int, float | None]
    managers: tuple[ManagerRow, ...]
    jain: float | None  # fairness of what was received for what was due, 1.0 is even; None: too few to tell
    max_deviation: float  # leads, the largest distance from a due share
    ledger_head: str
    discretion: DiscretionView | None = None  # None: nothing was chosen by hand
