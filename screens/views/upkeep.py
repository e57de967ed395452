"""What keeps the office's data safe, as the readers of /office see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class BackupView:
    """`place`: of the copy, on the server; `age`: in seconds."""

    at: datetime
    age: int
    place: str
    leads: int


@dataclass(frozen=True, slots=True)
class VerificationView:
    """`problems`: the first of `count`; none where everything holds. `head`: as it is published."""

    at: datetime
    entries: int
    head: str
    count: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UpkeepView:
    """`copies`: whether the command of this program makes them; else the database has a tool of its own.

    `head`: of the ledger as it is now; `is_running`: it is being verified.
    """

    timezone: ZoneInfo
    copies: bool
    backup: BackupView | None
    entries: int
    head: str | None
    verified: VerificationView | None
    is_running: bool
