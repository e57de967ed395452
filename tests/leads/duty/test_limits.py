"""Rest between two shifts and hours in a week: nobody is proposed more than an office allows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.duty.limits import Excess, Limits, Span
from leads.duty.roster import Plan, propose
from leads.duty.slots import Slot, Team

HOUR = timedelta(hours=1)
MONDAY = datetime(2026, 11, 30, tzinfo=UTC)
RULES = Limits(11 * HOUR, 40 * HOUR)


def span(day: int, start: int, end: int) -> Span:
    return MONDAY + timedelta(days=day, hours=start), MONDAY + timedelta(days=day, hours=end)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([], ()),
        ([span(0, 9, 18)], ()),
        ([span(0, 9, 13), span(0, 14, 18)], ()),  # lunch between: one shift
        ([span(0, 9, 13), span(0, 13, 18)], ()),
        ([span(0, 8, 14), span(0, 14, 22)], ("rest",)),  # fourteen hours
        ([span(0, 8, 20), span(0, 20, 32)], ("rest",)),
        ([span(0, 12, 21), span(1, 8, 17)], ()),  # eleven hours between
        ([span(0, 12, 22), span(1, 8, 17)], ("rest",)),
        ([span(0, 8, 32)], ()),  # one window that is longer by itself
        ([span(0, 8, 32), span(1, 14, 20)], ("rest",)),
        ([span(n, 9, 17) for n in range(5)], ()),
        ([span(n, 9, 18) for n in range(5)], ("week",)),
        ([span(5, 8, 20), span(5, 20, 32), span(6, 8, 16)], ("rest",)),  # Saturday at eight to Sunday at four
    ],
)
def test_what_one_person_may_have(held: list[Span], expected: tuple[str, ...]) -> None:
    assert RULES.exceeded(held) == tuple(map(Excess, expected))
    assert RULES.allow(held) is (not expected)


def test_a_duty_of_the_week_before_stands_in_the_way_and_is_none_of_this_weeks_hours() -> None:
    sunday = (MONDAY - 4 * HOUR, MONDAY)
    assert RULES.exceeded([span(0, 8, 16)], [sunday]) == (Excess.REST,)
    assert RULES.exceeded([span(0, 11, 19)], [sunday]) == ()
    two = [(MONDAY - 40 * HOUR, MONDAY - 30 * HOUR), (MONDAY - 25 * HOUR, MONDAY - 15 * HOUR)]
    assert RULES.exceeded([span(0, 11, 19)], two) == (), "what others have approved before is theirs"


def test_without_limits_everything_is_allowed() -> None:
    assert Limits().allow([span(n, 0, 24) for n in range(7)])


WEEKEND = [Slot(*span(n, *hours)) for n in range(7) for hours in ((8, 20), (20, 32))]


@given(
    st.lists(st.sampled_from(WEEKEND), unique=True, max_size=14),
    st.integers(1, 5),
    st.sampled_from(Plan),
    st.sampled_from([RULES, Limits(12 * HOUR, 36 * HOUR), Limits(timedelta(0), 24 * HOUR)]),
)
def test_no_proposal_goes_beyond_the_limits_whoever_there_is(
    slots: list[Slot], people: int, plan: Plan, limits: Limits
) -> None:
    team = Team(tuple("abcde"[:people]), dict.fromkeys("abcde"[:people], Fraction(1, people)), limits=limits)
    found = propose(plan, slots, team, dict.fromkeys(slots, Fraction(1)))
    for who in team.people:
        assert limits.allow([(s.start, s.end) for s, those in found.items() if who in those])


def test_with_enough_people_every_window_of_a_long_week_is_filled() -> None:
    people = tuple("abcde")
    team = Team(people, dict.fromkeys(people, Fraction(1, 5)), limits=Limits(11 * HOUR, 40 * HOUR))
    found = propose(Plan.EQUAL, WEEKEND, team, dict.fromkeys(WEEKEND, Fraction(1)))
    assert all(found.values())
