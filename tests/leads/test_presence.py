"""Who can be offered a lead, and when a segment is open at all."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leads.answers import decline
from leads.office import OwnerRule, Presence, Shift, ShiftKind
from leads.presence import Absence, absence, full, opening, reachable
from leads.wall_clock import parse_weekly
from tests.leads.office import DAYTIME, Floor, asked, left_out, no_holidays, sales_floor, waiting, wall

ON_NIGHTS = (Shift("all", "b", parse_weekly("mon-fri 18:00-23:00")),)


def why(floor: Floor, who: str = "a") -> Absence | None:
    return absence(floor.office, floor.office.segment("all"), floor.workers[who], floor.now, no_holidays)


def test_by_office_hours_everybody_is_present_until_he_pauses() -> None:
    floor = sales_floor("a")
    assert why(floor) is None
    floor.workers["a"].paused = Absence.LAPSED
    assert why(floor) is Absence.LAPSED


def test_by_check_in_nobody_is_present_until_he_checks_in() -> None:
    floor = sales_floor("a", presence=Presence.CHECK_IN)
    assert why(floor) is Absence.NOT_CHECKED_IN
    floor.workers["a"].checked_in = True
    assert why(floor) is None


def test_a_leave_ends_on_its_minute() -> None:
    floor = sales_floor("a")
    floor.workers["a"].leave_until = floor.now + timedelta(minutes=1)
    assert why(floor) is Absence.LEAVE
    floor.wait("1m")
    assert why(floor) is None


@pytest.mark.parametrize(
    ("connected", "told", "expected"),
    [(False, True, Absence.NO_TELEGRAM), (True, False, Absence.UNREACHABLE), (True, True, None)],
)
def test_telegram_must_reach_him(connected: bool, told: bool, expected: Absence | None) -> None:
    worker = replace(sales_floor("a").workers["a"], connected=connected, reachable=told)
    assert reachable(worker) is expected


def test_an_offer_that_waits_for_his_answer_counts_as_an_open_lead() -> None:
    floor = sales_floor("a/1 b")
    first, second = floor.lead(), floor.lead()
    assert full(floor.office, floor.workers["a"])
    assert left_out(second) == {"a": "capacity"}
    decline(first, "a", floor.now)
    assert not full(floor.office, floor.workers["a"])


def test_without_a_capacity_nobody_is_ever_full() -> None:
    floor = sales_floor("a")
    floor.workers["a"].load = 1000
    assert not full(floor.office, floor.workers["a"])


@pytest.mark.parametrize("load", [0, 1])
def test_capacity_is_seen_before_the_roster(load: int) -> None:
    floor = sales_floor("a/1 b", "duty", shifts=ON_NIGHTS)
    floor.workers["a"].load = load
    assert why(floor) is (Absence.CAPACITY if load else Absence.OFF_DUTY)


def opens(floor: Floor, at: str) -> datetime | None:
    return opening(floor.office, floor.office.segment("all"), wall(at), no_holidays)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23 12:00", "2026-11-23 12:00"),
        ("2026-11-23 18:00", "2026-11-24 09:00"),
        ("2026-11-28 12:00", "2026-11-30 09:00"),
    ],
)
def test_a_segment_opens_with_the_office(at: str, expected: str) -> None:
    assert opens(sales_floor("a b", hours=DAYTIME, shifts=ON_NIGHTS), at) == wall(expected)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23 18:30", "2026-11-23 18:30"),
        ("2026-11-23 23:00", "2026-11-24 09:00"),
        ("2026-11-23 12:00", "2026-11-23 12:00"),
    ],
)
def test_whoever_is_on_duty_opens_the_segment_outside_the_offices_hours(at: str, expected: str) -> None:
    assert opens(sales_floor("a b", "duty", hours=DAYTIME, shifts=ON_NIGHTS), at) == wall(expected)


def test_a_lead_in_the_night_goes_to_whoever_comes_on_duty_first() -> None:
    early = (Shift("all", "b", parse_weekly("tue 06:00-08:00")),)
    floor = sales_floor("a b", "duty", hours=DAYTIME, shifts=early, start="2026-11-23 23:30")
    scene = floor.lead()
    assert waiting(scene) == ("opening", wall("2026-11-24 06:00"))
    floor.until("2026-11-24 06:00")
    assert asked(scene) == "b"
    assert left_out(scene) == {"a": "off_duty"}


def test_with_nobody_on_duty_in_office_hours_the_lead_is_the_heads() -> None:
    floor = sales_floor("a b", "duty", hours=DAYTIME, shifts=ON_NIGHTS)
    assert asked(floor.lead()) == "head"


def test_an_opening_that_daylight_saving_skips_comes_with_the_end_of_the_gap() -> None:
    """Berlin, 2026-03-29: the clocks go from 02:00 to 03:00, so 02:30 does not happen."""
    berlin = ZoneInfo("Europe/Berlin")
    floor = sales_floor("a", hours="mon-sun 02:30-12:00", start="2026-03-28 23:00")
    floor.office = replace(floor.office, timezone=berlin)
    scene = floor.lead()
    floor.until(scene.lead.deadline.at if scene.lead.deadline else floor.now)
    assert floor.now.astimezone(berlin).isoformat() == "2026-03-29T03:00:00+02:00"
    assert asked(scene) == "a"


def test_by_day_a_duty_roster_does_not_keep_a_manager_from_his_own_client() -> None:
    floor = sales_floor("a b", "duty", hours=DAYTIME, shifts=ON_NIGHTS)
    assert asked(floor.lead(owner="a")) == "a"


def test_at_night_nobody_off_duty_is_woken_for_his_own_client() -> None:
    floor = sales_floor("a b", "duty", hours=DAYTIME, shifts=ON_NIGHTS, start="2026-11-23 20:00")
    assert asked(floor.lead(owner="a")) == "b"


def test_a_client_who_waits_for_his_own_manager_meets_him_in_the_morning() -> None:
    floor = sales_floor(
        "a b",
        "duty",
        hours=DAYTIME,
        shifts=ON_NIGHTS,
        owner=OwnerRule.LEAVE_MESSAGE,
        start="2026-11-23 22:59",
    )
    scene = floor.lead(owner="a")
    floor.until("2026-11-24 08:59")
    assert asked(scene) == ""
    floor.until("2026-11-24 09:00")
    assert asked(scene) == "a"


def test_an_owner_off_duty_and_at_capacity_is_not_offered_more() -> None:
    floor = sales_floor("a/1 b", "duty", shifts=(Shift("all", "b", parse_weekly("mon 09:00-18:00")),))
    floor.workers["a"].load = 1
    assert asked(floor.lead(owner="a")) == "b"


def test_who_stands_in_is_on_duty_and_who_is_replaced_is_not() -> None:
    shifts = (
        Shift("all", "a", parse_weekly("mon 09:00-18:00")),
        Shift(
            "all",
            "b",
            start=datetime.fromisoformat("2026-11-23 11:00"),
            end=datetime.fromisoformat("2026-11-23 13:00"),
            kind=ShiftKind.REPLACE,
            instead_of="a",
        ),
    )
    floor = sales_floor("a b", "duty", shifts=shifts)
    assert asked(floor.lead()) == "b"
    floor.wait("1h")
    assert asked(floor.lead()) == "a"
