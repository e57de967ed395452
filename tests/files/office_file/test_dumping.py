"""An office that is written and read again is the same office."""

import json
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contacts.normal import showable
from files.office_file import dump_office, parse_office, read_office
from leads.hours import Hours
from leads.office import (
    OF_OFFICE,
    OF_POLICY,
    OF_SEGMENT,
    Match,
    Office,
    Origin,
    Person,
    Policy,
    Role,
    Segment,
    Shift,
    ShiftKind,
    Source,
    SourceKind,
)
from leads.schemes import SCHEMES
from leads.settings import (
    AnyOf,
    Clock,
    Flag,
    Kind,
    Length,
    Lengths,
    Locale,
    Number,
    OneOf,
    OpeningHours,
    Phones,
    SchemeName,
    Setting,
    Several,
    Whole,
    Zone,
)
from leads.wall_clock import WeeklyRule
from storage.office_codec import office_from, office_settings, segment_from, segment_settings

REPOSITORY = Path(__file__).parents[3]


@pytest.mark.parametrize("file", ["office.example.toml", "bot/demo/office.toml"])
def test_our_own_offices_come_back_unchanged(file: str) -> None:
    office = read_office(REPOSITORY / file)
    assert parse_office(dump_office(office), "dump.toml") == office


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
    assert dump_office(office) == (
        "[office]\n"
        'name = "Окна «Казань»"\n'
        'timezone = "Europe/Moscow"\n'
        'locale = "ru"\n'
        'hours = {mon-fri = "09:00-18:00", sat-sun = "10:00-24:00", holidays = "RU"}\n'
        'presence = "hours"\n'
        'ack_timeout = "5m"\n'
        "offers = 3\n"
        'ladder = ["everyone", "head", "director"]\n'
        'step_timeout = "10m"\n'
        'owner = "deputise"\n'
        "decline_costs_turn = true\n"
        'free_decline_reasons = ["conflict", "wrong_segment"]\n'
        "pause_after_lapses = 2\n"
        "offers_at_once = 2\n"
        'owner_wait = "1d"\n'
        'summary_at = "18:30"\n'
        'outcome_reminders = ["1d", "7d", "21d"]\n'
        'seal_to = ["director"]\n'
        "\n"
        "[[people]]\n"
        'id = "petrov"\n'
        'name = "Пётр"\n'
        'roles = ["manager"]\n'
        "capacity = 5\n"
        "\n"
        "[[segments]]\n"
        'id = "rest"\n'
        'name = "Все"\n'
        'scheme = "balance"\n'
        'members = ["petrov"]\n'
        'ack_timeout = "2m"\n'
    )


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


IDS = st.text("abcxyz019_-", min_size=1, max_size=32)
NAMES = st.text(min_size=1, max_size=100).map(showable).filter(bool)
LENGTHS = st.integers(1, 10**6).map(lambda seconds: timedelta(seconds=seconds))
LANGUAGES = st.sampled_from(["ru", "en"])
CLOCKS = st.times().map(lambda at: at.replace(second=0, microsecond=0))
DAYS = st.sets(st.integers(0, 6), min_size=1).map(sorted).map(tuple)
RULES = st.builds(WeeklyRule, DAYS, CLOCKS, CLOCKS)
HOURS = st.builds(
    Hours,
    st.sets(RULES, min_size=1, max_size=5).map(
        lambda rules: tuple(sorted(rules, key=lambda rule: (rule.days, rule.start, rule.end)))
    ),
    st.sampled_from([None, "RU", "DE"]),
)
PHONES = ("+78432000000", "+78432000000;ext=5", "+998901234567", "+78005553535")


def values(setting: Setting) -> st.SearchStrategy[Any]:
    """Whatever a setting of this kind may be, and its default."""
    found = of_kind(setting.kind)
    return found if setting.required else st.just(setting.default) | found


def of_kind(kind: Kind[Any]) -> st.SearchStrategy[Any]:  # noqa: C901 - one line a kind
    match kind:
        case Flag():
            return st.booleans()
        case Whole(at_least, at_most):
            return st.integers(at_least, min(at_most, at_least + 99))
        case Number(low, high):
            return st.sampled_from([0.0, 0.5, 0.125, 1.0]).map(lambda part: low + (high - low) * part)
        case SchemeName():
            return st.sampled_from([name for name, scheme in SCHEMES.items() if scheme.can_be_reserve])
        case Locale():
            return LANGUAGES
        case OneOf(of):
            return st.sampled_from(of)
        case Several(of):
            return st.sets(st.sampled_from(of), min_size=1).map(
                lambda found: tuple(x for x in of if x in found)
            )
        case AnyOf(of):
            return st.frozensets(st.sampled_from(of))
        case Length(shortest):
            return LENGTHS | st.just(shortest)
        case Lengths():
            return st.sets(LENGTHS, max_size=3).map(lambda found: tuple(sorted(found)))
        case Clock():
            return CLOCKS
        case Phones():
            return st.lists(st.sampled_from(PHONES), unique=True).map(tuple)
        case Zone():
            return st.sampled_from(["Europe/Moscow", "America/Chicago", "UTC"]).map(ZoneInfo)
        case OpeningHours():
            return HOURS
    raise TypeError(kind)


def all_of(settings: tuple[Setting, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({setting.name: values(setting) for setting in settings})


WORDS = st.lists(NAMES, max_size=3).map(tuple)
MATCHES = st.builds(Match, WORDS, WORDS, WORDS, WORDS, st.none() | st.booleans()).filter(
    lambda m: m != Match()
)


@st.composite
def people(draw: st.DrawFn) -> tuple[Person, ...]:
    ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    return tuple(
        Person(
            id=id_,
            name=draw(NAMES),
            roles=tuple(draw(st.lists(st.sampled_from(Role), min_size=1, unique=True))),
            telegram_id=draw(st.none() | st.just(1000 + n)),
            weight=draw(st.integers(1, 5000)) / 1000,
            capacity=draw(st.none() | st.integers(1, 99)),
            locale=draw(LANGUAGES),
        )
        for n, id_ in enumerate(ids)
    )


@st.composite
def segments(draw: st.DrawFn, policy: Policy, members: tuple[str, ...]) -> tuple[Segment, ...]:
    ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    found = []
    for id_ in ids:
        overrides = draw(st.fixed_dictionaries({}, optional={s.name: values(s) for s in OF_POLICY}))
        found.append(
            Segment(
                id=id_,
                name=draw(NAMES),
                members=tuple(draw(st.permutations(members))),
                match=draw(MATCHES) if id_ != ids[-1] else None,
                policy=replace(policy, **overrides),
                overrides=frozenset(overrides),
                **draw(all_of(OF_SEGMENT)),
            )
        )
    return tuple(found)


@st.composite
def shifts(draw: st.DrawFn, segment_ids: list[str], members: tuple[str, ...]) -> Shift:
    segment, who = draw(st.sampled_from(segment_ids)), draw(st.sampled_from(members))
    if draw(st.booleans()):
        return Shift(segment, who, weekly=draw(RULES))
    start = draw(st.datetimes(timezones=st.none())).replace(year=2026, microsecond=0)
    others = [member for member in members if member != who]
    stands_in = draw(st.booleans()) and others
    return Shift(
        segment,
        who,
        start=start,
        end=start + draw(LENGTHS),
        kind=ShiftKind.REPLACE if stands_in else draw(st.sampled_from(ShiftKind)),
        instead_of=draw(st.sampled_from(others)) if stands_in else None,
    )


def sources(segments: list[str]) -> st.SearchStrategy[Source]:
    variables = st.from_regex(r"[A-Z_]{1,8}", fullmatch=True)
    own = st.sampled_from(segments) if segments else st.none()
    kinds = st.sampled_from(SourceKind)
    return st.builds(Source, IDS, NAMES, kinds, st.none() | own, st.none() | variables, st.booleans())


@st.composite
def offices(draw: st.DrawFn) -> Office:
    team = draw(people())
    members = tuple(person.id for person in team)
    policy = Policy(**draw(all_of(OF_POLICY)))
    parts = draw(segments(policy, members))
    return Office(
        name=draw(NAMES),
        policy=policy,
        **draw(all_of(OF_OFFICE)),
        people=team,
        segments=parts,
        sources=tuple(
            draw(
                st.lists(sources([part.id for part in parts]), max_size=3, unique_by=lambda source: source.id)
            )
        ),
        shifts=tuple(draw(st.lists(shifts([part.id for part in parts], members), max_size=3))),
    )


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(offices())
def test_any_office_comes_back_unchanged(office: Office) -> None:
    assert parse_office(dump_office(office), "dump.toml") == office


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(offices())
def test_any_office_s_settings_come_back_from_the_database(office: Office) -> None:
    kept = json.loads(json.dumps(office_settings(office)))
    back = office_from(office.name, kept)
    assert replace(back, people=office.people, segments=office.segments, shifts=office.shifts) == office
    for one in office.segments:
        kept = json.loads(json.dumps(segment_settings(one)))
        assert segment_from(one.id, one.name, kept, one.members, active=True) == one
