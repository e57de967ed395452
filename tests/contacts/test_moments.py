"""Moments as people write them, on a Monday at half past ten in Moscow."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from contacts.days import Unread
from contacts.moments import read_moment

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)

READ = {
    "завтра в 15": "24.11 15:00",
    "Завтра, 15:00": "24.11 15:00",
    "в 15:30 завтра": "24.11 15:30",
    "завтра в 15-30": "24.11 15:30",
    "завтра в 3": "24.11 15:00",
    "завтра в 03:00": "24.11 03:00",
    "завтра": "24.11 10:00",
    "завтра после обеда": "24.11 14:00",
    "послезавтра утром": "25.11 10:00",
    "пт 11:30": "27.11 11:30",
    "в понедельник": "30.11 10:00",
    "в следующий вторник в 12": "01.12 12:00",
    "05.12 9:00": "05.12 09:00",
    "5 декабря в 9 утра": "05.12 09:00",
    "05.12": "05.12 10:00",
    "2026-12-05 10:00": "05.12 10:00",
    "15:00": "23.11 15:00",
    "15.30": "23.11 15:30",
    "в 15 часов": "23.11 15:00",
    "сегодня вечером": "23.11 18:00",
    "через час": "23.11 11:30",
    "через полчаса": "23.11 11:00",
    "через 2 часа": "23.11 12:30",
    "через 1,5 часа": "23.11 12:00",
    "через полтора часа": "23.11 12:00",
    "через 15 минут": "23.11 10:45",
    "через 3 дня": "26.11 10:00",
    "через неделю": "30.11 10:00",
    "перезвонить завтра в 15": "24.11 15:00",
    "tomorrow at 3pm": "24.11 15:00",
    "Friday morning": "27.11 10:00",
    "December 5 at 9:30": "05.12 09:30",
    "in half an hour": "23.11 11:00",
    "in 2 hours": "23.11 12:30",
}
PAST = ("10:00", "в 9", "сегодня в 10", "22.11 15:00", "23.11 10:30")
NONE = (
    "",
    "потом",
    "99:99",
    "25:00",
    "завтра в 24:00",
    "31.02 10:00",
    "8 917 224 18 34",
    "через",
    "через 0 часов",
)


@pytest.mark.parametrize("typed", READ)
def test_a_moment_is_read_however_it_is_typed(typed: str) -> None:
    found = read_moment(typed, NOW, MOSCOW)
    assert isinstance(found, datetime)
    assert f"{found.astimezone(MOSCOW):%d.%m %H:%M}" == READ[typed]


@pytest.mark.parametrize("typed", PAST)
def test_what_is_over_is_not_guessed(typed: str) -> None:
    assert read_moment(typed, NOW, MOSCOW) is Unread.NOT_AHEAD


@pytest.mark.parametrize("typed", NONE)
def test_what_tells_no_moment_is_none(typed: str) -> None:
    assert read_moment(typed, NOW, MOSCOW) is Unread.NO_DAY
