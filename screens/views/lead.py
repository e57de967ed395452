"""A lead as people may see it, and why it went where it went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from leads.appointments import Time
from leads.client import Client, Contact, Correction, TouchKind
from leads.figures.against import Against
from leads.lead import Before, Due, Lead, Progress, Step, Word
from leads.presence import Absence, Cut
from leads.proof.story import Story
from leads.questions import Asked
from screens.views.leafing import UNLEAFED, Leafed
from screens.views.one_client import NO_KIN, Kin


class Seat(StrEnum):
    """Where the reader sits with regard to one lead."""

    SECRETARY = "secretary"  # took the call
    OFFERED = "offered"  # may claim it now
    DECLINED = "declined"  # has just said no, may say why
    HOLDER = "holder"
    HEAD = "head"  # is told about it: an escalation, a dispute, their list of leads
    BYSTANDER = "bystander"  # was offered it once; somebody else has it, or nobody yet


class Menu(StrEnum):
    """Which list of buttons is open under a card."""

    NONE = ""
    SEGMENTS = "segments"
    SOURCES = "sources"
    ASSIGN = "assign"
    LEADS = "leads"
    CORRECT = "correct"
    DRAFTS = "drafts"
    ONWARD = "onward"
    SAME_CLIENT = "same"
    SURE = "sure"
    PART = "part"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class OtherPhone:
    """A number of the message that is not the client's own. `index`: its place among all of them."""

    index: int
    phone: str  # international format
    extension: str = ""
    dialled: str = ""  # for the copy button


@dataclass(frozen=True, slots=True)
class SlipView:
    """What looks like a number and is none. `flaw`: short, long, local, unknown."""

    flaw: str
    written: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """The client as the reader may see the client; `masked` says that the contact is hidden.

    `said`: of the lead's message, the name and the words masked; no contact is in it, those are shown beside.
    """

    said: Client
    phone: str | None  # international format, e.g. "+7 843 200-00-00"; masked: "+7 843 •••-••-••"
    masked: bool
    extension: str = ""  # behind the phone; empty when masked
    dialled: str | None = None  # for the copy button, the extension behind a comma; None when masked
    others: tuple[OtherPhone, ...] = ()  # empty when masked, as the slips are
    slips: tuple[SlipView, ...] = ()
    contacts: tuple[Contact, ...] = ()  # all others than phones; empty when masked
    is_written: bool = False  # masked: there is a name in Telegram, or an address


@dataclass(frozen=True, slots=True)
class TouchView:
    """Something that happened after the message that made the lead; `said` as of `ClientView`."""

    kind: TouchKind
    at: datetime
    who: str | None  # the name of whoever wrote it down
    said: Client
    mark: Progress | None = None
    corrected: Correction | None = (
        None  # what was put right; the old words and the new ones are what was said
    )


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class LeadChoice:
    """An open lead to choose."""

    id: int
    number: int
    client: str | None  # name


@dataclass(frozen=True, slots=True)
class DraftChoice:
    """Another draft of the reader's."""

    id: int
    at: datetime
    words: str  # the client's name, else how the message begins


@dataclass(frozen=True, slots=True)
class TwinDraft:
    """Another draft of the same client."""

    id: int
    at: datetime
    name: str | None  # who took that call; None: the reader


@dataclass(frozen=True, slots=True)
class Assignee:
    id: str
    name: str
    load: int  # open leads
    absence: Absence | None
    balance: float  # in leads: above zero means behind their due share
    conversion: float | None = None  # shrunk towards the team's; None: not told, or nothing is closed yet
    fair: bool = False  # whom the rule would choose now


@dataclass(frozen=True, slots=True)
class LeadView:
    """A lead with its names, and what of it is for the reader alone.

    Of a draft `lead` is as it would be handed over now: whether the client is known may have changed.
    """

    seat: Seat
    lead: Lead
    now: datetime
    timezone: ZoneInfo
    client: ClientView
    segment: str  # its name
    owner: str | None = None  # name of the known client's own manager
    duplicate_holder: str | None = None
    step: Step | None = None  # of the live or the last offer
    before: Before = Before.UNASKED  # what had become of it before that offer
    offered_to: tuple[str, ...] = ()  # names, of the live offer
    deadline: datetime | None = None  # of the live offer, or until when it waits
    waiting: Due | None = None  # why it waits: opening, owner, retry, repeat
    holder: str | None = None  # name
    assigned_by_hand: bool = False
    decline_reason: str | None = None  # the reader's own
    free_reasons: frozenset[str] | None = (
        frozenset()
    )  # DECLINED: with which it does not count; None: never does
    free_left: int | None = None  # DECLINED: how many more such declines are free just now; None: any number
    free_norm: int = 0  # of how many
    asks_why: bool = False  # HEAD: they have declined it themselves, and have not said why
    asks_head: bool = False  # DECLINED: that it is not their segment is for the head to say
    word: Word | None = None  # DECLINED, or HEAD who has, as of another segment: what the head says
    against: Against | None = (
        None  # DISPUTED, for whoever settles it: how often its holder says so, and the others
    )
    last_rung: bool = False  # nobody stands behind the reader: no way to decline
    repeat: bool = False  # sent once more because the first may not have arrived
    menu: Menu = Menu.NONE
    leafed: Leafed = UNLEAFED  # how far, through the list that is open
    segments: tuple[Choice, ...] = ()
    source: str | None = None  # the name of where the lead is from
    sources: tuple[Choice, ...] = ()
    onward: Choice | None = None  # the segment in which the lead may go on
    by_region: tuple[
        Choice, ...
    ] = ()  # DRAFT of whom nothing tells where they are: the segments that read it
    assignees: tuple[Assignee, ...] = ()  # whom the head, or a draft's secretary, may choose
    picks: bool = False  # DRAFT: the secretary may pick one of them
    first: Step | None = None  # DRAFT: who is asked before their pick, the client's own manager or the head
    then: Step | None = None  # asked to choose: what comes when they stay silent
    then_scheme: str | None = None
    touches: tuple[TouchView, ...] = ()  # oldest first
    has_other_leads: bool = False  # of the same client, before or since
    sees_amount: bool = True  # what the sale has brought
    asked: Asked | None = None  # what the reader may type now
    times: tuple[Time, ...] = ()  # HOLDER: when they may call again
    unsure: datetime | None = None  # HOLDER: a time that they have typed, outside of their hours
    may_claim_late: bool = (
        False  # nobody has it, and the reader, who declined it or let it lapse, may take it after all
    )
    may_withdraw: bool = False  # handed over, and nobody has had it: the reader may take it back
    may_reopen: bool = False  # CLOSED: the reader may take back what became of it
    may_put_amount: bool = False  # CLOSED, sold: the reader may say what it brought
    undo_until: datetime | None = None  # CLOSED: until when its holder may do so
    may_write: bool = False  # the reader may note something on it
    may_correct: bool = False  # the reader may put right what was read of its client
    takes_in: bool = True  # DRAFT: the reader may hand it over; else it is a note for a lead of theirs
    brings_in: bool = False  # DRAFT: it may be a lead of the reader's own
    leads: tuple[LeadChoice, ...] = ()  # DRAFT: those that it may be a note on
    drafts: tuple[DraftChoice, ...] = ()  # DRAFT: those that may be of the same client
    twins: tuple[TwinDraft, ...] = ()  # DRAFT: those that are
    cut: Cut | None = None  # BYSTANDER: why the reader's own time to answer ended early, at no cost
    lapsed: bool = False  # BYSTANDER: the reader's own time to answer ran out
    window: int = 0  # OFFERED to several: for so many seconds from the first tap on whoever taps takes part
    wants: bool = False  # OFFERED, BYSTANDER: the reader has tapped, and somebody was chosen or will be
    decides: datetime | None = None  # when it is decided who of those who tapped has it
    kin: Kin = NO_KIN  # what its client has beside it

    @property
    def claim_seconds(self) -> int | None:
        """How long it took from the hand-over until somebody had it."""
        lead = self.lead
        if lead.held_at is None or lead.handed_at is None:
            return None
        return int((lead.held_at - lead.handed_at).total_seconds())


@dataclass(frozen=True, slots=True)
class WhyView:
    """One lead's story, for one who asks. People go by their ids in it."""

    number: int
    timezone: ZoneInfo
    segment: str  # its name
    story: Story
    names: Mapping[str, str]  # by id
    reader: str  # id
    reader_sells: bool = True  # is a manager: somebody to whom leads are offered at all
