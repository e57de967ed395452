"""Hours of a day on which somebody is away, as they write them after /off."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.absences import Absent, read_absence
from contacts.days import Unread

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)  # a Monday, ten o'clock in Moscow


def shown(found: Absent | Unread) -> str:
    if isinstance(found, Unread):
        return found
    begins = f"{found.begins.astimezone(MOSCOW):%d.%m %H:%M}" if found.begins else "now"
    return f"{begins} - {found.back.astimezone(MOSCOW):%d.%m %H:%M}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:00-18:00", "23.11 14:00 - 23.11 18:00"),
        ("14:00 – 18:00", "23.11 14:00 - 23.11 18:00"),
        ("с 14:00 до 18:00", "23.11 14:00 - 23.11 18:00"),
        ("from 14:00 to 18:00", "23.11 14:00 - 23.11 18:00"),
        ("09:00-12:00", "now - 23.11 12:00"),
        ("до 14:00", "now - 23.11 14:00"),
        ("14:00", "now - 23.11 14:00"),
        ("до 24:00", "now - 24.11 00:00"),
        ("с 14:00", "23.11 14:00 - 24.11 00:00"),
        ("после 14:00", "23.11 14:00 - 24.11 00:00"),
        ("сегодня с 14:00", "23.11 14:00 - 24.11 00:00"),
        ("сегодня до 14:00", "now - 23.11 14:00"),
        ("завтра до 12:00", "24.11 00:00 - 24.11 12:00"),
        ("tomorrow until 12:00", "24.11 00:00 - 24.11 12:00"),
        ("до завтра 12:00", "now - 24.11 12:00"),
        ("завтра с 14:00", "24.11 14:00 - 25.11 00:00"),
        ("завтра 14:00-18:00", "24.11 14:00 - 24.11 18:00"),
        ("завтра с 14:00 до 18:00", "24.11 14:00 - 24.11 18:00"),
        ("в пт с 15:00", "27.11 15:00 - 28.11 00:00"),
        ("23.11 14:00-18:00", "23.11 14:00 - 23.11 18:00"),
        ("03.12 с 14:00 до 18:00", "03.12 14:00 - 03.12 18:00"),
        ("3 декабря с 14:00", "03.12 14:00 - 04.12 00:00"),
        ("с 3.12 14:00 по 5.12", "03.12 14:00 - 06.12 00:00"),
        ("с 3.12 14:00 до 5.12 12:00", "03.12 14:00 - 05.12 12:00"),
        ("22:00-02:00", "23.11 22:00 - 24.11 02:00"),
        ("на 2 часа", "now - 23.11 12:00"),
        ("на час", "now - 23.11 11:00"),
        ("полчаса", "now - 23.11 10:30"),
        ("for two hours", "now - 23.11 12:00"),
        ("завтра", "now - 24.11 00:00"),
        ("до 14", "now - 07.12 00:00"),
        ("до 14 часов", "now - 23.11 14:00"),
        ("до 5 часов вечера", "now - 23.11 17:00"),
        ("до трёх", "now - 23.11 15:00"),
        ("до половины пятого", "now - 23.11 16:30"),
        ("until 3pm", "now - 23.11 15:00"),
        ("до обеда", "now - 23.11 13:00"),
        ("завтра до обеда", "24.11 00:00 - 24.11 13:00"),
        ("с 2 до 6 вечера", "23.11 14:00 - 23.11 18:00"),
        ("завтра с двух до шести", "24.11 14:00 - 24.11 18:00"),
        ("до пяти дней", "now - 28.11 00:00"),
        ("на 40 минут", "now - 23.11 10:40"),
        ("полтора часа", "now - 23.11 11:30"),
        ("вернусь в 3", "now - 23.11 15:00"),
        ("буду в 15", "now - 23.11 15:00"),
        ("вернусь через час", "now - 23.11 11:00"),
        ("I'll be back in 40 minutes", "now - 23.11 10:40"),
        ("back at 3", "now - 23.11 15:00"),
        ("ушла до двух", "now - 23.11 14:00"),
        ("на больничном до пятницы", "now - 27.11 00:00"),
        ("отпуск с 3.12 по 10.12", "03.12 00:00 - 11.12 00:00"),
        ("отпуск с 10.12 на две недели", "10.12 00:00 - 24.12 00:00"),
        ("отгул в пятницу", "27.11 00:00 - 28.11 00:00"),
        ("завтра меня не будет", "24.11 00:00 - 25.11 00:00"),
        ("сегодня меня не будет", "now - 24.11 00:00"),
        ("day off on Friday", "27.11 00:00 - 28.11 00:00"),
        ("I'm on vacation from Dec 3 to Dec 10", "03.12 00:00 - 11.12 00:00"),
        ("заболела, буду в понедельник", "now - 30.11 00:00"),
        ("вернусь 3.12", "now - 03.12 00:00"),
        ("буду 3 декабря", "now - 03.12 00:00"),
        ("back 03.12.2026", "now - 03.12 00:00"),
        ("буду 25-го", "now - 25.11 00:00"),
        ("вернусь завтра в 10", "now - 24.11 10:00"),
        ("буду в 10 завтра", "now - 24.11 10:00"),
        ("буду в понедельник в 11", "now - 30.11 11:00"),
        ("до одиннадцати", "now - 23.11 11:00"),
        ("вернусь в понедельник", "now - 30.11 00:00"),
        ("back on Monday", "now - 30.11 00:00"),
        ("away on Friday", "27.11 00:00 - 28.11 00:00"),
        ("в пятницу", "now - 27.11 00:00"),
        ("03.12-10.12", "03.12 00:00 - 11.12 00:00"),
    ],
)
def test_hours_of_a_day_are_read(text: str, expected: str) -> None:
    assert shown(read_absence(text, NOW, MOSCOW)) == expected


@pytest.mark.parametrize(
    "text",
    ["отпуск 10.12.2020", "буду в 9 утра", "9:00", "08:00-09:00", "до 10:00", "22.11 14:00-18:00", "сегодня"],
)
def test_hours_that_are_over_are_not_ahead(text: str) -> None:
    assert read_absence(text, NOW, MOSCOW) is Unread.NOT_AHEAD


@pytest.mark.parametrize(
    "text",
    [
        "25:00",
        "10:0",
        "24:30",
        "с 10 до 12",
        "обед 14:00",
        "0 часов",
        "болею",
        "с 14 до 18",
        "отгул",
        "ушла",
        "14:00-",
    ],
)
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert read_absence(text, NOW, MOSCOW) is Unread.NO_DAY


@given(st.text(alphabet="0123456789.:-/ сподоиаn завтрпнч", max_size=30))
def test_whatever_is_typed_what_is_understood_ends_ahead_and_after_it_begins(text: str) -> None:
    found = read_absence(text, NOW, MOSCOW)
    if isinstance(found, Absent):
        assert found.back > NOW and (found.begins is None or NOW < found.begins < found.back)
