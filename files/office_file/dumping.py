"""From an office to TOML text: the office's settings in full, of the rest what differs from the defaults."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import time, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeVar

import tomlkit
from tomlkit.items import InlineTable, Table

from contacts.phones import spoken
from files.office_file.tables import POLICY_KEYS
from leads.durations import format_duration
from leads.hours import Hours
from leads.office import Match, Office, Origin, Person, Segment, Shift
from leads.reasons import DeclineReason
from leads.sources import Source
from leads.wall_clock import WeeklyRule, format_days, format_hours, format_weekly

T = TypeVar("T", Table, InlineTable)
Document = dict[str, Any]


def dump_office(office: Office) -> str:
    """A text that `parse_office` reads as the same office, but for what `set_up` leaves out."""
    head, *parts = set_up(office).items()
    document = tomlkit.document()
    document[head[0]] = _filled(tomlkit.table(), head[1])
    for name, tables in parts:
        if tables:
            document.add(tomlkit.nl())
            document[name] = tomlkit.aot()
            for table in tables:
                document[name].append(_filled(tomlkit.table(), table))
    return tomlkit.dumps(document)


def set_up(office: Office) -> Document:
    """All that an office file says, as plain values in the file's order: a table, then lists of tables.

    Retired segments have left it, and reasons that never were. The duty that people agreed on in the chat is no part
    of the set-up and stays in the database, and so does whoever has no role but the one of ADMIN_IDS.
    """
    retired = {segment.id for segment in office.segments if segment.retired}
    shifts = [s for s in office.shifts if s.origin is Origin.FILE and s.segment not in retired]
    parts = {
        "office": _office(office),
        "people": [_person(person, office) for person in office.people if person.roles],
        "segments": [_segment(segment) for segment in office.segments if not segment.retired],
        "sources": [_source(source, retired) for source in office.sources],
        "shifts": [_shift(shift) for shift in shifts],
    }
    return {name: _plain(part) for name, part in parts.items()}


def _office(office: Office) -> dict[str, Any]:
    is_always = office.hours == Hours.always(office.hours.holidays)
    return {
        "name": office.name,
        "timezone": office.timezone.key,
        "locale": office.locale,
        "hours": "always" if is_always else _hours(office.hours),
        "holidays": office.hours.holidays if is_always else None,
        "presence": office.presence,
        **{key: getattr(office.policy, key) for key in POLICY_KEYS},
        "decline_costs_turn": office.decline_costs_turn,
        "free_decline_reasons": sorted(office.free_reasons & set(DeclineReason)),
        "pause_after_lapses": office.pause_after_lapses,
        "offers_at_once": office.offers_at_once,
        "owner_wait": office.owner_wait,
        "summary_at": office.summary_at,
        "outcome_reminders": office.outcome_reminders,
        "seal_to": office.seal_to,
        "retention_months": office.retention_months,
        "own_phones": [spoken(phone) for phone in office.own_phones] or None,
    }


def _hours(hours: Hours) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for days, rules in groupby(hours.rules, key=lambda rule: rule.days):
        spans = [format_hours(rule.start, rule.end) for rule in rules]
        table[format_days(days)] = spans[0] if len(spans) == 1 else spans
    return table | {"holidays": hours.holidays}


def _person(person: Person, office: Office) -> dict[str, Any]:
    locale = person.locale if person.locale != office.locale else None
    return _changed(person) | {"locale": locale}


def _segment(segment: Segment) -> dict[str, Any]:
    own = _changed(segment)
    head = {key: own.pop(key, None) for key in ("id", "name", "match")}
    overrides = {key: getattr(segment.policy, key) for key in POLICY_KEYS if key in segment.overrides}
    hidden = {"policy": None, "overrides": None}
    return head | {"scheme": segment.scheme, "members": segment.members} | overrides | own | hidden


def _source(source: Source, retired: Collection[str]) -> dict[str, Any]:
    segment = source.segment if source.segment not in retired else None
    return _changed(source) | {"kind": source.kind, "segment": segment}


def _shift(shift: Shift) -> dict[str, Any]:
    if shift.weekly is not None:
        return {"segment": shift.segment, "who": shift.who, "weekly": shift.weekly}
    return {
        "segment": shift.segment,
        "who": shift.who,
        "from": shift.start,
        "to": shift.end,
        "kind": shift.kind,
        "instead_of": shift.instead_of,
    }


def _changed(value: Match | Person | Segment | Source) -> dict[str, Any]:
    """What differs from the defaults."""
    named = {field: getattr(value, field.name) for field in fields(value)}
    return {field.name: held for field, held in named.items() if held != field.default}


def _filled(table: T, values: Mapping[str, Any]) -> T:
    for key, value in values.items():
        table[key] = _filled(tomlkit.inline_table(), value) if isinstance(value, dict) else value
    return table


def _plain(value: Any) -> Any:
    match value:
        case StrEnum():
            return value.value
        case timedelta():
            return format_duration(value)
        case time():
            return f"{value:%H:%M}"
        case WeeklyRule():
            return format_weekly(value)
        case Match():
            return _plain(_changed(value))
        case dict():
            return {key: _plain(held) for key, held in value.items() if held is not None}
        case tuple() | list():
            return [_plain(item) for item in value]
    return value
