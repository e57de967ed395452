"""Days as people write them, after /off and elsewhere."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.days import Away, Unread, read_away, read_day

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)  # a Monday


def december(day: int) -> date:
    return date(2026, 12, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01.12", december(1)),
        ("1.12.2026", december(1)),
        ("01.12.26", december(1)),
        ("1/12", december(1)),
        ("2026-12-01", december(1)),
        ("до 30.11", date(2026, 11, 30)),
        ("10.01", date(2027, 1, 10)),
        ("29.02.2028", date(2028, 2, 29)),
        ("7d", date(2026, 11, 30)),
        ("7 дней", date(2026, 11, 30)),
        ("на 7 дней", date(2026, 11, 30)),
        ("1", date(2026, 11, 24)),
        ("3 дня", date(2026, 11, 26)),
        ("три дня", date(2026, 11, 26)),
        ("2 недели", date(2026, 12, 7)),
        ("на неделю", date(2026, 11, 30)),
        ("a week", date(2026, 11, 30)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("завтра", date(2026, 11, 24)),
        ("ДО ЗАВТРА!", date(2026, 11, 24)),
        ("послезавтра", date(2026, 11, 25)),
        ("the day after tomorrow", date(2026, 11, 25)),
        ("tomorrow", date(2026, 11, 24)),
        ("до пятницы", date(2026, 11, 27)),
        ("пт", date(2026, 11, 27)),
        ("until Friday", date(2026, 11, 27)),
        ("понедельник", date(2026, 11, 30)),
        ("до следующей пятницы", december(4)),
        ("10 декабря", december(10)),
        ("до 10-го декабря", december(10)),
        ("10 дек.", december(10)),
        ("10 декабря 2027 года", date(2027, 12, 10)),
        ("December 10", december(10)),
        ("until 10th of December", december(10)),
        ("Dec 10, 2027", date(2027, 12, 10)),
        ("по 10 декабря", december(11)),
        ("до 10.12 включительно", december(11)),
    ],
)
def test_one_day_is_that_of_the_return(text: str, day: date) -> None:
    assert read_away(text, NOW, MOSCOW) == Away(None, day)


@pytest.mark.parametrize(
    ("text", "first", "back"),
    [
        ("03.12 - 10.12", december(3), december(11)),
        ("с 3-го по 10-е", december(3), december(11)),
        ("03.12-10.12", december(3), december(11)),
        ("3–10.12", december(3), december(11)),
        ("с 3 по 10 декабря", december(3), december(11)),
        ("3-10 декабря", december(3), december(11)),
        ("с 3 до 10 декабря", december(3), december(10)),
        ("с 3.12 по 10.12.2026", december(3), december(11)),
        ("с 3 декабря на неделю", december(3), december(10)),
        ("с завтра до пятницы", date(2026, 11, 24), date(2026, 11, 27)),
        ("со среды по послезавтра", date(2026, 11, 25), date(2026, 11, 26)),
        ("с 28.12 по 08.01", date(2026, 12, 28), date(2027, 1, 9)),
        ("2026-12-03 - 2026-12-10", december(3), december(11)),
        ("from 3 to 10 December", december(3), december(11)),
        ("Dec 3 - 10", december(3), december(11)),
        ("from December 3 until December 10", december(3), december(10)),
        ("20.11 - 27.11", None, date(2026, 11, 28)),
        ("с 23.11 по 27.11", None, date(2026, 11, 28)),
    ],
)
def test_from_one_day_to_another(text: str, first: date | None, back: date) -> None:
    """`по` and a dash count the last day in; `до` does not. What has begun begins now."""
    assert read_away(text, NOW, MOSCOW) == Away(first, back)


@pytest.mark.parametrize(
    "text",
    ["23.11", "22.11", "22.11.2026", "сегодня", "20.10", "01.06", "10.12 - 03.12", "с 16.11 по 20.11"],
)
def test_today_and_what_lies_behind_is_no_day_of_next_year(text: str) -> None:
    assert read_away(text, NOW, MOSCOW) is Unread.NOT_AHEAD


@pytest.mark.parametrize(
    "text", ["0", "31.02", "1.13", "12:00", "в отпуск", "с 3 декабря", "с 1 по 3", "-", "1.1.99999"]
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_away(text, NOW, MOSCOW) is Unread.NO_DAY


def test_today_is_that_of_the_writers_own_calendar() -> None:
    late = datetime(2026, 11, 23, 22, tzinfo=UTC)  # the 24th in Moscow
    assert read_day("24.11", late, MOSCOW) is Unread.NOT_AHEAD
    assert read_day("24.11", late, ZoneInfo("Europe/London")) == date(2026, 11, 24)
    assert read_day("завтра", late, MOSCOW) == date(2026, 11, 25)
    assert read_day("в пятницу", late, MOSCOW) == date(2026, 11, 27)
    assert read_day("потом", late, MOSCOW) is Unread.NO_DAY


@given(
    st.dates(date(2001, 1, 1), date(2098, 12, 31)),
    st.integers(1, 180),
    st.sampled_from(["%d.%m", "%d.%m.%Y", "%Y-%m-%d"]),
)
def test_a_day_of_the_next_half_year_is_read_on_every_day_there_is(
    today: date, ahead: int, form: str
) -> None:
    day = date.fromordinal(today.toordinal() + ahead)
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=MOSCOW)
    assert read_day(day.strftime(form), noon, MOSCOW) == day


@given(st.text(alphabet="0123456789.-/ сподоиаn декабрятмw", max_size=30))
def test_whatever_is_typed_a_day_that_is_understood_lies_ahead(text: str) -> None:
    found = read_away(text, NOW, MOSCOW)
    if isinstance(found, Away):
        assert found.back > (found.first or NOW.date()) >= NOW.date()
