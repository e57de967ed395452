"""What happened in an office, as `replay` is told it: one event a row of a CSV file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from contacts.territories import NOWHERE, Whereabouts
from leads.lead import Outcome, Step


class Does(StrEnum):
    """What somebody does with an offer."""

    CLAIM = "claim"
    DECLINE = "decline"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Answer:
    does: Does
    after: timedelta = timedelta(0)  # the offer's delivery
    reason: str | None = None  # given after a decline


AT_ONCE = Answer(Does.CLAIM)
"""What whoever is not named does."""


@dataclass(frozen=True, slots=True)
class Event:
    at: datetime  # UTC


@dataclass(frozen=True, slots=True)
class CheckedIn(Event):
    who: str


@dataclass(frozen=True, slots=True)
class CheckedOut(Event):
    who: str


@dataclass(frozen=True, slots=True)
class WentOnLeave(Event):
    """`begins`: told of beforehand; None: at once."""

    who: str
    until: datetime
    begins: datetime | None = None


@dataclass(frozen=True, slots=True)
class Joined(Event):
    who: str
    segment: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Quit(Event):
    who: str
    segment: str


@dataclass(frozen=True, slots=True)
class Weighed(Event):
    who: str
    weight: float


@dataclass(frozen=True, slots=True)
class HandedOver(Event):
    """A lead; without a segment its rules read the facts. `picked`: the secretary's own choice."""

    lead: str
    segment: str | None = None
    phone: str | None = None  # E.164
    where: Whereabouts = NOWHERE
    source: str | None = None
    text: str = ""
    picked: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def answer(self, who: str, step: Step, before: int) -> Answer:  # noqa: ARG002 - a remembered lead reads them
        """What they do when they are asked on this step, having been asked `before` times to take it, or to choose."""
        return self.answers.get(who, AT_ONCE)


@dataclass(frozen=True, slots=True)
class Assigned(Event):
    lead: str
    who: str


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """`of`: whose outcome it is; in anybody else's hands the lead is closed without one. None: it is the lead's."""

    lead: str
    outcome: Outcome
    amount: int | None = None  # in hundredths of the currency
    of: str | None = None


# What only an office's own history tells; no row of a CSV file.


@dataclass(frozen=True, slots=True)
class Moved(Assigned):
    """The head's hand as it was: out of `was`'s hands, None: nobody had it. In other hands there is nothing to move."""

    was: str | None


@dataclass(frozen=True, slots=True)
class GivenBack(Event):
    """By its holder; nothing where another holds it."""

    lead: str
    who: str


@dataclass(frozen=True, slots=True)
class WasThere(Event):
    """Whoever does this was at work, so a pause after lapses, which was none in fact, is over."""

    who: str


@dataclass(frozen=True, slots=True)
class LeaveDropped(Event):
    """It was still ahead."""

    who: str


@dataclass(frozen=True, slots=True)
class Linked(Event):
    """Somebody has opened the bot for the first time; or (`on` is False) has left the office."""

    who: str
    on: bool
