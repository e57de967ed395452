"""Somebody's own hours: offers begin and end with them, and a lead waits for the first who comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from leads.hours import Hours, Rota, Schedule, is_open, next_opening, time_open
from leads.lead import State
from leads.office import OwnerRule, Person, Presence
from leads.presence import opening
from leads.wall_clock import parse_weekly
from tests.leads.office import (
    DAYTIME,
    MOSCOW,
    Floor,
    asked,
    left_out,
    no_holidays,
    notes,
    sales_floor,
    waiting,
    wall,
)

TWO_TWO = Rota(date(2026, 12, 1), 2, 2, ((time(9), time(21)),))
LUNCH = Hours((parse_weekly("mon-fri 09:00-13:00"), parse_weekly("mon-fri 14:00-18:00")))
LATE = Hours((parse_weekly("mon-fri 12:00-20:00"),))


def own(person: Person, schedule: Schedule | None) -> Person:
    if isinstance(schedule, Rota):
        return replace(person, rota=schedule)
    return replace(person, hours=schedule)


def floor_of(schedules: dict[str, Schedule], start: str, scheme: str = "queue", **office: object) -> Floor:
    floor = sales_floor(" ".join(["a", "b"]), scheme, hours=DAYTIME, start=start, **office)  # type: ignore[arg-type]  # as they are
    people = tuple(own(p, schedules.get(p.id)) for p in floor.office.people)
    floor.change(replace(floor.office, people=people))
    return floor


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-12-01 09:00", True),
        ("2026-12-01 08:59", False),
        ("2026-12-02 20:59", True),
        ("2026-12-02 21:00", False),
        ("2026-12-03 12:00", False),
        ("2026-12-04 12:00", False),
        ("2026-12-05 12:00", True),
        ("2026-11-30 12:00", False),
        ("2026-11-28 12:00", True),
        ("2027-11-30 12:00", True),
    ],
)
def test_two_days_on_and_two_off_go_on_for_ever_both_ways(at: str, expected: bool) -> None:
    assert is_open(TWO_TWO, MOSCOW, wall(at), no_holidays) is expected


def test_a_rota_works_on_holidays_and_weekly_hours_do_not() -> None:
    noon = wall("2026-12-01 12:00")
    assert is_open(TWO_TWO, MOSCOW, noon, lambda _: True)
    assert not is_open(LUNCH, MOSCOW, noon, lambda _: True)


def test_a_day_and_three_off_goes_through_the_night() -> None:
    rota = Rota(date(2026, 12, 1), 1, 3, ((time(9), time(9)),))
    assert is_open(rota, MOSCOW, wall("2026-12-02 08:59"), no_holidays)
    assert next_opening(rota, MOSCOW, wall("2026-12-02 09:00"), no_holidays) == wall("2026-12-05 09:00")


def test_the_time_that_is_open_is_counted_once_and_without_lunch() -> None:
    day = (wall("2026-11-23 00:00"), wall("2026-11-24 10:00"))
    assert time_open(LUNCH, MOSCOW, *day, no_holidays) == timedelta(hours=9)
    twice = Hours((parse_weekly("mon 09:00-13:00"), parse_weekly("mon 12:00-14:00")))
    assert time_open(twice, MOSCOW, *day, no_holidays) == timedelta(hours=5)


def test_outside_their_hours_nobody_is_asked_and_the_ledger_says_so() -> None:
    floor = floor_of({"a": LATE}, "2026-11-23 10:00")
    scene = floor.lead()
    assert asked(scene) == "b" and left_out(scene) == {"a": "off_hours"}
    before = floor.balances()["a"]
    floor.wait("1h")
    assert floor.balances()["a"] == before, "nothing accrues while they are not there"


def test_an_offer_ends_at_their_lunch_at_no_cost_and_goes_to_whoever_is_there() -> None:
    floor = floor_of({"a": LUNCH}, "2026-11-23 12:58")
    scene = floor.lead()
    assert asked(scene) == "a" and waiting(scene) == ("away", wall("2026-11-23 13:00"))
    floor.wait("2m")
    assert [(n["who"], n["why"]) for n in notes(scene, "cut_short")] == [(["a"], "lunch")]
    assert asked(scene) == "b" and floor.workers["a"].lapses == 0 and floor.balances()["a"] >= 0


def test_an_offer_ends_with_their_day_while_the_others_work_on() -> None:
    floor = floor_of({"a": LUNCH, "b": LATE}, "2026-11-23 17:58")
    scene = floor.lead()
    floor.wait("2m")
    assert [(n["who"], n["why"]) for n in notes(scene, "cut_short")] == [(["a"], "closing")]
    assert asked(scene) == "b", "the office is closed, but they work until eight"


def test_while_all_rest_a_lead_waits_for_the_first_who_comes() -> None:
    floor = floor_of({"a": LUNCH, "b": LUNCH}, "2026-11-23 13:10")
    scene = floor.lead()
    assert scene.lead.state is State.WAITING and waiting(scene) == ("opening", wall("2026-11-23 14:00"))
    floor.until("2026-11-23 14:00")
    assert asked(scene) == "a"


def test_a_lead_of_the_evening_waits_for_the_earliest_morning() -> None:
    floor = floor_of({"a": LATE, "b": TWO_TWO}, "2026-11-23 21:00")
    segment = floor.office.segment("all")
    assert opening(floor.office, segment, floor.now, no_holidays) == wall("2026-11-24 09:00")
    scene = floor.lead()
    floor.until("2026-11-24 09:00")
    assert asked(scene) == "b"


def test_where_nobody_at_all_stands_it_goes_on_when_the_first_hours_begin() -> None:
    floor = floor_of({"a": LATE}, "2026-11-23 11:55", bosses="")
    floor.workers["b"].connected = False
    scene = floor.lead()
    assert waiting(scene) == ("retry", wall("2026-11-23 12:00"))
    floor.wait("5m")
    assert asked(scene) == "a"


def test_who_has_no_own_hours_has_the_offices_also_when_others_work_longer() -> None:
    floor = floor_of({"b": LATE}, "2026-11-23 19:00")
    scene = floor.lead()
    assert asked(scene) == "b" and left_out(scene) == {"a": "off_hours"}


def test_where_people_check_in_their_word_counts_at_any_hour() -> None:
    floor = floor_of({"a": LATE}, "2026-11-23 10:00", presence=Presence.CHECK_IN)
    floor.check_in("a")
    assert asked(floor.lead()) == "a"
    floor.until("2026-11-23 19:00")
    assert asked(floor.lead()) == "a", "their own hours keep the segment open"


def test_a_client_of_theirs_waits_for_their_hours_where_the_rule_says_so() -> None:
    floor = floor_of({"a": LATE}, "2026-11-23 10:00", owner=OwnerRule.LEAVE_MESSAGE)
    scene = floor.lead(owner="a", known=True)
    assert waiting(scene) == ("owner", wall("2026-11-23 12:00"))
    floor.until("2026-11-23 12:00")
    assert asked(scene) == "a"


def test_in_the_last_working_hours_before_a_leave_no_new_lead_comes_but_their_own_client_does() -> None:
    floor = floor_of({}, "2026-11-23 15:59")
    worker = floor.workers["a"]
    worker.leave_from, worker.leave_until = wall("2026-11-24 00:00"), wall("2026-11-26 00:00")
    assert asked(floor.lead()) == "a"
    floor.wait("1m")
    scene = floor.lead()
    assert asked(scene) == "b" and left_out(scene) == {"a": "leaving"}
    assert asked(floor.leads[0]) == "a", "what they are asked already stays with them"
    assert asked(floor.lead(owner="a", known=True)) == "a"


@pytest.mark.parametrize(
    ("begins", "back", "buffer", "expected"),
    [
        ("2026-11-28 00:00", "2026-11-30 00:00", 2, "b"),  # a Saturday: the last working hours are Friday's
        ("2026-11-27 20:00", "2026-11-28 12:00", 2, "a"),  # less than a day
        ("2026-11-28 00:00", "2026-11-30 00:00", 0, "a"),
    ],
)
def test_the_hours_before_a_leave_are_working_hours(
    begins: str, back: str, buffer: int, expected: str
) -> None:
    floor = floor_of({}, "2026-11-27 17:00", leave_buffer=timedelta(hours=buffer))
    worker = floor.workers["a"]
    worker.leave_from, worker.leave_until = wall(begins), wall(back)
    assert asked(floor.lead()) == expected
