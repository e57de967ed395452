"""A shift as people type it: any part of it, in any order."""

from __future__ import annotations

from datetime import date, time

import pytest

from contacts.duty_words import ShiftWords, read_shift

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("written", "day", "hours", "rest"),
    [
        ("завтра 9-14 Сидорова", TUESDAY, (time(9), time(14)), "сидорова"),
        ("Иванов, вт 24.11 9:30 – 18", TUESDAY, (time(9, 30), time(18)), "иванов"),
        ("с 10 до 18", None, (time(10), time(18)), ""),
        ("пн", MONDAY, None, ""),
        ("сегодня", MONDAY, None, ""),
        ("10 декабря 9-18", date(2026, 12, 10), (time(9), time(18)), ""),
        ("2026-11-24 20-8", TUESDAY, (time(20), time(8)), ""),
        ("tomorrow 9 am - 2 pm Kim", TUESDAY, (time(9), time(14)), "kim"),
        ("18-24 Петров", None, (time(18), time(0)), "петров"),
        ("9-9", None, (time(9), time(21)), ""),
        ("завтра 9-5", TUESDAY, (time(9), time(17)), ""),
        ("завтра с девяти до двух Сидорова", TUESDAY, (time(9), time(14)), "сидорова"),
        ("tomorrow 2-6 pm", TUESDAY, (time(14), time(18)), ""),
        ("from six till nine pm", None, (time(18), time(21)), ""),
        ("6-9 pm, Ivan", None, (time(18), time(21)), "ivan"),
        ("завтра, 9-14, Сидорова", TUESDAY, (time(9), time(14)), "сидорова"),
        ("12-12", None, None, "12-12"),
        ("25-30", None, None, "25-30"),
        ("Пётр Петров", None, None, "петр петров"),
        ("", None, None, ""),
    ],
)
def test_whatever_is_said_of_a_shift_is_read(
    written: str, day: date | None, hours: tuple[time, time] | None, rest: str
) -> None:
    assert read_shift(written, MONDAY) == ShiftWords(day, hours, rest)
