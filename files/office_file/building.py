"""From the checked tables to the office of `leads`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from files.office_file.tables import FileTable, HoursTable, MatchTable, Table
from leads.hours import Hours
from leads.office import (
    OF_OFFICE,
    OF_POLICY,
    OF_SEGMENT,
    Match,
    Office,
    Person,
    Policy,
    Segment,
    Shift,
    Source,
)
from leads.settings import AnyOf, OpeningHours, Setting
from leads.wall_clock import WeeklyRule, parse_days


def build(file: FileTable) -> Office:
    given = file.office.given()
    policy = Policy(**_named(OF_POLICY, given))
    own = _named(OF_OFFICE, given)
    own.setdefault("hours", Hours.always(given.get("holidays")))
    office = Office(given["name"], policy=policy, **own)
    return replace(
        office,
        people=tuple(Person(**{"locale": office.locale} | person.given()) for person in file.people),
        segments=tuple(_segment(segment, policy) for segment in file.segments),
        sources=tuple(Source(**source.given()) for source in file.sources),
        shifts=tuple(Shift(**shift.given()) for shift in file.shifts),
    )


def _named(settings: Iterable[Setting], given: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that a table gives, by their names and as they are in an office."""
    return {s.name: _value(s, given) for s in settings if given.get(s.key) is not None}


def _value(setting: Setting, given: Mapping[str, Any]) -> Any:
    value = given[setting.key]
    match setting.kind:
        case AnyOf():
            return frozenset(value)
        case OpeningHours():
            return _hours(value, given.get("holidays"))
    return value


def _hours(table: HoursTable, holidays: str | None) -> Hours:
    """Rules in one order, whatever the file's, so that the same hours are equal."""
    spans = {
        (parse_days(days), *span) for days, several in table.__pydantic_extra__.items() for span in several
    }
    return Hours(tuple(WeeklyRule(*span) for span in sorted(spans)), table.holidays or holidays)


def _segment(table: Table, policy: Policy) -> Segment:
    given = table.given()
    overrides, match = _named(OF_POLICY, given), given.get("match")
    return Segment(
        id=given["id"],
        name=given["name"],
        members=given.get("members", ()),
        match=Match(**match.given()) if isinstance(match, MatchTable) else None,
        policy=replace(policy, **overrides),
        overrides=frozenset(overrides),
        **_named(OF_SEGMENT, given),
    )
