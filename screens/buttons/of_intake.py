"""What is tapped to make a lead of what was sent, and to put right what was read of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from screens.buttons.base import CallbackData, Number


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


class AgreeSegment(CallbackData, prefix="wrongseg"):
    """A manager has said that a lead is not of their segment: it is of this one."""

    lead: Number
    segment: str


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
