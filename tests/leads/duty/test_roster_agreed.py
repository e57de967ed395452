"""What people agree on, laid over the office file: approved weeks, swaps, and what each of them leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.duty.roster import Plan, Proposal, as_shifts, propose
from leads.duty.shifts import duties, next_change, next_duty, on_duty, timeline
from leads.duty.slots import Team, week_slots
from leads.office import Origin, Shift, ShiftKind
from leads.wall_clock import WeeklyRule, instant, span_on
from tests.leads.duty.rosters import BERLIN, at, dated, duty_office, weekly
from tests.leads.office import MOSCOW, no_holidays

MONDAY = date(2026, 11, 30)
WEEK = timedelta(days=7)
PLAN = (weekly("a", "mon-fri 09:00-18:00"), weekly("b", "sat 10:00-15:00"), weekly("c", "sun 22:00-06:00"))


def approved(
    plan: tuple[Shift, ...], *people: str, monday: date = MONDAY
) -> tuple[Proposal, tuple[Shift, ...]]:
    office = duty_office(*plan)
    slots = week_slots(office, "site", monday, no_holidays)
    shares = dict.fromkeys(people, Fraction(1, len(people)))
    found = propose(Plan.EQUAL, slots, Team(people, shares), dict.fromkeys(slots, Fraction(0)))
    return found, as_shifts("site", found, MOSCOW)


def test_the_approved_week_is_the_proposal_and_the_next_is_the_weekly_plan_again() -> None:
    proposal, shifts = approved(PLAN, "c", "b")
    start, end = at("2026-11-30 06:00"), at("2026-12-07 06:00")
    week = timeline([*PLAN, *shifts], MOSCOW, start, end)
    assert [(s.start, s.end, s.who) for s in week if s.who] == [
        (slot.start, slot.end, people) for slot, people in proposal.items()
    ]
    for weeks in (-1, 1, 2):
        other = start + weeks * WEEK, end + weeks * WEEK
        assert timeline([*PLAN, *shifts], MOSCOW, *other) == timeline(PLAN, MOSCOW, *other)


def test_the_night_before_the_approved_week_is_still_last_weeks() -> None:
    """Whoever began on Sunday night stays till Monday morning, also beside those of the new plan."""
    plan = (weekly("c", "sun 22:00-06:00"), weekly("b", "mon 05:00-09:00"))
    _, shifts = approved(plan, "a")
    roster = [*plan, *shifts]
    assert on_duty(roster, MOSCOW, at("2026-11-30 04:00")) == ("c",)
    assert on_duty(roster, MOSCOW, at("2026-11-30 05:30")) == ("c", "a")
    assert on_duty(roster, MOSCOW, at("2026-12-07 04:00")) == ("a",)
    assert on_duty(roster, MOSCOW, at("2026-12-07 05:30")) == ("b", "a")
    assert on_duty(roster, MOSCOW, at("2026-12-07 07:00")) == ("b",)


def test_a_slot_that_nobody_could_take_is_empty_and_not_the_weekly_plans() -> None:
    _, shifts = approved(PLAN, "c", "b")
    tuesday = at("2026-12-01 12:00")
    without = [shift for shift in shifts if shift.start and shift.start.day != 1]
    assert on_duty([*PLAN, *without], MOSCOW, tuesday) == ()
    assert next_duty([*PLAN, *without], MOSCOW, tuesday) == at("2026-12-02 09:00")
    assert next_change([*PLAN, *without], MOSCOW, tuesday) == at("2026-12-02 09:00")


def test_dated_shifts_of_the_file_change_the_approved_week_as_they_change_the_plan() -> None:
    _, shifts = approved(PLAN, "c")
    day = ("2026-12-01 09:00", "2026-12-01 12:00")
    cases = [
        (dated("b", *day, ShiftKind.ADD), ("b", "c")),
        (dated("c", *day, ShiftKind.REMOVE), ()),
        (dated("b", *day, ShiftKind.REPLACE, "c"), ("b",)),
        (dated("b", *day, ShiftKind.REPLACE, "a"), ("c",)),
        (dated("b", *day, ShiftKind.REPLACE), ("b",)),
    ]
    for change, who in cases:
        roster = [*PLAN, change, *shifts]
        assert on_duty(roster, MOSCOW, at("2026-12-01 10:00")) == who
        assert on_duty(roster, MOSCOW, at("2026-12-01 12:00")) == ("c",)


def test_a_swap_is_laid_over_the_approved_week() -> None:
    _, shifts = approved(PLAN, "c")
    swap = replace(
        dated("b", "2026-12-01 09:00", "2026-12-01 18:00", ShiftKind.REPLACE, "c"), origin=Origin.SWAP
    )
    assert on_duty([*PLAN, *shifts, swap], MOSCOW, at("2026-12-01 10:00")) == ("b",)


def test_two_on_duty_at_once_stay_two_in_the_approved_week() -> None:
    plan = (weekly("a", "mon 09:00-18:00"), weekly("b", "mon 09:00-18:00"))
    _, shifts = approved(plan, "b", "c")
    assert on_duty([*plan, *shifts], MOSCOW, at("2026-11-30 12:00")) == ("b", "c")


def test_a_duty_is_one_shift_and_not_the_whole_week() -> None:
    days = [weekly("a", "mon-wed 00:00-24:00")]
    found = duties(days, MOSCOW, "a", at("2026-11-30 10:00"), at("2026-12-02 00:00"))
    assert found == [
        (at("2026-11-30 10:00"), at("2026-12-01 00:00")),
        (at("2026-12-01 00:00"), at("2026-12-02 00:00")),
    ]
    assert duties(days, MOSCOW, "b", at("2026-11-30 10:00"), at("2026-12-02 00:00")) == []


def test_a_duty_is_shown_to_its_end_and_without_what_another_has_taken() -> None:
    lunch = dated("b", "2026-11-30 12:00", "2026-11-30 13:00", ShiftKind.REPLACE, "a")
    roster = [*PLAN, lunch]
    assert duties(roster, MOSCOW, "a", at("2026-11-30 11:00"), at("2026-11-30 17:00")) == [
        (at("2026-11-30 11:00"), at("2026-11-30 12:00")),
        (at("2026-11-30 13:00"), at("2026-11-30 18:00")),
    ]
    months = dated("b", "2026-11-30 12:00", "2027-02-28 13:00", ShiftKind.ADD)
    (long, *_) = duties([months], MOSCOW, "b", at("2026-11-30 11:00"), at("2026-12-01 17:00"))
    assert long == (at("2026-11-30 12:00"), at("2027-02-28 13:00"))


QUARTERS = st.integers(0, 95).map(lambda n: datetime(2026, 1, 1) + timedelta(minutes=15 * n))  # noqa: DTZ001
RULES = st.builds(
    WeeklyRule,
    st.sets(st.integers(0, 6), min_size=1).map(sorted).map(tuple),
    QUARTERS.map(datetime.time),
    QUARTERS.map(datetime.time),
)
WEEKLY = st.lists(
    st.builds(Shift, st.just("site"), st.sampled_from("abc"), weekly=RULES), min_size=1, max_size=5
)
WEEKS_WITH_A_CHANGE = pytest.mark.parametrize("monday", [date(2026, 3, 23), date(2026, 10, 19), MONDAY])


@WEEKS_WITH_A_CHANGE
@settings(deadline=None)
@given(plan=WEEKLY, data=st.data())
def test_at_every_instant_the_approved_week_is_the_proposal_and_the_windows_of_other_weeks(
    monday: date, plan: list[Shift], data: st.DataObject
) -> None:
    office = duty_office(*plan, tz=BERLIN)
    slots = week_slots(office, "site", monday, no_holidays)
    if not slots:  # daylight saving skips the only one
        return
    people = tuple(data.draw(st.permutations("abc")))
    team = Team(people, dict.fromkeys(people, Fraction(1, 3)))
    proposal = propose(Plan.EQUAL, slots, team, dict.fromkeys(slots, Fraction(0)))
    roster = data.draw(st.permutations([*plan, *as_shifts("site", proposal, BERLIN)]))
    start = instant(datetime.combine(monday, datetime.min.time()), BERLIN)
    for quarters in data.draw(st.lists(st.integers(-4 * 30, 4 * 24 * 16), min_size=10, max_size=40)):
        moment = start + timedelta(minutes=15 * quarters)
        expected = {w for s, people in proposal.items() if s.start <= moment < s.end for w in people}
        for shift in plan:
            for days in (*range(-15, 0), *range(7, 30)):
                span = span_on(shift.weekly, BERLIN, monday + timedelta(days=days)) if shift.weekly else None
                if span and span[0] <= moment < span[1]:
                    expected.add(shift.who)
        assert set(on_duty(roster, BERLIN, moment)) == expected


@WEEKS_WITH_A_CHANGE
@settings(deadline=None)
@given(plan=WEEKLY, data=st.data())
def test_ones_duties_are_all_the_time_that_he_is_on_duty_and_nothing_else(
    monday: date, plan: list[Shift], data: st.DataObject
) -> None:
    office = duty_office(*plan, tz=BERLIN)
    slots = week_slots(office, "site", monday, no_holidays)
    team = Team(("a", "b"), dict.fromkeys("ab", Fraction(1, 2)))
    shifts = as_shifts("site", propose(Plan.EQUAL, slots, team, dict.fromkeys(slots, Fraction(0))), BERLIN)
    roster = [*plan, *shifts]
    start = instant(datetime.combine(monday, datetime.min.time()), BERLIN) + timedelta(
        minutes=data.draw(st.integers(-3000, 3000))
    )
    until = start + timedelta(days=14)
    found = duties(roster, BERLIN, "a", start, until)
    assert all(begin < end for begin, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    for span in timeline(roster, BERLIN, start, until):
        covered = any(begin <= span.start and span.end <= end for begin, end in _joined(found))
        assert covered == ("a" in span.who)


def _joined(found: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    joined: list[tuple[datetime, datetime]] = []
    for begin, end in found:
        if joined and joined[-1][1] == begin:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((begin, end))
    return joined
