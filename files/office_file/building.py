"""From the checked tables to the office of `leads`."""

from __future__ import annotations

from dataclasses import replace

from files.office_file.tables import (
    POLICY_KEYS,
    HoursTable,
    OfficeFile,
    OfficeTable,
    PolicyTable,
    SegmentTable,
)
from leads.hours import Hours
from leads.office import Match, Office, Person, Policy, Segment, Shift
from leads.sources import Source
from leads.wall_clock import WeeklyRule, parse_days


def build(file: OfficeFile) -> Office:
    policy = _policy(Policy(), file.office)
    office = _office(file.office)
    return replace(
        office,
        policy=policy,
        people=tuple(Person(**{"locale": office.locale} | person.given()) for person in file.people),
        segments=tuple(_segment(segment, policy) for segment in file.segments),
        sources=tuple(Source(**source.given()) for source in file.sources),
        shifts=tuple(Shift(**shift.given()) for shift in file.shifts),
    )


def _office(table: OfficeTable) -> Office:
    given = table.given()
    own = {
        key: given[key] for key in given.keys() - POLICY_KEYS - {"hours", "holidays", "free_decline_reasons"}
    }
    if table.free_decline_reasons is not None:
        own["free_reasons"] = frozenset(table.free_decline_reasons)
    return Office(**own, hours=_hours(table.hours, table.holidays))


def _hours(table: HoursTable | None, holidays: str | None) -> Hours:
    """Rules in one order, whatever the file's, so that the same hours are equal."""
    if table is None:
        return Hours.always(holidays)
    spans = {
        (parse_days(days), *span) for days, several in table.__pydantic_extra__.items() for span in several
    }
    return Hours(tuple(WeeklyRule(*span) for span in sorted(spans)), table.holidays or holidays)


def _segment(table: SegmentTable, policy: Policy) -> Segment:
    given = table.given()
    overrides = frozenset(given.keys() & POLICY_KEYS)
    own = {key: given[key] for key in given.keys() - POLICY_KEYS - {"match"}}
    return Segment(
        **own,
        match=Match(**table.match.given()) if table.match is not None else None,
        policy=_policy(policy, table),
        overrides=overrides,
    )


def _policy(base: Policy, table: PolicyTable) -> Policy:
    given = table.given()
    return replace(base, **{key: given[key] for key in given.keys() & POLICY_KEYS})
