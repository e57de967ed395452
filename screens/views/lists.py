"""Lists of leads, as their readers see them: a page at a time, each row a way to the lead's card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from leads.lead import Due, Outcome, Progress, State
from screens.views.lead import Choice
from screens.views.leafing import UNLEAFED, Leafed

STILL_FOR: Final = timedelta(days=3)
"""Without anything happening for so long, a lead stands still."""

PAGE: Final = 8
"""Rows that a telephone shows with their buttons."""


class ListKind(StrEnum):
    """Which list it is. Each chat has one of a kind."""

    MINE = "mine"  # the open leads in the reader's hands
    TAKEN = "taken"  # what the reader has taken in today, and every draft of theirs
    FOUND = "found"  # what was looked for
    LEADS = "leads"  # the office's open leads
    KEPT = "kept"  # what nobody has, at the end of the ladder, and the reader is asked about


class Only(StrEnum):
    """Says which of the office's open leads are shown."""

    ALL = ""
    NOBODYS = "nobodys"  # handed over, and in nobody's hands
    STILL = "still"
    DRAFTS = "drafts"


class Part(StrEnum):
    """What a list is narrowed by."""

    ONLY = "only"
    WHO = "who"
    SEGMENT = "segment"
    MENU = "menu"  # which choice is open: one of the others


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next of itself: a reminder, a call that was promised."""

    what: Due
    at: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """One lead. `client`: name or phone, masked where it is not for the reader; None: neither is known."""

    lead: int
    number: int | None
    state: State
    client: str | None
    who: tuple[str, ...]  # the holder, unless that is the reader; or who may claim it
    since: datetime  # held, handed over, or taken in
    moved_at: datetime  # when something last happened to it
    mark: Progress | None = None
    outcome: Outcome | None = None
    next: Next | None = None
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class ListView:
    """`page` counts from nought. `total`: rows of all pages; of what was found there may be `more` than are shown."""

    kind: ListKind
    now: datetime
    timezone: ZoneInfo
    rows: tuple[Row, ...]
    page: int = 0
    total: int = 0
    more: bool = False
    narrowing: Narrowing | None = None  # of the office's open leads

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the list is narrowed by: `who` and `segment` are names, None: any. `choices`: of the menu that is open."""

    only: Only = Only.ALL
    who: str | None = None
    segment: str | None = None
    menu: Part | None = None
    choices: tuple[Choice, ...] = ()
    leafed: Leafed = UNLEAFED  # how far through these
    has_segments: bool = True  # there is more than one to choose from
