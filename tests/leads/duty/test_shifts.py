"""Who is on duty, and when that changes."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.duty.shifts import DutySpan, next_change, next_duty, on_duty, timeline
from leads.office import Shift, ShiftKind
from leads.wall_clock import WeeklyRule, instant, parse_weekly

MOSCOW = ZoneInfo("Europe/Moscow")
CHICAGO = ZoneInfo("America/Chicago")
BERLIN = ZoneInfo("Europe/Berlin")

wall = datetime.fromisoformat  # naive, as a clock shows it


def at(text: str, tz: ZoneInfo = MOSCOW) -> datetime:
    return instant(wall(text), tz)


def weekly(who: str, rule: str) -> Shift:
    return Shift("site", who, weekly=parse_weekly(rule))


def dated(who: str, start: str, end: str, kind: ShiftKind, instead_of: str | None = None) -> Shift:
    return Shift("site", who, start=wall(start), end=wall(end), kind=kind, instead_of=instead_of)


def spoken(spans: list[DutySpan]) -> list[tuple[str, str]]:
    """When each span starts in Moscow, and who is on duty then."""
    return [(f"{span.start.astimezone(MOSCOW):%H:%M}", " ".join(span.who)) for span in spans]


ALWAYS_A = weekly("a", "mon-sun 00:00-24:00")
B_BY_DAY = weekly("b", "mon-sun 09:00-21:00")
C_FOR_B = dated("c", "2026-11-23 09:00", "2026-11-23 21:00", ShiftKind.REPLACE, "b")


@pytest.mark.parametrize(
    ("when", "who"),
    [
        ("2026-11-23 08:59", ("a",)),
        ("2026-11-23 09:00", ("a", "c")),
        ("2026-11-23 21:00", ("a",)),
        ("2026-11-24 09:00", ("a", "b")),
    ],
)
def test_who_is_replaced_for_a_day_is_back_the_next_day(when: str, who: tuple[str, ...]) -> None:
    """GoAlert, test/smoke/scheduleoverridereplace."""
    assert on_duty([ALWAYS_A, B_BY_DAY, C_FOR_B], MOSCOW, at(when)) == who


def test_a_quarter_of_an_hour_replaced_splits_the_hour_in_three() -> None:
    """GoAlert, oncall/state_test.go."""
    roster = [
        weekly("a", "mon 08:00-10:00"),
        dated("b", "2026-11-23 08:30", "2026-11-23 08:45", ShiftKind.REPLACE, "a"),
    ]
    hour = timeline(roster, MOSCOW, at("2026-11-23 08:00"), at("2026-11-23 09:00"))
    assert spoken(hour) == [("08:00", "a"), ("08:30", "b"), ("08:45", "a")]
    assert hour[-1].end == at("2026-11-23 09:00")


def test_a_daily_shift_from_a_time_that_is_skipped_starts_when_the_gap_ends() -> None:
    """GoAlert, schedule/rotation/rotation_test.go."""
    roster = [weekly("a", "mon-sun 02:30-08:00")]
    first = next_duty(roster, CHICAGO, at("2020-03-08 00:00", CHICAGO))
    second = next_duty(roster, CHICAGO, at("2020-03-08 12:00", CHICAGO))
    assert first == at("2020-03-08 03:00", CHICAGO)
    assert second == at("2020-03-09 02:30", CHICAGO)


def test_a_night_shift_lasts_past_midnight() -> None:
    roster = [weekly("a", "sun 22:00-06:00")]
    assert on_duty(roster, MOSCOW, at("2026-11-23 05:59")) == ("a",)
    assert on_duty(roster, MOSCOW, at("2026-11-23 06:00")) == ()


def test_one_who_is_added_stands_beside_the_weekly_ones() -> None:
    roster = [ALWAYS_A, dated("c", "2026-11-23 09:00", "2026-11-23 10:00", ShiftKind.ADD)]
    assert on_duty(roster, MOSCOW, at("2026-11-23 09:30")) == ("a", "c")


def test_one_who_is_removed_is_off_for_the_window_only() -> None:
    roster = [ALWAYS_A, B_BY_DAY, dated("a", "2026-11-23 09:00", "2026-11-23 10:00", ShiftKind.REMOVE)]
    assert on_duty(roster, MOSCOW, at("2026-11-23 09:30")) == ("b",)
    assert on_duty(roster, MOSCOW, at("2026-11-23 10:00")) == ("a", "b")


def test_who_replaces_nobody_by_name_is_alone_in_place_of_the_weekly_plan() -> None:
    roster = [ALWAYS_A, B_BY_DAY, dated("c", "2026-11-23 09:00", "2026-11-23 10:00", ShiftKind.REPLACE)]
    assert on_duty(roster, MOSCOW, at("2026-11-23 09:30")) == ("c",)


def test_nobody_stands_in_for_one_who_is_off_duty_anyway() -> None:
    roster = [B_BY_DAY, dated("c", "2026-11-23 20:00", "2026-11-23 23:00", ShiftKind.REPLACE, "b")]
    assert on_duty(roster, MOSCOW, at("2026-11-23 20:30")) == ("c",)
    assert on_duty(roster, MOSCOW, at("2026-11-23 22:00")) == ()


def test_a_stand_in_can_be_stood_in_for() -> None:
    d_for_c = dated("d", "2026-11-23 12:00", "2026-11-23 13:00", ShiftKind.REPLACE, "c")
    assert on_duty([B_BY_DAY, C_FOR_B, d_for_c], MOSCOW, at("2026-11-23 12:30")) == ("d",)


def test_two_lines_for_one_person_count_once() -> None:
    roster = [weekly("b", "mon 09:00-12:00"), ALWAYS_A, weekly("b", "mon 11:00-18:00")]
    assert on_duty(roster, MOSCOW, at("2026-11-23 11:30")) == ("b", "a")


def test_the_timeline_has_no_seam_where_one_shift_of_a_person_meets_the_next() -> None:
    roster = [weekly("a", "mon 08:00-12:00"), weekly("a", "mon 12:00-16:00")]
    day = timeline(roster, MOSCOW, at("2026-11-23 00:00"), at("2026-11-24 00:00"))
    assert spoken(day) == [("00:00", ""), ("08:00", "a"), ("16:00", "")]


def test_the_next_change_is_the_next_coming_or_going() -> None:
    roster = [ALWAYS_A, B_BY_DAY]
    assert next_change(roster, MOSCOW, at("2026-11-23 09:00")) == at("2026-11-23 21:00")
    assert next_change(roster, MOSCOW, at("2026-11-23 08:59")) == at("2026-11-23 09:00")


def test_where_one_is_always_on_duty_nothing_ever_changes() -> None:
    assert next_change([ALWAYS_A], MOSCOW, at("2026-11-23 09:00")) is None


def test_a_change_months_ahead_is_found_behind_a_long_absence() -> None:
    mondays = weekly("a", "mon 09:00-18:00")
    leave = dated("a", "2026-11-23 00:00", "2027-02-03 00:00", ShiftKind.REMOVE)
    assert next_duty([mondays, leave], MOSCOW, at("2026-11-23 09:00")) == at("2027-02-08 09:00")


def test_whoever_is_on_duty_is_on_duty_now() -> None:
    now = datetime(2026, 11, 23, 12, 34, tzinfo=MOSCOW)
    found = next_duty([ALWAYS_A], MOSCOW, now)
    assert found == now
    assert found.tzinfo is UTC


def test_a_roster_of_the_past_and_an_empty_one_have_no_next_duty() -> None:
    past = dated("a", "2026-11-01 09:00", "2026-11-02 09:00", ShiftKind.ADD)
    assert next_duty([past], MOSCOW, at("2026-11-23 09:00")) is None
    assert next_duty([], MOSCOW, at("2026-11-23 09:00")) is None


PEOPLE = st.sampled_from("abc")
QUARTERS = st.integers(0, 95).map(lambda n: wall("2026-01-01") + timedelta(minutes=15 * n)).map(datetime.time)
WEEKLY = st.builds(
    Shift,
    st.just("site"),
    PEOPLE,
    weekly=st.builds(
        WeeklyRule, st.sets(st.integers(0, 6), min_size=1).map(sorted).map(tuple), QUARTERS, QUARTERS
    ),
)


@st.composite
def rosters(draw: st.DrawFn, around: datetime) -> list[Shift]:
    """Weekly shifts, and dated ones within some days of a change of the clocks."""
    shifts = draw(st.lists(WEEKLY, max_size=4))
    for _ in range(draw(st.integers(0, 4))):
        start = around + timedelta(minutes=15 * draw(st.integers(-300, 300)))
        end = start + timedelta(minutes=15 * draw(st.integers(1, 200)))
        kind = draw(st.sampled_from(ShiftKind))
        instead_of = draw(st.none() | PEOPLE) if kind is ShiftKind.REPLACE else None
        shifts.append(Shift("site", draw(PEOPLE), start=start, end=end, kind=kind, instead_of=instead_of))
    return draw(st.permutations(shifts))


CHANGES_OF_CLOCKS = pytest.mark.parametrize(
    ("tz", "around"),
    [
        (BERLIN, wall("2026-03-29 02:00")),
        (BERLIN, wall("2026-10-25 02:00")),
        (CHICAGO, wall("2020-03-08 02:00")),
        (CHICAGO, wall("2020-11-01 01:00")),
    ],
)


@CHANGES_OF_CLOCKS
@settings(deadline=None)
@given(data=st.data())
def test_the_timeline_says_at_every_instant_who_is_on_duty(
    tz: ZoneInfo, around: datetime, data: st.DataObject
) -> None:
    roster = data.draw(rosters(around))
    start, end = (instant(around + timedelta(days=days), tz) for days in (-2, 2))
    spans = timeline(roster, tz, start, end)
    assert (spans[0].start, spans[-1].end) == (start, end)
    for before, after in pairwise(spans):
        assert before.end == after.start
        assert before.who != after.who
    for minutes in data.draw(st.lists(st.integers(0, 4 * 24 * 60 - 61), min_size=5, max_size=20)):
        moment = start + timedelta(minutes=minutes)
        [span] = [span for span in spans if span.start <= moment < span.end]
        assert span.who == on_duty(roster, tz, moment)


@CHANGES_OF_CLOCKS
@settings(deadline=None)
@given(data=st.data())
def test_the_next_change_is_where_the_timeline_is_split_first(
    tz: ZoneInfo, around: datetime, data: st.DataObject
) -> None:
    roster = data.draw(rosters(around))
    now = instant(around, tz) + timedelta(minutes=data.draw(st.integers(-3000, 3000)))
    spans = timeline(roster, tz, now, now + timedelta(days=7))
    change = next_change(roster, tz, now)
    if len(spans) > 1:
        assert change == spans[1].start
    else:
        assert change is None or change >= spans[0].end


@CHANGES_OF_CLOCKS
@settings(deadline=None)
@given(data=st.data())
def test_nobody_is_on_duty_before_the_next_duty(tz: ZoneInfo, around: datetime, data: st.DataObject) -> None:
    roster = data.draw(rosters(around))
    now = instant(around, tz) + timedelta(minutes=data.draw(st.integers(-3000, 3000)))
    duty = next_duty(roster, tz, now)
    if duty is None:
        assert not any(span.who for span in timeline(roster, tz, now, now + timedelta(days=30)))
    else:
        assert on_duty(roster, tz, duty)
        assert not any(span.who for span in timeline(roster, tz, now, duty))
