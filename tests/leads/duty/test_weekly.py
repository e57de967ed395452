"""The plan that comes every week, changed: hours added, hours taken out, and nothing else."""

from __future__ import annotations

from datetime import time

import pytest

from files.office_file import parse_office
from leads.duty.held import held
from leads.duty.weekly import add_weekly, remove_weekly, rule_behind
from leads.office import Office
from leads.refusals import Refusal, Refused
from leads.wall_clock import WeeklyRule, format_weekly, parse_weekly, week_bounds
from tests.leads.duty.rosters import clock
from tests.offices import DUTY, varied

OFFICE = parse_office(DUTY, "office.toml")


def plan(office: Office) -> list[tuple[str, str]]:
    return [(s.who, format_weekly(s.weekly)) for s in office.shifts if s.weekly]


def rule(text: str) -> WeeklyRule:
    return parse_weekly(text)


def test_hours_are_added_to_those_that_are_alike() -> None:
    wider = add_weekly(OFFICE, "rest", "petrov", rule("sun 09:00-18:00"))
    assert ("petrov", "mon-wed,sun 09:00-18:00") in plan(wider)
    other = add_weekly(OFFICE, "rest", "petrov", rule("mon 18:00-20:00"))
    assert plan(other) == [*plan(OFFICE), ("petrov", "mon 18:00-20:00")]


@pytest.mark.parametrize(
    ("who", "hours", "why"),
    [
        ("petrov", "tue 17:00-19:00", Refusal.DUTY_DOUBLED),
        ("ivanov", "fri 20:00-11:00", Refusal.DUTY_DOUBLED),  # a night into Saturday, which is his
        ("smirnov", "sun 09:00-18:00", Refusal.LEFT_SEGMENT),
    ],
)
def test_what_cannot_be_is_refused(who: str, hours: str, why: Refusal) -> None:
    with pytest.raises(Refused) as refused:
        add_weekly(OFFICE, "rest", who, rule(hours))
    assert refused.value.why is why


def test_a_night_of_sunday_meets_monday() -> None:
    with pytest.raises(Refused):
        add_weekly(OFFICE, "rest", "petrov", rule("sun 20:00-10:00"))


def test_one_weekday_is_taken_out_and_the_others_stay() -> None:
    after = remove_weekly(OFFICE, "rest", "petrov", rule("tue 09:00-18:00"))
    assert plan(after)[0] == ("petrov", "mon,wed 09:00-18:00")
    gone = remove_weekly(after, "rest", "petrov", rule("mon,wed 09:00-18:00"))
    assert "petrov" not in {who for who, _ in plan(gone)}
    with pytest.raises(Refused):
        remove_weekly(gone, "rest", "petrov", rule("mon 09:00-18:00"))


def test_a_duty_names_the_hours_of_the_plan_behind_it() -> None:
    monday = clock("2026-11-23 00:00").date()
    duties = held(OFFICE, "rest", *week_bounds(monday, OFFICE.timezone))
    assert rule_behind(OFFICE, "rest", duties[0]) == WeeklyRule((0,), time(9), time(18))
    dated = {
        "segment": "rest",
        "who": "ivanov",
        "from": clock("2026-11-24 09:00"),
        "to": clock("2026-11-24 10:00"),
    }
    other = parse_office(varied(DUTY, shifts=[dated]), "office.toml")
    [duty] = held(other, "rest", *week_bounds(monday, other.timezone))
    assert rule_behind(other, "rest", duty) is None
