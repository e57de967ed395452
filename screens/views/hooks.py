"""What the panes of where the office tells of its leads show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from leads.hooks import EventKind


class HookState(StrEnum):
    """How an address is doing."""

    ON = "on"  # nothing was sent for long, or ever
    WORKS = "works"
    TRIED = "tried"  # the last that was sent is a test, and that has failed
    FAILS = "fails"  # since when nothing has arrived there
    OFF = "off"  # by hand
    GONE = "gone"  # it has answered that it is there no more
    UNSIGNED = "unsigned"  # nothing is sent unsigned


@dataclass(frozen=True, slots=True)
class HookLine:
    """`id`: as buttons name it. `since`: of a state that began (UTC). `waiting`: so much has not arrived yet."""

    id: str
    host: str
    state: HookState
    since: datetime | None = None
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class HooksView:
    timezone: tzinfo
    rows: Sequence[HookLine]
    may_add: bool = True
    asks: bool = False  # for the address of a new one
    refused: bool = False


@dataclass(frozen=True, slots=True)
class HookView:
    """`env`: the variable that holds its secret; None: the chat has made that. `both_until`: so long the secret before
    signs, too. `in_clear`: its address is not encrypted, so nobody's name goes there.
    """

    timezone: tzinfo
    line: HookLine
    url: str
    events: Sequence[EventKind]
    personal: bool
    private: bool
    env: str | None = None
    both_until: datetime | None = None
    in_clear: bool = False


@dataclass(frozen=True, slots=True)
class SentState:
    """What came of one event: `done`: as of `storage.deliveries.DeliveryState`."""

    done: str
    again_at: datetime | None = None  # UTC; None: it waits for another, or for nothing


@dataclass(frozen=True, slots=True)
class SentLine:
    """One event that was sent, or is to be. `lead`: None of a test. `tries`: what came of each, a number of HTTP or
    why there was none.
    """

    delivery: int
    lead: int | None
    event: str
    at: datetime
    state: SentState
    tries: Sequence[int | str]


@dataclass(frozen=True, slots=True)
class SentView:
    timezone: tzinfo
    line: HookLine
    rows: Sequence[SentLine]
    page: int
    pages: int
