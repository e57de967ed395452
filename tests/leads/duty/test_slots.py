"""For which spans of a week a roster needs somebody, and which of them are the prime ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from leads.duty.slots import Slot, by_hour_of_week, prime, week_slots, worth
from leads.office import Office, ShiftKind
from tests.leads.duty.rosters import BERLIN, at, dated, duty_office, weekly
from tests.leads.office import MOSCOW, no_holidays

MONDAY = date(2026, 11, 23)


def spoken(office: Office, monday: date = MONDAY) -> list[tuple[str, str, int]]:
    zone = office.timezone
    return [
        (f"{s.start.astimezone(zone):%a %H:%M}", f"{s.end.astimezone(zone):%H:%M}", s.places)
        for s in week_slots(office, "site", monday, no_holidays)
    ]


def test_the_slots_are_the_windows_of_the_weekly_shifts_each_once() -> None:
    office = duty_office(
        weekly("a", "mon,wed 09:00-18:00"), weekly("b", "wed 09:00-18:00"), weekly("c", "fri 10:00-15:00")
    )
    assert spoken(office) == [("Mon 09:00", "18:00", 1), ("Wed 09:00", "18:00", 2), ("Fri 10:00", "15:00", 1)]


def test_a_line_written_twice_needs_nobody_twice() -> None:
    assert spoken(duty_office(weekly("a", "mon 09:00-18:00"), weekly("a", "mon 09:00-18:00"))) == [
        ("Mon 09:00", "18:00", 1)
    ]


def test_a_night_belongs_to_the_week_in_which_it_begins() -> None:
    assert spoken(duty_office(weekly("a", "sun 22:00-06:00"))) == [("Sun 22:00", "06:00", 1)]


def test_dated_shifts_and_those_of_other_segments_make_no_slot() -> None:
    add = dated("c", "2026-11-24 09:00", "2026-11-24 18:00", ShiftKind.ADD)
    office = duty_office(weekly("a", "mon 09:00-18:00"), add)
    elsewhere = replace(weekly("d", "fri 09:00-18:00"), segment="rest")
    assert spoken(replace(office, shifts=(*office.shifts, elsewhere))) == [("Mon 09:00", "18:00", 1)]


def test_without_weekly_shifts_each_opening_is_cut_in_its_middle() -> None:
    office = duty_office(hours=("mon-tue 09:00-18:00", "sat 10:00-14:30"))
    assert spoken(office) == [
        ("Mon 09:00", "13:30", 1),
        ("Mon 13:30", "18:00", 1),
        ("Tue 09:00", "13:30", 1),
        ("Tue 13:30", "18:00", 1),
        ("Sat 10:00", "12:00", 1),
        ("Sat 12:00", "14:30", 1),
    ]


def test_nobody_is_needed_when_the_office_keeps_a_holiday() -> None:
    office = duty_office(hours=("mon-tue 09:00-18:00",))
    found = week_slots(office, "site", MONDAY, lambda day: day == MONDAY)
    assert [s.start for s in found] == [at("2026-11-24 09:00"), at("2026-11-24 13:30")]


def test_a_short_opening_is_not_cut() -> None:
    assert spoken(duty_office(hours=("mon 09:15-09:40",))) == [("Mon 09:15", "09:40", 1)]


def test_the_night_in_which_the_clocks_change_is_as_long_as_it_is() -> None:
    nights = duty_office(weekly("a", "sat 22:00-06:00"), tz=BERLIN)
    for monday, hours in ((date(2026, 3, 23), 7), (date(2026, 10, 19), 9), (date(2026, 10, 26), 8)):
        (night,) = week_slots(nights, "site", monday, no_holidays)
        assert night.seconds == hours * 3600
    assert spoken(nights, date(2026, 10, 19)) == [("Sat 22:00", "06:00", 1)]


def test_a_slot_is_worth_the_leads_that_an_hour_of_it_brings() -> None:
    """Ten leads on Mondays between nine and ten, two between ten and eleven."""
    leads = {(0, 9): 10, (0, 10): 2, (1, 9): 7}
    monday = at("2026-11-23 09:30")
    assert worth(Slot(monday, monday + timedelta(hours=1)), leads, MOSCOW) == 6
    assert worth(Slot(monday, monday + timedelta(hours=2)), leads, MOSCOW) == Fraction(7, 2)
    assert worth(Slot(at("2026-11-25 09:00"), at("2026-11-25 10:00")), leads, MOSCOW) == 0


def test_leads_are_counted_by_the_clock_on_the_wall() -> None:
    moments = [at("2026-11-23 09:59"), at("2026-11-16 09:00"), at("2026-11-24 00:00")]
    assert by_hour_of_week(moments, MOSCOW) == {(0, 9): 2, (1, 0): 1}


def test_prime_is_what_brings_more_than_an_average_hour() -> None:
    slots = [Slot(at(f"2026-11-23 {h:02}:00"), at(f"2026-11-23 {h + 3:02}:00")) for h in (9, 12, 15)]
    worths = dict(zip(slots, (Fraction(4), Fraction(1), Fraction(2)), strict=True))
    assert prime(slots, worths) == {slots[0]}
    assert prime(slots, dict.fromkeys(slots, Fraction(1))) == frozenset()
    assert prime([], {}) == frozenset()


@given(
    st.integers(0, 7 * 24 * 4 - 1),
    st.integers(1, 96),
    st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 23)), st.integers(0, 9)),
)
def test_the_worth_of_a_slot_is_that_of_its_quarters(
    first: int, quarters: int, leads: dict[tuple[int, int], int]
) -> None:
    start = at("2026-10-19 00:00", BERLIN) + timedelta(minutes=15 * first)  # the clocks change that Sunday
    every = [(start + timedelta(minutes=15 * n)).astimezone(BERLIN) for n in range(quarters)]
    naive = sum(Fraction(leads.get((q.weekday(), q.hour), 0)) for q in every) / quarters
    assert worth(Slot(start, start + timedelta(minutes=15 * quarters)), leads, BERLIN) == naive
