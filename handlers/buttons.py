"""What the buttons carry: the action and a lead's id, never anything about a person. At most 64 bytes each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from leads.scene import Outcome, Progress

Number = Annotated[
    int, Field(ge=0, lt=2**40)
]  # whatever a stranger writes, every database and calendar takes it


class HandOver(CallbackData, prefix="hand"):
    lead: int


class Pick(CallbackData, prefix="pick"):
    """The secretary hands the lead over to this manager."""

    lead: int
    who: str


class PickSegment(CallbackData, prefix="seg"):
    """`segment` empty: show the list; `-`: put the list away."""

    lead: int
    segment: str = ""


class Discard(CallbackData, prefix="drop"):
    """The secretary throws a draft away."""

    lead: int


class Claim(CallbackData, prefix="claim"):
    lead: int


class Decline(CallbackData, prefix="decl"):
    lead: int


class Explain(CallbackData, prefix="expl"):
    """Why it was declined."""

    lead: int
    reason: str


class Record(CallbackData, prefix="prog"):
    lead: int
    progress: Progress


class Close(CallbackData, prefix="close"):
    """Won and lost close at once; bad asks the head."""

    lead: int
    outcome: Outcome


class LostReason(CallbackData, prefix="lost"):
    lead: int
    reason: str


class SkipAmount(CallbackData, prefix="noamt"):
    lead: int


class GiveUp(CallbackData, prefix="back"):
    lead: int


class Assign(CallbackData, prefix="assign"):
    """`who` empty: show the list; `-`: put the list away."""

    lead: int
    who: str = ""


class Settle(CallbackData, prefix="settle"):
    """The head's word on a lead that is said to be bad."""

    lead: int
    bad: bool


class ThrowLot(CallbackData, prefix="lot"):
    """`monday`: an ISO date, of the week that is drawn."""

    segment: str
    monday: str
    lot: int


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


class AsideDeed(StrEnum):
    SHOW = "show"
    HIDE = "hide"
    RETRY = "retry"
    LET_GO = "let_go"


class Aside(CallbackData, prefix="aside"):
    """An update that could not be handled, by its number; 0 where the deed is about the list."""

    deed: AsideDeed
    update: Number = 0


class Language(CallbackData, prefix="lang"):
    locale: str


class Why(CallbackData, prefix="why"):
    lead: int


class SeekSwap(CallbackData, prefix="seek"):
    """A duty of one's own, by the instant at which it ends: in seconds since 1970, UTC."""

    segment: str
    end: Number


class TakeSwap(CallbackData, prefix="take"):
    swap: Number


class WithdrawSwap(CallbackData, prefix="unswap"):
    swap: Number


class ProposeRoster(CallbackData, prefix="plan"):
    """`plan` empty: show the list of plans; `-`: put the list away."""

    segment: str
    plan: str = ""


class SettleRoster(CallbackData, prefix="roster"):
    """The head's word on a proposal."""

    roster: Number
    approve: bool


class DeclineReason(StrEnum):
    BUSY = "busy"
    AWAY = "away"
    WRONG_SEGMENT = "wrong_segment"
    CONFLICT = "conflict"
    OTHER = "other"


class RefusalReason(StrEnum):
    """Why a client said no."""

    PRICE = "price"
    COMPETITOR = "competitor"
    NO_NEED = "no_need"
    NO_ANSWER = "no_answer"
    OTHER = "other"
