"""When a letter that has not arrived is tried again: ten times over three days (Standard Webhooks 1.0)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

GAPS: Final = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""From each try to the next; the first is made at once."""
TRIES: Final = len(GAPS) + 1
LONGEST_WAIT: Final = timedelta(hours=24)
"""Nobody who asks to be left alone is left alone for longer."""


def next_try(tries: int, now: datetime, wait: timedelta | None = None) -> datetime | None:
    """Tells when the next try is made, after so many that have failed; None: it is given up.

    `wait`: for how long whoever was to get it has asked to be left alone.
    """
    if tries >= TRIES:
        return None
    return now + max(GAPS[tries - 1], bounded(wait) or timedelta(0))


def bounded(wait: timedelta | None) -> timedelta | None:
    """Returns how long somebody is left alone who has asked for that."""
    return None if wait is None else min(max(wait, timedelta(0)), LONGEST_WAIT)
