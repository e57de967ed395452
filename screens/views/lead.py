"""One lead, as one person may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.erasure import Cause
from leads.presence import Absence, Cut
from leads.scene import Before, Due, Outcome, Progress, State, Step
from leads.segments import KnownBy


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
    SOURCES = "sources"
    ASSIGN = "assign"


@dataclass(frozen=True, slots=True)
class OtherPhone:
    """A number of the message that is not the client's own. `index`: its place among all of them."""

    index: int
    phone: str  # international format
    extension: str = ""


@dataclass(frozen=True, slots=True)
class SlipView:
    """What looks like a number and is none. `flaw`: short, long, local, unknown."""

    flaw: str
    written: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """The client as the reader may see him; `masked` says that the contact is hidden."""

    name: str | None
    phone: str | None  # international format, e.g. "+7 843 200-00-00"; masked: "+7 843 •••-••-••"
    region: str | None  # where he is
    text: str  # what the secretary wrote, may be empty, may be long
    attachments: Mapping[str, int]  # "voice": 1, "photo": 3, "video", "document", "contact", "other"
    masked: bool
    extension: str = ""  # behind the phone; empty when masked
    dialled: str | None = None  # for the copy button, the extension behind a comma; None when masked
    others: tuple[OtherPhone, ...] = ()  # empty when masked, as the slips are
    slips: tuple[SlipView, ...] = ()
    erased: Cause | None = None  # why nothing of him is stored any more
    region_by: KnownBy | None = None  # how it is known where he is; None: an older version has stored it


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
    before: Before = Before.UNASKED  # what had become of it before that offer
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
    source: str | None = None  # the name of where the lead is from
    sources: tuple[Choice, ...] = ()
    by_region: tuple[Choice, ...] = ()  # DRAFT of whom nothing tells where he is: the segments that read it
    assignees: tuple[Assignee, ...] = ()  # whom the head, or a draft's secretary, may choose
    picks: bool = False  # DRAFT: the secretary may pick one of them
    first: Step | None = None  # DRAFT: who is asked before her pick, the client's own manager or the head
    then: Step | None = None  # asked to choose: what comes when he stays silent
    then_scheme: str | None = None
    amount_expected: bool = False  # won, and the reader may still type the amount
    cut: Cut | None = None  # BYSTANDER: why the reader's own time to answer ended early, at no cost
    lapsed: bool = False  # BYSTANDER: the reader's own time to answer ran out
