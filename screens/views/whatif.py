"""What the screen about other schemes is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple


class Against(IntEnum):
    """How the expected sales of a scheme compare with those of the present rules."""

    FEWER = -1
    NOBODY_KNOWS = 0  # the difference may be none
    MORE = 1


@dataclass(frozen=True, slots=True)
class WhatIfRow:
    """One scheme; `scheme` is `office` for the office's own rules where its segments have several."""

    scheme: str
    jain: float | None  # None: nothing was due to anybody
    sales: tuple[float, float, float] | None  # expected, low, high; None: nothing is closed yet
    is_current: bool = False
    against: Against = Against.NOBODY_KNOWS


class Change(NamedTuple):
    """Whose share would have changed the most under this scheme."""

    name: str
    fact: int  # leads he had
    scheme: str
    then: int  # and would have had


@dataclass(frozen=True, slots=True)
class WhatIfView:
    """`won`: sales of the period's leads in fact, so far."""

    first: date
    last: date
    leads: int
    won: int
    rows: tuple[WhatIfRow, ...]
    changes: tuple[Change, ...]
    left_out: tuple[str, ...] = ()  # schemes: by hand, or without a roster
    is_cut: bool = False  # there were more leads, of which these are the newest
