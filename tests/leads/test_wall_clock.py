"""What the clock on the office's wall says, and when that is."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.wall_clock import EVERY_DAY, WeeklyRule, format_weekly, instant, parse_weekly, span_on, spans

wall = datetime.fromisoformat  # naive, as a clock shows it
CHICAGO = ZoneInfo("America/Chicago")
BERLIN = ZoneInfo("Europe/Berlin")
MOSCOW = ZoneInfo("Europe/Moscow")

RULES = st.builds(
    WeeklyRule,
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("mon-fri 09:00-18:00", WeeklyRule((0, 1, 2, 3, 4), time(9), time(18))),
        ("mon,wed 09:00-18:00", WeeklyRule((0, 2), time(9), time(18))),
        ("mon 22:00-06:00", WeeklyRule((0,), time(22), time(6))),
        ("sat-sun 00:00-24:00", WeeklyRule((5, 6), time(0), time(0))),
        ("fri-mon 9:00-10:30", WeeklyRule((0, 4, 5, 6), time(9), time(10, 30))),
        ("  Mon  09:00 - 18:00 ", WeeklyRule((0,), time(9), time(18))),
    ],
)
def test_a_weekly_rule_is_read_as_it_is_written(text: str, rule: WeeklyRule) -> None:
    assert parse_weekly(text) == rule


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("mon-fri", "not a weekly rule"),
        ("пн 09:00-18:00", "not a day of the week"),
        ("mon- 09:00-18:00", "not a day of the week"),
        ("mon 09:00", "not a span of hours"),
        ("mon 09:00-25:00", "not a time of day"),
        ("mon 24:00-06:00", "not a time of day"),
        ("mon 09:60-18:00", "not a time of day"),
    ],
)
def test_what_is_no_weekly_rule_is_refused_and_named(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_weekly(text)


def test_a_rule_is_written_with_its_days_in_ranges() -> None:
    assert format_weekly(parse_weekly("sun,mon,tue,wed,fri 18:00-00:00")) == "mon-wed,fri,sun 18:00-24:00"


@settings(deadline=None)
@given(RULES)
def test_what_is_written_is_read_back(rule: WeeklyRule) -> None:
    assert parse_weekly(format_weekly(rule)) == rule


def test_a_time_that_daylight_saving_skips_is_the_first_instant_after_the_gap() -> None:
    """GoAlert, rotation_test.go: daily at 02:30 in Chicago, over 8 March 2020."""
    skipped = instant(wall("2020-03-08 02:30"), CHICAGO)
    following = instant(wall("2020-03-09 02:30"), CHICAGO)
    assert skipped.astimezone(CHICAGO).isoformat() == "2020-03-08T03:00:00-05:00"
    assert following.astimezone(CHICAGO).isoformat() == "2020-03-09T02:30:00-05:00"


def test_a_time_that_happens_twice_is_the_first_of_the_two() -> None:
    assert instant(wall("2026-10-25 02:30"), BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_whole_day_that_a_country_skipped_is_the_midnight_after_it() -> None:
    samoa = ZoneInfo("Pacific/Apia")
    at = instant(wall("2011-12-30 15:00"), samoa)
    assert at.astimezone(samoa).replace(tzinfo=None) == wall("2011-12-31")


@settings(deadline=None)
@given(
    st.datetimes(wall("2019-01-01"), wall("2027-01-01")),
    st.timedeltas(timedelta(0), timedelta(hours=3)),
    st.sampled_from([CHICAGO, BERLIN, ZoneInfo("Australia/Lord_Howe")]),
)
def test_a_later_time_on_the_wall_never_happens_earlier(at: datetime, later: timedelta, tz: ZoneInfo) -> None:
    assert instant(at, tz) <= instant(at + later, tz)


def test_a_night_shift_belongs_to_the_day_it_starts_on() -> None:
    night = parse_weekly("mon 22:00-06:00")
    assert span_on(night, MOSCOW, date(2026, 11, 23)) == (
        datetime(2026, 11, 23, 19, tzinfo=UTC),
        datetime(2026, 11, 24, 3, tzinfo=UTC),
    )
    assert span_on(night, MOSCOW, date(2026, 11, 24)) is None


def test_a_span_that_lies_in_the_gap_does_not_happen() -> None:
    early = parse_weekly("sun 02:00-02:45")
    assert span_on(early, CHICAGO, date(2020, 3, 8)) is None
    assert span_on(early, CHICAGO, date(2020, 3, 15)) is not None


def test_spans_are_whole_and_only_those_that_share_an_instant_with_the_window() -> None:
    night = parse_weekly("mon,tue 22:00-06:00")
    tuesday_three = datetime(2026, 11, 24, 0, tzinfo=UTC)  # 03:00 in Moscow, in Monday's night
    monday_night = (datetime(2026, 11, 23, 19, tzinfo=UTC), datetime(2026, 11, 24, 3, tzinfo=UTC))
    tuesday_ten = datetime(2026, 11, 24, 19, tzinfo=UTC)
    assert spans(night, MOSCOW, tuesday_three, tuesday_ten) == [monday_night]
    assert spans(night, MOSCOW, monday_night[1], tuesday_ten) == []


@settings(deadline=None)
@given(st.datetimes(wall("2026-03-20"), wall("2026-11-10")), st.sampled_from([CHICAGO, BERLIN]))
def test_a_rule_of_every_whole_day_leaves_no_gap(at: datetime, tz: ZoneInfo) -> None:
    start = at.replace(tzinfo=UTC)
    whole = spans(WeeklyRule(EVERY_DAY, time(0), time(0)), tz, start, start + timedelta(days=3))
    assert whole[0][0] <= start
    assert whole[-1][1] >= start + timedelta(days=3)
    assert all(before[1] == after[0] for before, after in pairwise(whole))
