"""What is tapped only to see something: a lead, a list, a report, a reason; nothing changes by it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from leads.figures.periods import Span
from screens.buttons.base import CallbackData, Day, Number
from screens.views.leafing import On
from screens.views.lists import ListKind, Part
from screens.views.report import Pane


class Report(CallbackData, prefix="report"):
    """The period of this length that the day is in. `fresh`: in a message of its own."""

    pane: Pane
    span: Span
    day: Day
    fresh: bool = False


class WhatIf(CallbackData, prefix="whatif"):
    """The last four weeks under other schemes."""


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


class Workbook(CallbackData, prefix="xlsx"):
    """The Excel file of these days, the last one included."""

    first: Day
    last: Day

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")
        return self


class Bundle(CallbackData, prefix="ledger"):
    """The ledger, for whoever checks it without this program."""


class OpenLead(CallbackData, prefix="open"):
    """The lead's card comes at the end of the chat."""

    lead: Number


class History(CallbackData, prefix="hist"):
    """The lead's card shows this page of its history in its place; 0: the card again."""

    lead: Number
    page: Annotated[int, Field(ge=0, lt=100_000)]


class TurnPage(CallbackData, prefix="page"):
    """The list in this chat shows this page, as it is now."""

    kind: ListKind
    page: Annotated[int, Field(ge=0, lt=100_000)]


class Leaf(CallbackData, prefix="leaf"):
    """The long list that is open on a card shows this page. `about`: what that card is about, as it is stored."""

    on: On
    about: str
    page: Number


class Seek(CallbackData, prefix="leaf-find"):
    """Asks for a part of a name, by which the long list is narrowed; `off`: it shows everybody again."""

    on: On
    about: str
    off: bool = False


class Narrow(CallbackData, prefix="narrow"):
    """The office's open leads, narrowed by this part; an empty value takes that back."""

    by: Part
    value: str = ""
