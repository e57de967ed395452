"""A duty goes from one manager to another: open, taken, withdrawn, past, superseded."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from leads.duty.shifts import on_duty, timeline
from leads.duty.swaps import Swap, SwapState, open_swap, shift_of, standing, take, withdraw
from leads.office import Office, ShiftKind
from leads.refusals import Refusal, Refused
from tests.leads.duty.rosters import BERLIN, at, dated, duty_office, weekly

NOW = at("2026-11-23 10:00")  # a Monday
TUESDAY, EVENING = at("2026-11-24 09:00"), at("2026-11-24 18:00")
OFFICE = duty_office(weekly("a", "mon-fri 09:00-18:00"), weekly("b", "sat 10:00-15:00"))
OPEN = Swap("site", "a", TUESDAY, EVENING, id=7)


def refused(why: Refusal, *people: str) -> pytest.RaisesExc[Refused]:
    return pytest.RaisesExc(Refused, check=lambda e: (e.why, e.people) == (why, people))


def after(office: Office, *swaps: Swap) -> Office:
    """The office once these swaps have been taken."""
    return replace(office, shifts=(*office.shifts, *(shift_of(swap, office) for swap in swaps)))


def test_one_looks_for_somebody_and_a_colleague_takes_it() -> None:
    swap = open_swap(OFFICE, "site", "a", EVENING, [], NOW)
    assert swap == replace(OPEN, id=0)
    taken = take(OFFICE, swap, "c", NOW)
    assert (taken.state, taken.taken_by) == (SwapState.TAKEN, "c")
    office = after(OFFICE, taken)
    assert on_duty(office.shifts, office.timezone, TUESDAY) == ("c",)
    assert on_duty(office.shifts, office.timezone, EVENING - timedelta(seconds=1)) == ("c",)
    assert on_duty(office.shifts, office.timezone, at("2026-11-25 09:00")) == ("a",)


def test_what_is_taken_in_the_middle_of_a_duty_counts_from_now_on() -> None:
    taken = take(OFFICE, OPEN, "c", at("2026-11-24 14:20"))
    day = timeline(after(OFFICE, taken).shifts, OFFICE.timezone, TUESDAY, EVENING)
    assert [(span.start, span.who) for span in day] == [(TUESDAY, ("a",)), (at("2026-11-24 14:20"), ("c",))]


def test_of_a_duty_that_has_begun_what_is_left_is_looked_for() -> None:
    swap = open_swap(OFFICE, "site", "a", EVENING, [], at("2026-11-24 14:20") + timedelta(seconds=33))
    assert (swap.start, swap.end) == (at("2026-11-24 14:20"), EVENING)


def test_one_who_has_taken_a_duty_may_look_for_somebody_himself() -> None:
    office = after(OFFICE, take(OFFICE, OPEN, "c", NOW))
    again = open_swap(office, "site", "c", EVENING, [OPEN], NOW)
    third = after(office, take(office, again, "b", NOW))
    assert on_duty(third.shifts, third.timezone, TUESDAY) == ("b",)


def test_nobody_takes_his_own() -> None:
    with refused(Refusal.SWAP_OWN):
        take(OFFICE, OPEN, "a", NOW)


def test_one_who_is_too_late_is_told_who_was_first() -> None:
    taken = take(OFFICE, OPEN, "c", NOW)
    with refused(Refusal.SWAP_TAKEN, "c"):
        take(OFFICE, taken, "b", NOW)
    with refused(Refusal.SWAP_YOURS_ALREADY):
        take(OFFICE, taken, "c", NOW)
    with refused(Refusal.SWAP_TAKEN, "c"):
        withdraw(taken, "a", NOW)


def test_what_is_withdrawn_past_or_superseded_is_not_taken_or_withdrawn_again() -> None:
    gone = {
        Refusal.SWAP_WITHDRAWN: withdraw(OPEN, "a", NOW),
        Refusal.SWAP_PAST: replace(OPEN, state=SwapState.PAST),
        Refusal.SWAP_SUPERSEDED: replace(OPEN, state=SwapState.SUPERSEDED),
    }
    for why, swap in gone.items():
        with refused(why):
            take(OFFICE, swap, "c", NOW)
        with refused(why):
            withdraw(swap, "a", NOW)


def test_at_the_very_end_of_the_duty_it_is_past_and_a_moment_before_it_is_not() -> None:
    with refused(Refusal.SWAP_PAST):
        take(OFFICE, OPEN, "c", EVENING)
    with refused(Refusal.SWAP_PAST):
        withdraw(OPEN, "a", EVENING)
    with refused(Refusal.SWAP_PAST):
        open_swap(OFFICE, "site", "a", EVENING, [], EVENING)
    moment = EVENING - timedelta(seconds=1)
    assert take(OFFICE, OPEN, "c", moment).taken_by == "c"
    assert (standing(OFFICE, OPEN, moment), standing(OFFICE, OPEN, EVENING)) == (
        SwapState.OPEN,
        SwapState.PAST,
    )


def test_an_outsider_neither_opens_nor_takes() -> None:
    with refused(Refusal.NOT_A_MEMBER):
        take(OFFICE, OPEN, "d", NOW)
    for segment in ("site", "rest", "nowhere"):
        with refused(Refusal.NOT_A_MEMBER):
            open_swap(OFFICE, segment, "d" if segment == "site" else "a", EVENING, [], NOW)


def test_only_a_duty_of_ones_own_is_looked_for() -> None:
    for who, end in (("c", EVENING), ("a", at("2026-11-24 17:00")), ("a", at("2026-11-28 15:00"))):
        with refused(Refusal.NOT_YOUR_DUTY):
            open_swap(OFFICE, "site", who, end, [], NOW)
    given_away = after(OFFICE, take(OFFICE, OPEN, "c", NOW))
    with refused(Refusal.NOT_YOUR_DUTY):
        open_swap(given_away, "site", "a", EVENING, [], NOW)


def test_one_duty_is_looked_for_once_at_a_time() -> None:
    with refused(Refusal.SWAP_OPEN_ALREADY):
        open_swap(OFFICE, "site", "a", EVENING, [OPEN], NOW)
    others = [withdraw(OPEN, "a", NOW), replace(OPEN, who="b")]
    assert open_swap(OFFICE, "site", "a", EVENING, others, NOW).state is SwapState.OPEN
    wednesday = at("2026-11-25 18:00")
    assert open_swap(OFFICE, "site", "a", wednesday, [OPEN], NOW).end == wednesday


def test_nobody_withdraws_what_another_has_opened() -> None:
    with refused(Refusal.SWAP_NOT_YOURS):
        withdraw(OPEN, "b", NOW)


def test_nobody_takes_a_duty_while_he_is_on_duty_himself() -> None:
    busy = duty_office(*OFFICE.shifts, weekly("c", "tue 17:00-20:00"))
    with refused(Refusal.ON_DUTY_THEN):
        take(busy, OPEN, "c", NOW)
    beside = duty_office(*OFFICE.shifts, weekly("c", "tue 18:00-20:00"))
    assert take(beside, OPEN, "c", NOW).taken_by == "c"
    gone_home = duty_office(*OFFICE.shifts, weekly("c", "tue 07:00-12:00"))
    assert take(gone_home, OPEN, "c", at("2026-11-24 12:00")).taken_by == "c"


def test_a_duty_that_is_no_longer_his_is_not_given_away() -> None:
    ill = duty_office(*OFFICE.shifts, dated("a", "2026-11-24 00:00", "2026-11-25 00:00", ShiftKind.REMOVE))
    with refused(Refusal.SWAP_SUPERSEDED):
        take(ill, OPEN, "c", NOW)
    assert standing(ill, OPEN, NOW) is SwapState.SUPERSEDED
    assert standing(OFFICE, OPEN, NOW) is SwapState.OPEN


def test_a_night_is_taken_over_midnight() -> None:
    nights = duty_office(weekly("a", "mon 22:00-06:00"))
    swap = open_swap(nights, "site", "a", at("2026-11-24 06:00"), [], NOW)
    office = after(nights, take(nights, swap, "b", at("2026-11-24 01:30")))
    assert on_duty(office.shifts, office.timezone, at("2026-11-24 00:30")) == ("a",)
    assert on_duty(office.shifts, office.timezone, at("2026-11-24 05:59")) == ("b",)


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_a_night_in_which_the_clocks_change_is_taken_whole(day: str) -> None:
    nights = duty_office(weekly("a", "sat 22:00-06:00"), tz=BERLIN)
    end = at(f"{day} 06:00", BERLIN)
    swap = open_swap(nights, "site", "a", end, [], end - timedelta(days=2))
    office = after(nights, take(nights, swap, "b", end - timedelta(days=1)))
    night = timeline(office.shifts, BERLIN, swap.start, end)
    assert [span.who for span in night] == [("b",)]
    assert end - swap.start == timedelta(hours=7 if "03" in day[:7] else 9)


def test_in_the_hour_that_comes_twice_it_counts_at_once_whichever_it_is() -> None:
    nights = duty_office(weekly("a", "sat 22:00-06:00"), tz=BERLIN)
    end = at("2026-10-25 06:00", BERLIN)
    swap = open_swap(nights, "site", "a", end, [], end - timedelta(days=1))
    for minutes in (15, 75):  # 02:15, and 02:15 again
        now = at("2026-10-25 02:00", BERLIN) + timedelta(minutes=minutes)
        office = after(nights, take(nights, swap, "b", now))
        assert on_duty(office.shifts, BERLIN, now) == ("b",)
        assert on_duty(office.shifts, BERLIN, at("2026-10-25 01:59", BERLIN)) == ("a",)
