"""What is tapped of the week: its draw, its roster, and who takes whose duty."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from screens.buttons.base import CallbackData, Number, Second
from screens.views.duty import RosterPart


class ThrowLot(CallbackData, prefix="lot"):
    """`monday`: an ISO date, of the week that is drawn."""

    segment: str
    monday: str
    lot: Number


class DrawDetails(CallbackData, prefix="proof"):
    """How to check the draw of the week that begins on `monday`, an ISO date."""

    segment: str
    monday: str
    opened: bool


class ShowRoster(CallbackData, prefix="duty"):
    """What is to be open on the card of /roster; `about`: of which segment, or of which day."""

    part: RosterPart
    about: str = ""


class MakeFeed(CallbackData, prefix="feed"):
    """A private address for the calendar of one's phone; the one before answers no more."""


class RevokeFeed(CallbackData, prefix="unfeed"):
    """None of them answers any more."""


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
