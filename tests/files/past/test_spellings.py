"""Times, sums and outcomes as the tables of other programs spell them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from files.csv_file import BadValueError
from files.past.spellings import NULL_DAY, moment_in, outcome_in, sum_in
from leads.lead import Outcome

HALF_PAST = datetime(2026, 11, 28, 14, 5)  # noqa: DTZ001 - as it stands in the file


@pytest.mark.parametrize(
    "said",
    [
        *(
            "28.11.2026 14:05",
            "28.11.2026, 14:05",
            "28.11.26 14:05",
            "28.11.2026 14:05:00",
            "28/11/2026 14:05",
        ),
        *("11/28/2026 02:05 PM", "11/28/2026 2:05:00 pm", "2026-11-28 14:05", "2026-11-28T14:05:00"),
        *("2026/11/28 14:05", "28 ноября 2026 14:05", "28 нояб. 2026 г., 14:05", "28 Nov 2026 14:05"),
        *("28.11.2026 в 14:05", " 28-11-2026  14:05 ", "46354.586805555555"),
        *("Nov 28, 2026 2:05 pm", "November 28, 2026 at 14:05", "сб, 28.11.2026 14:05"),
        *("Суббота, 28 ноября 2026 г. 14:05", "Saturday 28 Nov 2026 14:05", "воскресенье 28.11.2026 14:05"),
    ],
)
def test_a_time(said: str) -> None:
    assert moment_in("at", said) == HALF_PAST


@pytest.mark.parametrize(
    "said",
    [
        *("28.11.2026", "2026-11-28", "46354", "28 ноября 2026", "28/11/26", "11/28/2026", "28.11.2026 г."),
        *("28 ноября 2026 года", "Nov 28 2026"),
    ],
)
def test_a_day_alone_stays_one(said: str) -> None:
    found = moment_in("at", said)
    assert found == date(2026, 11, 28) and not isinstance(found, datetime)


def test_an_offset_is_kept_and_nothing_is_nothing() -> None:
    found = moment_in("at", "2026-11-28T14:05:00+03:00")
    assert isinstance(found, datetime) and found.utcoffset() is not None
    assert moment_in("at", "") is None and moment_in("at", "  ") is None


def test_in_a_slashed_day_the_day_is_first_unless_half_a_day_is_named() -> None:
    assert moment_in("at", "03/04/2026") == date(2026, 4, 3)
    assert moment_in("at", "03/04/2026 1:00 PM") == datetime(2026, 3, 4, 13)  # noqa: DTZ001
    assert moment_in("at", "03/04/2026 12:10 AM") == datetime(2026, 3, 4, 0, 10)  # noqa: DTZ001


@pytest.mark.parametrize(
    "said",
    [
        "вчера",
        "31.02.2026",
        "2026-13-01",
        "28.11",
        "120000",
        "14:05",
        "28.11.2026 25:00",
        "сб",
        "Foo 5, 2026",
    ],
)
def test_what_is_no_time(said: str) -> None:
    with pytest.raises(BadValueError, match=r"^at: .* is not a time"):
        moment_in("at", said)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 12, 31)))  # noqa: DTZ001
def test_every_second_of_excel_is_read(moment: datetime) -> None:
    exact = moment.replace(microsecond=0)
    days = (exact - NULL_DAY).total_seconds() / 86_400
    found = moment_in("at", f"{days:.10f}")
    assert isinstance(found, date) and (found == exact or found == exact.date())


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(("120 000,50 ₽", "120000.50"), ("120\xa0000,50 ₽", "120000.50"), ("120000.5", "120000.50")),
        *(("120,000.50", "120000.50"), ("120.000,50", "120000.50"), ("1.200.000", "1200000.00")),
        *(("120,000", "120000.00"), ("120 000 руб.", "120000.00"), ("99,90", "99.90"), ("0", "0.00")),
        *(("120000|RUB", "120000.00"), ("$1,200.00", "1200.00"), ("", ""), ("-", ""), ("0,125", "0.13")),
        *(("1'200", "1200.00"), ("45000.0000", "45000.00")),
        *(("120 тыс. руб.", "120000.00"), ("1,2 млн", "1200000.00"), ("35к", "35000.00")),
        *(("120 000 руб. 50 коп.", "120000.50"),),
    ],
)
def test_a_sum(said: str, meant: str) -> None:
    assert sum_in("amount", said) == meant


@pytest.mark.parametrize("said", ["много", "-5", "12 или 15", "1,2,3.4.5x", "100-150 тыс"])
def test_what_is_no_sum(said: str) -> None:
    with pytest.raises(BadValueError, match=r"^amount: .* is not a sum of money"):
        sum_in("amount", said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Успешно реализовано", Outcome.WON),
        ("Закрыто и не реализовано", Outcome.LOST),
        ("Сделка успешна", Outcome.WON),
        ("Сделка провалена", Outcome.LOST),
        ("Анализ причины провала", Outcome.LOST),
        ("C:WON", Outcome.WON),
        ("C4:WON", Outcome.WON),
        ("WON", Outcome.WON),
        ("C12:LOSE", Outcome.LOST),
        ("DT1032_7:SUCCESS", Outcome.WON),
        ("DT1032_7:FAIL", Outcome.LOST),
        ("APOLOGY", Outcome.LOST),
        ("JUNK", Outcome.BAD),
        ("Некачественный лид", Outcome.BAD),
        ("142", Outcome.WON),
        ("143", Outcome.LOST),
        ("Продажи / Сделка успешна", Outcome.WON),
        ("  ОТКАЗ ", Outcome.LOST),
        ("won", Outcome.WON),
        ("Closed Lost", Outcome.LOST),
        ("Переговоры", None),
        ("C4:NEW", None),
        ("Качественный лид", None),
        ("", None),
    ],
)
def test_an_outcome(said: str, meant: Outcome | None) -> None:
    assert outcome_in(said) is meant
