"""An office file, as its author writes it, becomes the office that the rules work with."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from files.office_file import OfficeFileError, holiday_calendar, parse_office, read_office
from leads.hours import Hours, openings
from leads.office import (
    LadderStep,
    Match,
    Office,
    OwnerRule,
    Person,
    Policy,
    Presence,
    Role,
    Segment,
    Shift,
    ShiftKind,
)
from leads.wall_clock import parse_weekly
from tests.files.office_file.whole import WHOLE

REPOSITORY = Path(__file__).parents[3]


OFFICE_POLICY = Policy(
    ack_timeout=timedelta(minutes=4),
    offers=2,
    ladder=(LadderStep.HEAD, LadderStep.DIRECTOR),
    step_timeout=timedelta(minutes=20),
    owner=OwnerRule.LEAVE_MESSAGE,
)
KAZAN_POLICY = Policy(
    ack_timeout=timedelta(minutes=2),
    offers=2,
    ladder=(LadderStep.HEAD, LadderStep.DIRECTOR),
    step_timeout=timedelta(minutes=20),
    owner=OwnerRule.LEAVE_MESSAGE,
)
PEOPLE = (
    Person("petrov", "Пётр Петров", (Role.MANAGER, Role.HEAD), 1001, 1.5, 5, "en"),
    Person("sidorova", "Ольга Сидорова", (Role.MANAGER,)),
)
SEGMENTS = (
    Segment(
        "kazan",
        "Казань и Татарстан",
        "queue",
        ("petrov", "sidorova"),
        Match(("Татарстан",), ("окна",), ("site",), ("tt",), known_client=False),
        KAZAN_POLICY,
        frozenset({"ack_timeout"}),
        timedelta(seconds=30),
        0.25,
        10,
    ),
    Segment("rest", "Остальные", "duty", ("sidorova", "petrov"), policy=OFFICE_POLICY),
)
SHIFTS = (
    Shift("rest", "petrov", parse_weekly("mon 09:00-18:00")),
    Shift(
        "rest",
        "sidorova",
        start=datetime.fromisoformat("2026-11-23T09:00"),
        end=datetime.fromisoformat("2026-11-23T18:00"),
        kind=ShiftKind.REPLACE,
        instead_of="petrov",
    ),
)


def test_every_key_reaches_its_place_in_the_office() -> None:
    assert parse_office(WHOLE, "office.toml") == Office(
        name="Окна Казань",
        timezone=ZoneInfo("Europe/Moscow"),
        locale="ru",
        hours=Hours(
            (
                parse_weekly("mon-fri 09:00-13:00"),
                parse_weekly("mon-fri 14:00-18:00"),
                parse_weekly("sat 10:00-15:00"),
            ),
            "RU",
        ),
        presence=Presence.CHECK_IN,
        policy=OFFICE_POLICY,
        decline_costs_turn=False,
        free_reasons=frozenset({"conflict"}),
        pause_after_lapses=0,
        offers_at_once=3,
        owner_wait=timedelta(days=2),
        summary_at=time(19),
        outcome_reminders=(timedelta(days=1), timedelta(days=7)),
        people=PEOPLE,
        segments=SEGMENTS,
        shifts=SHIFTS,
    )


def test_what_a_file_leaves_out_is_what_the_rules_take_by_default() -> None:
    office = parse_office('[office]\nname = "A"\ntimezone = "Asia/Almaty"', "office.toml")
    assert office == Office("A", ZoneInfo("Asia/Almaty"))


def test_a_person_without_a_language_speaks_the_offices() -> None:
    office = parse_office(
        '[office]\nname = "A"\ntimezone = "Europe/London"\nlocale = "en"\n'
        '[[people]]\nid = "ann"\nname = "Ann"\nroles = ["manager"]',
        "office.toml",
    )
    assert office.person("ann").locale == "en"


@pytest.mark.parametrize(
    ("keys", "hours"),
    [
        ('hours = "always"', Hours.always()),
        ('hours = "always"\nholidays = "RU"', Hours.always("RU")),
        ('holidays = "RU"', Hours.always("RU")),
        ('hours = { mon = "09:00-18:00" }\nholidays = "RU"', Hours((parse_weekly("mon 09:00-18:00"),), "RU")),
        ('[office.hours]\nmon = "09:00-18:00"', Hours((parse_weekly("mon 09:00-18:00"),))),
        ('hours = { mon-sun = "00:00-24:00" }', Hours.always()),
    ],
)
def test_hours_can_be_written_in_several_ways(keys: str, hours: Hours) -> None:
    office = parse_office(f'[office]\nname = "A"\ntimezone = "Europe/Moscow"\n{keys}', "office.toml")
    assert office.hours == hours


def test_a_file_from_a_windows_editor_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "office.toml"
    file.write_bytes(WHOLE.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_office(file) == parse_office(WHOLE, "office.toml")


def test_a_file_that_is_not_there_is_a_problem_that_names_it(tmp_path: Path) -> None:
    missing = tmp_path / "office.toml"
    with pytest.raises(OfficeFileError, match=r"office\.toml:1: No such file"):
        read_office(missing)


def test_a_file_in_another_encoding_is_a_problem_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "office.toml"
    file.write_bytes('[office]\nname = "Окна"\n'.encode("cp1251"))
    with pytest.raises(OfficeFileError, match=r"office\.toml:2: is not UTF-8 text"):
        read_office(file)


def test_the_example_is_a_valid_office() -> None:
    office = read_office(REPOSITORY / "office.example.toml")
    assert office.hours.holidays == "RU"
    assert {segment.id for segment in office.segments} == {
        "service",
        "tatarstan",
        "site",
        "corporate",
        "rest",
    }


def test_the_demo_office_rests_at_night_and_on_sundays_and_everybody_in_it_is_reachable() -> None:
    office = read_office(REPOSITORY / "bot" / "demo" / "office.toml")
    assert [(rule.days, rule.start.hour, rule.end.hour) for rule in office.hours.rules] == [
        ((0, 1, 2, 3, 4), 9, 18),
        ((5,), 10, 15),
    ]
    assert {person.id: person.telegram_id for person in office.people} == {
        "anna": 101,
        "petrov": 201,
        "sidorova": 202,
        "ivanov": 203,
        "smirnov": 301,
        "orlova": 401,
        "galeev": 501,
    }


def test_russia_rests_on_unity_day_and_works_the_day_after() -> None:
    is_holiday = holiday_calendar("RU")
    assert is_holiday(date(2026, 11, 4))
    assert not is_holiday(date(2026, 11, 5))


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        ("2024-04-27", True),
        ("2024-11-02", True),
        ("2024-12-28", True),
        ("2027-02-20", True),
        ("2024-12-21", False),
        ("2027-02-27", False),
        ("2024-12-30", False),  # the Monday that the 28th was worked for
        ("2024-12-27", True),
    ],
)
def test_a_saturday_that_the_calendar_makes_a_working_day_has_the_hours_of_a_friday(
    day: str, opens: bool
) -> None:
    hours = Hours((parse_weekly("mon-thu 09:00-18:00"), parse_weekly("fri 09:00-16:45")), "RU")
    calendar, at = holiday_calendar("RU"), date.fromisoformat(day)
    found = openings(hours, ZoneInfo("Europe/Moscow"), at, at, calendar)
    assert bool(found) is opens
    if opens:
        (span,) = found
        assert [f"{edge:%H:%M}" for edge in span] == ["06:00", "13:45"], "in UTC"


def test_an_office_that_opens_on_saturdays_anyway_keeps_their_hours() -> None:
    hours = Hours((parse_weekly("mon-fri 09:00-18:00"), parse_weekly("sat 10:00-15:00")), "RU")
    at = date(2027, 2, 20)
    (span,) = openings(hours, ZoneInfo("Europe/Moscow"), at, at, holiday_calendar("RU"))
    assert [f"{edge:%H:%M}" for edge in span] == ["07:00", "12:00"]


def test_without_a_calendar_no_day_is_a_holiday() -> None:
    assert not holiday_calendar(None)(date(2027, 1, 1))


@pytest.mark.parametrize("code", ["XX", "", "ru", "Russia", "__class__", "registry"])
def test_a_country_without_a_calendar_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="no holiday calendar"):
        holiday_calendar(code)
