"""What speaks against a change of the roster: what is new with it, and nothing that was there before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from files.office_file import parse_office
from leads.duty import editing
from leads.duty.doubts import Absent, Doubt, Doubtful, doubts, gaps, of_week
from leads.duty.free_time import free_time
from leads.duty.held import Held
from leads.office import Office
from leads.refusals import Refusal, Refused
from leads.wall_clock import instant
from tests.leads.duty.rosters import clock
from tests.leads.office import MOSCOW
from tests.offices import DUTY, MONDAY_TEN, on_duty, varied

OFFICE = parse_office(DUTY, "office.toml")
NOW = MONDAY_TEN
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def never(_: date) -> bool:
    return False


def at(wall: str) -> datetime:
    return instant(clock(wall), MOSCOW)


def duty(who: str, start: str, end: str) -> Held:
    return Held(at(start), at(end), who)


def against(after: Office, *people: str, absent: Absent | None = None) -> list[Doubtful]:
    return doubts(OFFICE, after, "rest", {TUESDAY}, people, absent or Absent(), never)


TUESDAYS = duty("petrov", "2026-11-24 09:00", "2026-11-24 18:00")


def test_hours_that_nobody_takes_any_more_are_named_and_only_those() -> None:
    after = editing.retime(OFFICE, "rest", TUESDAYS, (at("2026-11-24 10:00"), at("2026-11-24 16:00")), NOW)
    assert [(one.what, one.start, one.end) for one in against(after, "petrov")] == [
        (Doubt.GAP, at("2026-11-24 09:00"), at("2026-11-24 10:00")),
        (Doubt.GAP, at("2026-11-24 16:00"), at("2026-11-24 18:00")),
    ]
    again = doubts(after, after, "rest", {TUESDAY}, ["petrov"], Absent(), never)
    assert again == [], "what was so before is no news"


def test_the_office_is_open_and_nobody_is_there() -> None:
    empty = editing.remove(OFFICE, "rest", TUESDAYS, NOW)
    assert gaps(empty, "rest", MONDAY, TUESDAY, never) == [TUESDAYS_SPAN]
    assert gaps(empty, "rest", TUESDAY, TUESDAY, lambda day: day == TUESDAY) == [], "on a holiday"
    assert gaps(replace(OFFICE, shifts=()), "rest", MONDAY, TUESDAY, never) == [], "nobody ever is"


TUESDAYS_SPAN = (TUESDAYS.start, TUESDAYS.end)


def test_leave_and_own_hours_are_said_of_who_has_the_shift() -> None:
    after = editing.give(OFFICE, "rest", TUESDAYS, "ivanov", NOW)
    away = Absent({"ivanov": [(at("2026-11-24 17:00"), at("2026-11-25 09:00"))]}, {"petrov": [TUESDAYS_SPAN]})
    assert against(after, "petrov", "ivanov", absent=away) == [
        Doubtful(Doubt.LEAVE, "ivanov", *TUESDAYS_SPAN)
    ]


def test_a_shift_in_another_segment_at_the_same_time_is_said() -> None:
    there = {"tatarstan": {"scheme": "duty"}, "rest": {"scheme": "duty"}}
    shifts = [on_duty("petrov", "tue 09:00-18:00"), on_duty("sidorova", "tue 12:00-20:00", "tatarstan")]
    office = parse_office(varied(DUTY, segments=there, shifts=shifts), "office.toml")
    after = editing.give(office, "rest", TUESDAYS, "sidorova", NOW)
    found = doubts(office, after, "rest", {TUESDAY}, ["sidorova"], Absent(), never)
    assert found == [Doubtful(Doubt.ELSEWHERE, "sidorova", *TUESDAYS_SPAN, "tatarstan")]


def test_a_week_says_what_is_not_over() -> None:
    evening = (at("2026-11-24 18:00"), at("2026-11-24 23:00"))
    long = editing.add(OFFICE, "rest", "petrov", evening, NOW)
    found = of_week(long, "rest", MONDAY, Absent(), never, NOW)
    assert [(one.what, one.who) for one in found] == [(Doubt.REST, "petrov")]
    assert of_week(long, "rest", MONDAY, Absent(), never, NOW + timedelta(days=7)) == []


def test_whoever_works_the_office_s_hours_is_never_free() -> None:
    own = {"ivanov": {"hours": {"tue": "09:00-12:00"}}}
    office = parse_office(varied(DUTY, people=own), "office.toml")
    assert free_time(office, "petrov", MONDAY, TUESDAY, never) == []
    assert free_time(office, "ivanov", TUESDAY, TUESDAY, never) == [
        (at("2026-11-23 00:00"), at("2026-11-24 09:00")),
        (at("2026-11-24 12:00"), at("2026-11-26 00:00")),
    ]


RUNNING = duty("petrov", "2026-11-23 09:00", "2026-11-23 18:00")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-11-23 11:00", "2026-11-23 18:00"),  # it has begun at nine
        ("2026-11-23 09:00", "2026-11-23 09:30"),  # which is over
    ],
)
def test_of_a_running_shift_only_the_end_is_changed_and_not_into_the_past(start: str, end: str) -> None:
    with pytest.raises(Refused) as refused:
        editing.retime(OFFICE, "rest", RUNNING, (at(start), at(end)), NOW)
    assert refused.value.why is Refusal.DUTY_RUNS


def test_hours_changed_and_changed_back_leave_nothing_behind() -> None:
    later = (at("2026-11-24 10:00"), at("2026-11-24 19:00"))
    there = editing.retime(OFFICE, "rest", TUESDAYS, later, NOW)
    back = editing.retime(there, "rest", Held(*later, "petrov"), TUESDAYS_SPAN, NOW)
    assert back.shifts == OFFICE.shifts
