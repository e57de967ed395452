"""What the buttons carry: the action and a lead's id, never anything about a person. At most 64 bytes each."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Self

from aiogram.filters.callback_data import CallbackData as CallbackData  # noqa: PLC0414 - what every button carries
from pydantic import AfterValidator, Field, model_validator

from leads.appointments import When
from leads.figures.periods import Span
from leads.lead import Outcome, Progress, Promised
from leads.reasons import DeclineReason, RefusalReason
from screens.views.duty import RosterPart
from screens.views.lists import ListKind, Part
from screens.views.report import Pane

# Whatever a stranger writes: every database takes the one, and every calendar the other.
Number = Annotated[int, Field(ge=0, lt=2**40)]
Second = Annotated[int, Field(ge=0, lt=2**34)]  # since 1970, UTC; up to the year 2514


def is_day(day: date) -> bool:
    """Whether a button may carry it."""
    return 1970 < day.year < 9999


def _iso(day: str) -> str:
    """Raises ValueError for whatever is no date like 2026-11-23, of a year that a calendar here has."""
    found = date.fromisoformat(day)
    if found.isoformat() != day or not is_day(found):
        raise ValueError(f"{day!r} is no day")
    return day


Day = Annotated[str, AfterValidator(_iso)]  # aiogram packs no dates


class HandOver(CallbackData, prefix="hand"):
    lead: Number


class Apart(CallbackData, prefix="apart"):
    """The secretary hands over what looks like a repeat as a lead of its own."""

    lead: Number


class Pick(CallbackData, prefix="pick"):
    """The secretary hands the lead over to this manager."""

    lead: Number
    who: str


class PickSegment(CallbackData, prefix="seg"):
    """`segment` empty: show the list; `-`: put the list away."""

    lead: Number
    segment: str = ""


class Resegment(CallbackData, prefix="reseg"):
    """A lead that was handed over belongs to this segment. `on`: it goes on by that one's rule, or stays."""

    lead: Number
    segment: str
    on: bool


class ChoosePhone(CallbackData, prefix="phone"):
    """Of a draft's numbers the one at this place, in the order in which they were read, is the client's."""

    lead: Number
    index: Annotated[int, Field(ge=0, lt=1000)]


class PickSource(CallbackData, prefix="src"):
    """`source` empty: show the list; `-`: put the list away."""

    lead: Number
    source: str = ""


class Discard(CallbackData, prefix="drop"):
    """The secretary throws a draft away."""

    lead: Number


class Claim(CallbackData, prefix="claim"):
    lead: Number


class Decline(CallbackData, prefix="decl"):
    lead: Number


class Explain(CallbackData, prefix="expl"):
    """Why it was declined."""

    lead: Number
    reason: DeclineReason


class OwnWords(CallbackData, prefix="words"):
    """The next message says why it was declined, lost, or is bad."""

    lead: Number


class Record(CallbackData, prefix="prog"):
    lead: Number
    progress: Progress


class Appoint(CallbackData, prefix="appt"):
    """The client is promised a call or a meeting `at` this second, or at what `when` is then; neither: the bot asks.

    A card is read on other days, too: tomorrow is the day after the tap.
    """

    lead: Number
    what: Promised
    at: Second = 0
    when: When | None = None


class DropAppointment(CallbackData, prefix="unappt"):
    """What was promised is off."""

    lead: Number


class Close(CallbackData, prefix="close"):
    """Won and lost close at once; bad asks the head."""

    lead: Number
    outcome: Outcome


class Withdraw(CallbackData, prefix="recall"):
    """A lead that nobody has had is taken back, and is a draft again."""

    lead: Number


class Reopen(CallbackData, prefix="again"):
    """What was closed by mistake is its holder's again."""

    lead: Number


class PutAmount(CallbackData, prefix="amount"):
    """The next message is what the sale has brought."""

    lead: Number


class LostReason(CallbackData, prefix="lost"):
    lead: Number
    reason: RefusalReason


class Skip(CallbackData, prefix="noamt"):
    """There is nothing to be said to what is asked."""

    lead: Number


class Note(CallbackData, prefix="note"):
    """The next message is a note on this lead."""

    lead: Number


class BringIn(CallbackData, prefix="bring"):
    """What a manager has sent is a lead of their own."""

    lead: Number


class Correct(CallbackData, prefix="fix"):
    """What of a lead is to be typed anew: `name`, `phone`, `comment`; empty: show the list; `-`: put it away."""

    lead: Number
    what: str = ""


class Join(CallbackData, prefix="join"):
    """What was sent, a draft, and the draft `other` are of one client. 0: show the list; -1: put it away."""

    lead: Number
    other: Annotated[int, Field(ge=-1, lt=2**40)] = 0


class FileUnder(CallbackData, prefix="file"):
    """What was sent, a draft, is a note on the lead `to`. 0: show the list of leads; -1: put it away."""

    lead: Number
    to: Annotated[int, Field(ge=-1, lt=2**40)] = 0


class GiveUp(CallbackData, prefix="back"):
    lead: Number


class BringBack(CallbackData, prefix="line"):
    """Whoever is on pause is at work again, by the head's hand."""

    who: str


class Assign(CallbackData, prefix="assign"):
    """`who` empty: show the list; `-`: put the list away."""

    lead: Number
    who: str = ""


class PassOn(CallbackData, prefix="passon"):
    """All open leads of this person go on: by the rule (`to` is `+`), or to one, who is named by `short`.

    `to` empty: show the list; `-`: put the list away.
    """

    person: str
    to: str = ""


def short(id: str) -> str:
    """Returns a name of one length: two ids are too long for one button."""
    return sha256(id.encode()).hexdigest()[:12]


class Settle(CallbackData, prefix="settle"):
    """The head's word on a lead that is said to be bad."""

    lead: Number
    bad: bool


class ThrowLot(CallbackData, prefix="lot"):
    """`monday`: an ISO date, of the week that is drawn."""

    segment: str
    monday: str
    lot: Number


class Rule(CallbackData, prefix="rule"):
    """`scheme` empty: show the schemes of this segment; `-`: put them away."""

    segment: str
    scheme: str = ""


class Reserve(CallbackData, prefix="reserve"):
    """Whether balance decides where the head stays silent."""

    segment: str
    on: bool


class Invite(CallbackData, prefix="invite"):
    """`person` is the short id, or a role's name after a plus: `+manager` makes a new person."""

    person: str


class Replace(CallbackData, prefix="replace"):
    """The administrator's word on a link that will take this person's account from them."""

    person: str
    sure: bool


class AsideDeed(StrEnum):
    SHOW = "show"
    HIDE = "hide"
    RETRY = "retry"
    LET_GO = "let_go"


class Aside(CallbackData, prefix="aside"):
    """An update that could not be handled, by its number; 0 where the deed is about the list."""

    deed: AsideDeed
    update: Number = 0


class Report(CallbackData, prefix="report"):
    """The period of this length that the day is in. `fresh`: in a message of its own."""

    pane: Pane
    span: Span
    day: Day
    fresh: bool = False


class WhatIf(CallbackData, prefix="whatif"):
    """The last four weeks under other schemes."""


class Language(CallbackData, prefix="lang"):
    locale: str


class Why(CallbackData, prefix="why"):
    lead: Number


class Detailed(StrEnum):
    """What opens and closes: a card that begins with what one needs, and keeps what proves it behind a tap."""

    ME = "me"
    WHY = "why"


class Details(CallbackData, prefix="more"):
    """`number`: of the lead, where the card is about one. `opened`: whether the details are to be seen."""

    card: Detailed
    opened: bool
    number: Number = 0


class DrawDetails(CallbackData, prefix="proof"):
    """How to check the draw of the week that begins on `monday`, an ISO date."""

    segment: str
    monday: str
    opened: bool


class ShowRoster(CallbackData, prefix="duty"):
    """What is to be open on the card of /roster; `about`: of which segment, or of which day."""

    part: RosterPart
    about: str = ""


class ShowWeek(CallbackData, prefix="week"):
    """Next week's roster as a picture."""

    segment: str


class SeekSwap(CallbackData, prefix="seek"):
    """A duty of one's own, by the instant at which it ends: in seconds since 1970, UTC."""

    segment: str
    end: Second


class TakeSwap(CallbackData, prefix="take"):
    swap: Number


class WithdrawSwap(CallbackData, prefix="unswap"):
    swap: Number


class ProposeRoster(CallbackData, prefix="plan"):
    """`plan` empty: show the list of plans; `-`: put the list away."""

    segment: str
    plan: str = ""


class EditRoster(CallbackData, prefix="redit"):
    """What is open of a proposal: `d3` its fourth day, `s5` its sixth slot; `who` (`short`) comes there, or goes."""

    roster: Number
    menu: Annotated[str, Field(pattern=r"^([ds][0-9]{1,3})?$")] = ""
    who: str = ""


class SettleRoster(CallbackData, prefix="roster"):
    """The head's word on a proposal."""

    roster: Number
    approve: bool


class Workbook(CallbackData, prefix="xlsx"):
    """The Excel file of these days, the last one included."""

    first: Day
    last: Day

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")
        return self


class OpenLead(CallbackData, prefix="open"):
    """The lead's card comes at the end of the chat."""

    lead: Number


class TurnPage(CallbackData, prefix="page"):
    """The list in this chat shows this page, as it is now."""

    kind: ListKind
    page: Annotated[int, Field(ge=0, lt=100_000)]


class Narrow(CallbackData, prefix="narrow"):
    """The office's open leads, narrowed by this part; an empty value takes that back."""

    by: Part
    value: str = ""
