"""A week's roster: the same hours for all, or longer duty and prime hours for those who convert."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from leads.duty.roster import Plan, as_shifts, in_turn, propose
from leads.duty.slots import Team, due_seconds
from leads.office import Origin, ShiftKind
from tests.leads.duty.weeks import HOUR, equal, hours, shared, slot, team
from tests.leads.office import MOSCOW, wall

WORKING_DAYS = [slot(24 * day + 9, 24 * day + 18) for day in range(5)]


def test_five_days_are_shared_two_two_and_one() -> None:
    found = equal(WORKING_DAYS, team("a", "b", "c"))
    assert list(found.values()) == [("a",), ("b",), ("c",), ("a",), ("b",)]


def test_two_on_duty_at_once_are_two_people() -> None:
    found = equal([slot(9, 18, 2), slot(33, 42, 2), slot(57, 66, 2)], team("a", "b", "c"))
    assert [hours(found, who) for who in "abc"] == [18, 18, 18]
    assert all(len(set(people)) == 2 for people in found.values())


def test_a_long_and_two_short_days_are_as_even_as_they_can_be() -> None:
    found = equal([slot(9, 13), slot(33, 37), slot(57, 65)], team("a", "b"))
    assert [hours(found, who) for who in "ab"] == [8, 8]


def test_the_long_days_are_given_first_for_the_short_ones_fill_the_gaps() -> None:
    """In the order of the week it would be fourteen hours and nine."""
    found = equal([slot(8, 17), slot(32, 37), slot(56, 60), slot(80, 85)], team("a", "b"))
    assert sorted(hours(found, who) for who in "ab") == [10, 13]


def test_who_is_on_leave_is_left_out_and_makes_nothing_up_afterwards() -> None:
    """Monday to Wednesday away: of Thursday and Friday, two days for three, his part is less than a day."""
    found = equal(WORKING_DAYS, team("a", "b", "c", away={"a": [(0, 72)]}))
    assert hours(found, "a") == 9 and hours(found, "b") == hours(found, "c") == 18
    assert due_seconds(WORKING_DAYS, team("a", "b", "c", away={"a": [(0, 72)]}))["a"] == 6 * HOUR


def test_a_slot_that_nobody_can_take_stays_empty() -> None:
    found = equal(WORKING_DAYS, team("a", "b", away={"a": [(0, 24)], "b": [(12, 13)]}))
    assert found[WORKING_DAYS[0]] == ()
    assert all(found[s] for s in WORKING_DAYS[1:])


def test_one_hands_over_what_stands_in_the_way_of_a_slot_that_only_he_can_take() -> None:
    early, late = slot(9, 15), slot(12, 18)
    found = equal([early, late], team("a", "b", away={"b": [(15, 18)]}))
    assert found == {early: ("b",), late: ("a",)}


def test_with_nobody_there_is_no_roster() -> None:
    assert equal(WORKING_DAYS, Team((), {})) == dict.fromkeys(WORKING_DAYS, ())


def test_who_converts_has_longer_duty_and_the_prime_hours() -> None:
    """Half of the hours for the best, and the mornings, which bring three times as much, are his first."""
    slots = [slot(24 * day + part, 24 * day + part + 4) for day in range(4) for part in (9, 13)]
    worths = {s: Fraction(3 if s.start.hour == 9 else 1) for s in slots}
    shares = {"best": Fraction(1, 2), "middle": Fraction(1, 4), "least": Fraction(1, 4)}
    found = propose(Plan.BY_CONVERSION, slots, shared(shares), worths)
    assert {who: hours(found, who) for who in shares} == {"best": 16, "middle": 8, "least": 8}
    assert all(found[s] == ("best",) for s in slots if s.start.hour == 9)


def test_prime_hours_go_to_the_best_only_within_his_due_hours() -> None:
    slots = [slot(24 * day + part, 24 * day + part + 4) for day in range(4) for part in (9, 13)]
    worths = {s: Fraction(3 if s.start.hour == 9 else 1) for s in slots}
    found = propose(Plan.BY_CONVERSION, slots, team("best", "other"), worths)
    assert hours(found, "best") == hours(found, "other") == 16
    shares = {"best": Fraction(1, 4), "other": Fraction(3, 4)}
    found = propose(Plan.BY_CONVERSION, slots, shared(shares), worths)
    assert [s for s in slots if found[s] == ("best",)] == [slots[0], slots[2]]


def test_the_slots_that_bring_most_are_given_first_whenever_they_are() -> None:
    """Four and a half hours are due to each; the best takes the short prime slot, though the longer one is earlier."""
    long, short = slot(9, 14), slot(33, 37)
    found = propose(
        Plan.BY_CONVERSION, [long, short], team("best", "other"), {long: Fraction(1), short: Fraction(3)}
    )
    assert found == {long: ("other",), short: ("best",)}


def test_of_two_days_the_best_has_the_better_one_also_where_less_is_due_to_him() -> None:
    better, other = slot(9, 18), slot(33, 42)
    shares = {"best": Fraction(5, 18), "second": Fraction(13, 18)}
    found = propose(
        Plan.BY_CONVERSION, [better, other], shared(shares), {better: Fraction(3), other: Fraction(1)}
    )
    assert found == {better: ("best",), other: ("second",)}


def test_the_shifts_are_dated_replace_the_plan_and_keep_the_clock_on_the_wall() -> None:
    (shift,) = as_shifts("site", {slot(6, 15): ("a",), slot(15, 20): ()}, MOSCOW)
    assert (shift.kind, shift.origin, shift.instead_of) == (ShiftKind.REPLACE, Origin.ROSTER, None)
    assert shift.start and shift.start.tzinfo is None and shift.start.hour == 9
    assert wall("2026-11-30 09:00") == slot(6, 15).start


def test_another_one_begins_each_week() -> None:
    weeks = [date(2026, 11, 23) + timedelta(weeks=n) for n in range(4)]
    firsts = [in_turn("abc", monday)[0] for monday in weeks]
    assert sorted(firsts[:3]) == ["a", "b", "c"] and firsts[3] == firsts[0]
    assert in_turn((), weeks[0]) == ()
