"""Days, weeks and months on the office's calendar, also where clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.figures.periods import Period, Span, after, before, period_of
from leads.wall_clock import offsets

DAYS = st.dates(date(1971, 1, 1), date(2190, 1, 1))
ZONES = st.sampled_from(
    ["Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]
).map(ZoneInfo)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [(Span.DAY, 26, 26), (Span.WEEK, 23, 29), (Span.MONTH, 1, 30)],
)
def test_the_period_that_a_day_is_in(span: Span, first: int, last: int) -> None:
    expected = Period(date(2026, 11, first), date(2026, 11, last))
    assert period_of(span, date(2026, 11, 26)) == expected


@given(day=DAYS, span=st.sampled_from(Span))
def test_periods_follow_each_other_without_a_gap(day: date, span: Span) -> None:
    here = period_of(span, day)
    assert here.first <= day <= here.last
    assert before(span, here).last + timedelta(days=1) == here.first
    assert after(span, here).first - timedelta(days=1) == here.last
    assert before(span, after(span, here)) == here


def test_the_day_on_which_clocks_go_forward_is_an_hour_shorter() -> None:
    start, end = Period(date(2027, 3, 28), date(2027, 3, 28)).bounds(ZoneInfo("Europe/Berlin"))
    assert (end - start) == timedelta(hours=23)


@given(
    zone=ZONES,
    start=st.integers(1975, 2035).map(lambda year: datetime(year, 1, 17, 3, 25, tzinfo=UTC)),
    days=st.integers(0, 800),
    data=st.data(),
)
def test_at_any_moment_the_stretches_say_how_far_the_wall_is_ahead(
    zone: ZoneInfo, start: datetime, days: int, data: st.DataObject
) -> None:
    end = start + timedelta(days=days, seconds=1)
    found = offsets(zone, start, end)
    assert [until for until, _ in found] == sorted(until for until, _ in found) and found[-1][0] == end
    at = start + timedelta(seconds=data.draw(st.integers(0, days * 86400)))
    told = next(offset for until, offset in found if at < until)
    assert told == at.astimezone(zone).utcoffset()
