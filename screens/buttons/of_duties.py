"""What is tapped of a roster under /office: shifts put, moved, given, removed, one by one."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from screens.buttons.base import CallbackData, Number

Week = Annotated[int, Field(ge=0, le=52)]


class ShiftDeed(StrEnum):
    """What is begun with a shift, a day or a week."""

    ADD = "add"
    GIVE = "give"
    MOVE = "move"
    HOURS = "hours"
    REMOVE = "remove"
    WEEK = "week"
    PLAN = "plan"
    UNPLAN = "unplan"
    SEEK = "seek"
    UNSEEK = "unseek"


class ShiftPart(StrEnum):
    DAY = "d"
    HOURS = "h"
    WHO = "w"
    PLAN = "r"


class ShowDuties(CallbackData, prefix="duties"):
    """Opens the panes of duty at the end of the chat. `segment`: whose week; empty: the list of them."""

    segment: str = ""


class BeginShift(CallbackData, prefix="shift"):
    """Begins a change. `about`: the shift, the segment with a day, hours of the plan (`desk.office.duty_keys`)."""

    deed: ShiftDeed
    about: str


class PutShift(CallbackData, prefix="shift-put"):
    """Says a part of what has been begun: a day (`261124`), hours (`0900-1800`), somebody (`short`)."""

    part: ShiftPart
    value: str


class DoShift(CallbackData, prefix="shift-do"):
    """Does it, whatever speaks against it. `seen`: what they were told (`short`)."""

    seen: str


class WeekPicture(CallbackData, prefix="duty-pic"):
    """A week's roster as a picture. `week`: weeks from this one on."""

    segment: str
    week: Number
