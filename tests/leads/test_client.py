"""When a client's time is over."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from leads.client import months_before

MOSCOW = ZoneInfo("Europe/Moscow")


@pytest.mark.parametrize(
    ("now", "months", "then"),
    [
        (datetime(2026, 11, 23, 7, tzinfo=UTC), 36, datetime(2023, 11, 23, 7, tzinfo=UTC)),
        (datetime(2026, 3, 31, 7, tzinfo=UTC), 1, datetime(2026, 2, 28, 7, tzinfo=UTC)),
        (datetime(2026, 1, 15, 7, tzinfo=UTC), 1, datetime(2025, 12, 15, 7, tzinfo=UTC)),
        (datetime(2026, 1, 31, 22, tzinfo=UTC), 12, datetime(2025, 1, 31, 22, tzinfo=UTC)),
    ],
)
def test_months_are_those_of_the_calendar_on_the_wall(now: datetime, months: int, then: datetime) -> None:
    assert months_before(now, months, MOSCOW) == then
