"""When the office is open."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from leads.hours import Hours, is_open, next_opening
from leads.wall_clock import parse_weekly

MOSCOW = ZoneInfo("Europe/Moscow")
KAZAN = Hours((parse_weekly("mon-fri 09:00-18:00"), parse_weekly("sat 10:00-15:00")))
NIGHTS = Hours((parse_weekly("fri 22:00-06:00"),))


def no_holidays(_: date) -> bool:
    return False


def unity_day(day: date) -> bool:
    return (day.month, day.day) == (11, 4)


def moscow(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (moscow(23, 8, 59), False),
        (moscow(23, 9), True),
        (moscow(23, 17, 59), True),
        (moscow(23, 18), False),
        (moscow(28, 14), True),
        (moscow(29, 12), False),
    ],
)
def test_the_office_opens_on_the_minute_and_closes_on_the_minute(at: datetime, expected: bool) -> None:
    assert is_open(KAZAN, MOSCOW, at, no_holidays) is expected


def test_a_night_goes_on_after_midnight() -> None:
    assert is_open(NIGHTS, MOSCOW, moscow(28, 5), no_holidays)
    assert not is_open(NIGHTS, MOSCOW, moscow(27, 5), no_holidays)


def test_on_a_holiday_the_office_stays_closed() -> None:
    assert not is_open(KAZAN, MOSCOW, moscow(4, 12), unity_day)


def test_a_night_that_began_before_the_holiday_goes_on_but_none_begins_on_it() -> None:
    def is_saturday(day: date) -> bool:
        return day == date(2026, 11, 28)

    def is_friday(day: date) -> bool:
        return day == date(2026, 11, 27)

    assert is_open(NIGHTS, MOSCOW, moscow(28, 5), is_saturday)
    assert not is_open(NIGHTS, MOSCOW, moscow(28, 5), is_friday)


def test_an_open_office_opens_now_and_the_answer_is_in_utc() -> None:
    at = next_opening(KAZAN, MOSCOW, moscow(23, 12), no_holidays)
    assert at == moscow(23, 12)
    assert at.tzinfo is UTC


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        (moscow(23, 7), moscow(23, 9)),
        (moscow(23, 18), moscow(24, 9)),
        (moscow(27, 20), moscow(28, 10)),
        (moscow(28, 15), moscow(30, 9)),
    ],
)
def test_a_closed_office_opens_on_its_next_working_morning(at: datetime, opens: datetime) -> None:
    assert next_opening(KAZAN, MOSCOW, at, no_holidays) == opens


def test_the_evening_before_a_holiday_looks_past_it() -> None:
    assert next_opening(KAZAN, MOSCOW, moscow(3, 19), unity_day) == moscow(5, 9)


def test_an_office_that_is_always_open_opens_at_every_instant() -> None:
    at = moscow(29, 3, 33)
    assert is_open(Hours.always(), MOSCOW, at, no_holidays)
    assert next_opening(Hours.always("RU"), MOSCOW, at, no_holidays) == at


@pytest.mark.parametrize("hours", [Hours(()), Hours((parse_weekly("sun 10:00-12:00"),))])
def test_an_office_that_never_opens_has_no_next_opening(hours: Hours) -> None:
    assert next_opening(hours, MOSCOW, moscow(23, 12), lambda day: day.weekday() == 6) is None


def test_an_opening_in_the_hour_that_daylight_saving_skips_is_put_off_to_its_end() -> None:
    chicago = ZoneInfo("America/Chicago")
    daily = Hours((parse_weekly("mon-sun 02:30-08:00"),))
    before = datetime(2020, 3, 8, 1, 0, tzinfo=chicago)
    at = next_opening(daily, chicago, before, no_holidays)
    assert at is not None
    assert at.astimezone(chicago).isoformat() == "2020-03-08T03:00:00-05:00"
