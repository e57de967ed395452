"""An office that is written and read again is the same office."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings

from files.office_file import dump_office, parse_office, read_office
from leads.hours import Hours
from leads.office import Office, Origin, Person, Policy, Role, Segment
from leads.wall_clock import WeeklyRule
from tests.any_office import offices

REPOSITORY = Path(__file__).parents[3]


@pytest.mark.parametrize("file", ["office.example.toml", "bot/demo/office.toml"])
def test_our_own_offices_come_back_unchanged(file: str) -> None:
    office = read_office(REPOSITORY / file)
    assert parse_office(dump_office(office), "dump.toml") == office


TIDY = """\
[office]
name = "Окна «Казань»"
timezone = "Europe/Moscow"
locale = "ru"
hours = {mon-fri = "09:00-18:00", sat-sun = "10:00-24:00", holidays = "RU"}
presence = "hours"
ack_timeout = "5m"
offers = 3
ladder = ["everyone", "head", "director"]
step_timeout = "10m"
owner = "deputise"
decline_costs_turn = true
free_decline_reasons = ["conflict", "wrong_segment"]
free_declines = "10%"
pause_after_lapses = 2
first_contact = "30m"
unattended = "30m"
offers_at_once = 2
owner_wait = "1d"
leave_buffer = "2h"
rest = "11h"
week_hours = "40h"
hand_over_after = "off"
callback_grace = "30s"
queue_shows = "names"
undo = "1d"
stale_after = "14d"
sale_needs = "nothing"
summary_at = "18:30"
outcome_reminders = ["1d", "7d", "21d"]
seal_to = ["director"]
director_sees_clients = false
secretary_sees_amounts = false

[[people]]
id = "petrov"
name = "Пётр"
roles = ["manager"]
capacity = 5

[[segments]]
id = "rest"
name = "Все"
scheme = "balance"
members = ["petrov"]
ack_timeout = "2m"
"""


def test_a_dump_is_tidy() -> None:
    office = Office(
        "Окна «Казань»",
        ZoneInfo("Europe/Moscow"),
        hours=Hours(
            (WeeklyRule((0, 1, 2, 3, 4), time(9), time(18)), WeeklyRule((5, 6), time(10), time(0))), "RU"
        ),
        people=(Person("petrov", "Пётр", (Role.MANAGER,), capacity=5),),
        segments=(
            Segment(
                "rest",
                "Все",
                members=("petrov",),
                policy=Policy(ack_timeout=timedelta(minutes=2)),
                overrides=frozenset({"ack_timeout"}),
            ),
        ),
    )
    assert dump_office(office) == TIDY


def test_the_duty_that_people_agreed_on_stays_out_of_the_file() -> None:
    office = read_office(REPOSITORY / "office.example.toml")
    agreed = tuple(replace(shift, origin=origin) for shift in office.shifts for origin in Origin)
    assert office.shifts and dump_office(replace(office, shifts=agreed)) == dump_office(office)


def test_a_retired_segment_and_its_shifts_stay_out_of_the_file() -> None:
    office = read_office(REPOSITORY / "office.example.toml")
    site = replace(office.segment("site"), retired=True)
    kept = tuple(segment for segment in office.segments if segment.id != "site")
    text = dump_office(replace(office, segments=(*kept, site)))
    assert parse_office(text, "dump.toml") == replace(office, segments=kept, shifts=())


def test_a_reason_that_was_never_one_stays_out_of_the_file() -> None:
    office = read_office(REPOSITORY / "office.example.toml")
    misspelled = replace(office, free_reasons=frozenset({"wrong_segmnt", "conflict"}))
    kept = replace(office, free_reasons=frozenset({"conflict"}))
    assert parse_office(dump_office(misspelled), "dump.toml") == kept


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(offices())
def test_any_office_comes_back_unchanged(office: Office) -> None:
    assert parse_office(dump_office(office), "dump.toml") == office
