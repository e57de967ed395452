"""The evening's message, which carries the seal: it is due within a day, and no day that is still to come was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

A_DAY: Final = timedelta(hours=26)  # and the hour that a day may have more


def wrong_evenings(
    due: datetime | None, told: Iterable[str], now: datetime, timezone: ZoneInfo
) -> Iterator[str]:
    """`due`: when the next one is planned; `told`: the days of which one was sent, ISO, on the office's calendar."""
    if due and due > now + A_DAY:
        yield f"the office: its next evening message, with the seal, is put off until {due.isoformat()}"
    today = now.astimezone(timezone).date()
    for day in told:
        if not _is_past(day, today):
            yield f"summaries: {day} is said to be told already"


def _is_past(day: str, today: date) -> bool:
    try:
        return date.fromisoformat(day) <= today
    except ValueError:
        return False
