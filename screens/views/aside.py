"""What is shown of updates that could not be handled: when, what kind, what error. Nothing of what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Kind(StrEnum):
    MESSAGE = "message"
    TAP = "tap"
    UNREADABLE = "unreadable"  # there is nothing to try again with


@dataclass(frozen=True, slots=True)
class AsideRow:
    update: int
    at: datetime
    kind: Kind
    error: str  # its type alone


@dataclass(frozen=True, slots=True)
class AsideView:
    timezone: ZoneInfo
    rows: tuple[AsideRow, ...]
    more: int = 0
