"""Any office that a file can say: every setting of every kind, people, segments, shifts, sources and hooks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from contacts.normal import showable
from leads.crm import Crm, CrmKind, CrmStage
from leads.hooks import EventKind, Hook, said
from leads.hours import Hours
from leads.office import (
    OF_OFFICE,
    OF_POLICY,
    OF_SEGMENT,
    Match,
    Office,
    Person,
    Policy,
    Role,
    Segment,
    Shift,
    ShiftKind,
)
from leads.rights import CAN_HEAD
from leads.schemes import SCHEMES
from leads.settings import (
    Addresses,
    AnyOf,
    Clock,
    Flag,
    Kind,
    Length,
    LengthOrNever,
    LengthOrOff,
    Lengths,
    Locale,
    Number,
    OneOf,
    OpeningHours,
    Percent,
    Phones,
    SchemeName,
    Setting,
    Several,
    Whole,
    Zone,
)
from leads.sources import Source, SourceKind
from leads.wall_clock import WeeklyRule

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
        case Percent():
            return st.integers(0, 100)
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
        case LengthOrOff():
            return LENGTHS | st.just(timedelta(0))
        case LengthOrNever(shortest):
            return LENGTHS.filter(lambda length: length >= shortest) | st.just(timedelta(0))
        case Length(shortest):
            return LENGTHS | st.just(shortest)
        case Lengths():
            return st.sets(LENGTHS, max_size=3).map(lambda found: tuple(sorted(found)))
        case Clock():
            return CLOCKS
        case Phones():
            return st.lists(st.sampled_from(PHONES), unique=True).map(tuple)
        case Addresses():
            return st.lists(st.sampled_from(["okna_kazan", "info@okna.ru"]), unique=True).map(tuple)
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
def segments(draw: st.DrawFn, policy: Policy, team: tuple[Person, ...]) -> tuple[Segment, ...]:
    members = tuple(person.id for person in team)
    heads = [person.id for person in team if not CAN_HEAD.isdisjoint(person.roles)]
    ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    found = []
    for id_ in ids:
        overrides = draw(st.fixed_dictionaries({}, optional={s.name: values(s) for s in OF_POLICY}))
        found.append(
            Segment(
                id=id_,
                name=draw(NAMES),
                members=tuple(draw(st.permutations(members))),
                heads=tuple(draw(st.lists(st.sampled_from(heads), unique=True))) if heads else (),
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
    start = datetime.combine(draw(st.dates(date(2026, 1, 1), date(2026, 12, 31))), draw(st.times()))
    start = start.replace(microsecond=0)
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


def sources(segments: list[str], members: tuple[str, ...]) -> st.SearchStrategy[Source]:
    variables = st.from_regex(r"[A-Z_]{1,8}", fullmatch=True)
    own = st.sampled_from(segments) if segments else st.none()
    kinds = st.sampled_from(SourceKind)
    fields = st.none() | st.text('abcЯё -_[]?"', min_size=1, max_size=20)
    speakers = st.dictionaries(
        st.from_regex(r"[0-9]{2,4}", fullmatch=True), st.sampled_from(members), max_size=2
    )
    named = (st.none() | own, st.none() | variables, st.booleans(), fields, fields)
    return st.builds(Source, IDS, NAMES, kinds, *named, speakers if members else st.just({}))


def crms(members: tuple[str, ...]) -> st.SearchStrategy[Crm]:
    numbers = st.integers(1, 2**40)
    known = st.dictionaries(st.sampled_from(members), numbers, max_size=3) if members else st.just({})
    stages = st.dictionaries(st.sampled_from(CrmStage).map(str), st.sampled_from(["NEW", "C1:WON", "142"]))
    variables = st.none() | st.from_regex(r"[A-Z_]{1,8}", fullmatch=True)
    urls = st.sampled_from(["https://okna.bitrix24.ru", "https://okna.amocrm.ru", "http://127.0.0.1:8080"])
    return st.builds(Crm, st.sampled_from(CrmKind), urls, variables, st.none() | numbers, known, stages)


@st.composite
def hooks(draw: st.DrawFn) -> Hook:
    scheme = draw(st.sampled_from(["http", "https"]))
    host = draw(st.sampled_from(["crm.example", "10.0.0.7:8080", "[fd00::1]", "окна.рф"]))
    rest = draw(st.sampled_from(["", "/", "/in?key=a&b=ё", "?x"]))
    kinds = draw(st.sets(st.sampled_from(EventKind), min_size=1))
    variable = draw(st.none() | st.from_regex(r"[A-Z_]{1,8}", fullmatch=True))
    private = draw(st.booleans())
    personal = draw(st.booleans()) and (private or scheme == "https")
    url = f"{scheme}://{host}{rest}"
    return Hook(url, variable, tuple(said(frozenset(kinds))), personal=personal, private=private)


@st.composite
def offices(draw: st.DrawFn) -> Office:
    team = draw(people())
    members = tuple(person.id for person in team)
    policy = Policy(**draw(all_of(OF_POLICY)))
    parts = draw(segments(policy, team))
    return Office(
        name=draw(NAMES),
        policy=policy,
        **draw(all_of(OF_OFFICE)),
        people=team,
        segments=parts,
        sources=tuple(
            draw(
                st.lists(
                    sources([part.id for part in parts], members),
                    max_size=3,
                    unique_by=lambda source: source.id,
                )
            )
        ),
        hooks=tuple(draw(st.lists(hooks(), max_size=3, unique_by=lambda hook: hook.url))),
        shifts=tuple(draw(st.lists(shifts([part.id for part in parts], members), max_size=3))),
        crm=draw(st.none() | crms(members)),
    )
