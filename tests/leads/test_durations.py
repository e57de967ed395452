"""Lengths of time as people write them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.durations import LONGEST, format_duration, parse_duration


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1s", timedelta(seconds=1)),
        ("90s", timedelta(seconds=90)),
        ("5m", timedelta(minutes=5)),
        ("1h30m", timedelta(minutes=90)),
        ("2w", timedelta(days=14)),
        ("1d12h", timedelta(hours=36)),
    ],
)
def test_a_length_is_read_as_it_is_written(text: str, length: timedelta) -> None:
    assert parse_duration(text) == length


@pytest.mark.parametrize(
    "text", ["", "5", "m", "5 m", "-5m", "1.5h", "30m1h", "5m5m", "5min", "٥m", "9999999999s"]
)
def test_what_is_no_length_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match='write it like "30s"'):
        parse_duration(text)


def test_nothing_at_all_is_too_short_unless_zero_is_allowed() -> None:
    with pytest.raises(ValueError, match="at least 1s"):
        parse_duration("0s")
    assert parse_duration("0s", zero=True) == timedelta(0)


def test_what_no_calendar_could_hold_is_too_long() -> None:
    with pytest.raises(ValueError, match="at most 3660d"):
        parse_duration("999999999w")


@pytest.mark.parametrize(("written", "tidy"), [("90s", "1m30s"), ("24h", "1d"), ("3w", "21d"), ("60m", "1h")])
def test_a_length_is_written_in_its_largest_units_but_not_in_weeks(written: str, tidy: str) -> None:
    assert format_duration(parse_duration(written)) == tidy


@given(st.integers(0, int(LONGEST.total_seconds())))
def test_what_is_written_is_read_back(seconds: int) -> None:
    length = timedelta(seconds=seconds)
    assert parse_duration(format_duration(length), zero=True) == length


@pytest.mark.parametrize("length", [timedelta(seconds=-1), timedelta(milliseconds=1500)])
def test_half_seconds_and_negative_lengths_cannot_be_written(length: timedelta) -> None:
    with pytest.raises(ValueError, match="whole number of seconds"):
        format_duration(length)
