"""Ten tries over 75 hours; whoever asks to be left alone is, but for no longer than a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.retrying import GAPS, LONGEST_WAIT, TRIES, bounded, next_try

NOW = datetime(2026, 11, 29, 7, 16, tzinfo=UTC)
WRITTEN = ("5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h")
SECONDS = {"s": 1, "m": 60, "h": 3600}


def test_the_tries_are_as_far_apart_as_the_standard_says() -> None:
    assert [gap.total_seconds() for gap in GAPS] == [int(w[:-1]) * SECONDS[w[-1]] for w in WRITTEN]
    assert sum(GAPS, timedelta(0)) == timedelta(hours=75, minutes=35, seconds=5)
    assert TRIES == 10


@pytest.mark.parametrize(("tries", "gap"), list(enumerate(GAPS, 1)))
def test_after_each_try_that_failed_comes_the_next(tries: int, gap: timedelta) -> None:
    assert next_try(tries, NOW) == NOW + gap


def test_after_the_last_it_is_given_up_whatever_is_asked_for() -> None:
    assert next_try(TRIES, NOW) is None
    assert next_try(TRIES, NOW, timedelta(hours=1)) is None


@given(st.integers(1, TRIES - 1), st.none() | st.timedeltas())
def test_nobody_is_tried_before_they_wish_nor_left_alone_for_more_than_a_day_more(
    tries: int, wait: timedelta | None
) -> None:
    then = next_try(tries, NOW, wait)
    assert then is not None
    assert then - NOW >= max(GAPS[tries - 1], bounded(wait) or timedelta(0))
    assert then - NOW <= max(GAPS[tries - 1], LONGEST_WAIT)
    assert wait is None or wait > LONGEST_WAIT or then - NOW >= wait
