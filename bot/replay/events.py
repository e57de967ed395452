"""What happened in an office, as `replay` is told it: one event a row of a CSV file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from leads.scene import Outcome


class Does(StrEnum):
    """What somebody does with an offer."""

    CLAIM = "claim"
    DECLINE = "decline"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Answer:
    does: Does
    after: timedelta = timedelta(0)  # the offer's delivery


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
    who: str
    until: datetime


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
    region: str | None = None
    source: str | None = None
    text: str = ""
    picked: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assigned(Event):
    lead: str
    who: str


@dataclass(frozen=True, slots=True)
class Ended(Event):
    lead: str
    outcome: Outcome
    amount: int | None = None  # in hundredths of the currency
