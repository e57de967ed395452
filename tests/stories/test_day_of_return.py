"""The day of return after /off, as people write it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.desk.presence import read_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01.12", date(2026, 12, 1)),
        ("1.12.2026", date(2026, 12, 1)),
        ("до 30.11", date(2026, 11, 30)),
        ("23.11", date(2027, 11, 23)),
        ("10.01", date(2027, 1, 10)),
        ("29.02.2028", date(2028, 2, 29)),
        ("7d", date(2026, 11, 30)),
        ("7 дней", date(2026, 11, 30)),
        ("1", date(2026, 11, 24)),
    ],
)
def test_it_is_the_next_such_day(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["завтра", "0", "31.02", "22.11.2026", "2026-12-01", "1.13", "12:00"])
def test_what_is_no_day_ahead_is_not_guessed(text: str) -> None:
    assert read_day(text, TODAY) is None
