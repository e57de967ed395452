"""What is tapped where past leads are brought in out of a file: its columns, what to do with it."""

from __future__ import annotations

from enum import StrEnum

from screens.buttons.base import CallbackData, Number


class PastStep(StrEnum):
    """Says what the administrator wants of the file."""

    ASK = "ask"  # for one
    AS_PAST = "as-past"  # it is one of past leads
    AS_PEOPLE = "as-people"  # it is a list of people
    COLUMNS = "columns"  # which column is what
    FIELD = "field"  # which column is this one
    PICK = "pick"  # that one
    NONE = "none"  # no column
    CHECK = "check"  # what would come in
    ALL = "all"  # bring in, with whom nobody knows
    KNOWN = "known"  # bring in the others
    LEAVE = "leave"


class PastFile(CallbackData, prefix="past"):
    """The next word on the file that was sent. `field`: of a lead; `column`: of the file, from 0, or a page of them."""

    step: PastStep
    field: str = ""
    column: Number = 0
