"""From an office to TOML text: the office's settings in full, of the rest what differs from the defaults."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from datetime import time, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeVar

import tomlkit
from tomlkit.items import InlineTable, Table

from contacts.phones import spoken
from leads.crm import Crm
from leads.durations import format_duration
from leads.hooks import Hook
from leads.hours import Hours, Rota
from leads.office import OF_OFFICE, OF_POLICY, OF_SEGMENT, Match, Office, Origin, Person, Segment, Shift
from leads.settings import (
    Addresses,
    AnyOf,
    LengthOrNever,
    LengthOrOff,
    OpeningHours,
    Percent,
    Phones,
    Setting,
    Zone,
)
from leads.sources import Source
from leads.wall_clock import WeeklyRule, format_days, format_hours, format_weekly

T = TypeVar("T", Table, InlineTable)
Document = dict[str, Any]


def dump_office(office: Office) -> str:
    """Returns a text that `parse_office` reads as the same office, but for what `set_up` leaves out."""
    head, *parts = set_up(office).items()
    document = tomlkit.document()
    document[head[0]] = _filled(tomlkit.table(), head[1])
    for name, tables in parts:
        if isinstance(tables, dict):
            document.add(tomlkit.nl())
            document[name] = _filled(tomlkit.table(), tables)
        elif tables:
            document.add(tomlkit.nl())
            document[name] = tomlkit.aot()
            for table in tables:
                document[name].append(_filled(tomlkit.table(), table))
    return tomlkit.dumps(document)


def set_up(office: Office) -> Document:
    """Returns all that an office file says, as plain values in the file's order: a table, then lists of tables.

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
        "hooks": [_changed(hook) for hook in office.hooks],
        "shifts": [_shift(shift) for shift in shifts],
        **({"crm": _changed(office.crm)} if office.crm else {}),
    }
    return {name: plain(part) for name, part in parts.items()}


def _office(office: Office) -> dict[str, Any]:
    own = {setting.name: setting for setting in OF_OFFICE}
    found: dict[str, Any] = {"name": office.name}
    for field in fields(office):
        if field.name == "policy":
            found |= {s.key: getattr(office.policy, s.name) for s in OF_POLICY}
        elif field.name in own:
            found |= written(own[field.name], getattr(office, field.name))
    return found


def written(setting: Setting, value: Any) -> dict[str, Any]:
    """Writes it as a file says it. Of a closed list only what stands in it; what is no text yet `plain` makes one."""
    match setting.kind:
        case OpeningHours():
            is_always = value == Hours.always(value.holidays)
            return {setting.key: _hours(value), "holidays": value.holidays if is_always else None}
        case AnyOf(of):
            return {setting.key: sorted(value & set(of))}
        case Phones():
            return {setting.key: [spoken(phone) for phone in value] or None}
        case Addresses():
            return {setting.key: [one if "@" in one else f"@{one}" for one in value] or None}
        case Zone():
            return {setting.key: value.key}
        case LengthOrOff():
            return {setting.key: value or "off"}
        case LengthOrNever():
            return {setting.key: value or "never"}
        case Percent():
            return {setting.key: f"{value}%"}
    return {setting.key: value}


def _hours(hours: Hours) -> dict[str, Any] | str:
    if hours == Hours.always(hours.holidays):
        return "always"
    table: dict[str, Any] = {}
    for days, rules in groupby(hours.rules, key=lambda rule: rule.days):
        table[format_days(days)] = _spans([(rule.start, rule.end) for rule in rules])
    return table | {"holidays": hours.holidays}


def _spans(spans: Sequence[tuple[time, time]]) -> str | list[str]:
    written = [format_hours(start, end) for start, end in spans]
    return written[0] if len(written) == 1 else written


def _person(person: Person, office: Office) -> dict[str, Any]:
    locale = person.locale if person.locale != office.locale else None
    hours = {
        "hours": _hours(person.hours) if person.hours else None,
        "rota": _rota(person.rota) if person.rota else None,
    }
    return _changed(person) | {"locale": locale} | hours


def _rota(rota: Rota) -> dict[str, Any]:
    return {"start": rota.start, "on": rota.on, "off": rota.off, "hours": _spans(rota.spans)}


def _segment(segment: Segment) -> dict[str, Any]:
    own = _changed(segment)
    for setting in OF_SEGMENT:
        if setting.name in own:
            own |= written(setting, own[setting.name])
    head = {key: own.pop(key, None) for key in ("id", "name", "match")}
    overrides = {s.key: getattr(segment.policy, s.name) for s in OF_POLICY if s.name in segment.overrides}
    hidden = {"policy": None, "overrides": None}
    team = {"members": segment.members, "heads": segment.heads or None}
    return head | {"scheme": segment.scheme} | team | overrides | own | hidden


def _source(source: Source, retired: Collection[str]) -> dict[str, Any]:
    segment = source.segment if source.segment not in retired else None
    return _changed(source) | {"kind": source.kind, "segment": segment}


def shift_tables(office: Office) -> list[dict[str, Any]]:
    """Returns the shifts as a file says them."""
    found: list[dict[str, Any]] = set_up(office)["shifts"]
    return found


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


def _changed(value: Crm | Hook | Match | Person | Segment | Source) -> dict[str, Any]:
    """What differs from the defaults."""
    named = {field: getattr(value, field.name) for field in fields(value)}
    return {field.name: held for field, held in named.items() if held != _usual(field)}


def _usual(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _filled(table: T, values: Mapping[str, Any]) -> T:
    for key, value in values.items():
        table[key] = _filled(tomlkit.inline_table(), value) if isinstance(value, dict) else value
    return table


def plain(value: Any) -> Any:
    """Returns a value as the office file has it."""
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
            return plain(_changed(value))
        case dict():
            return {key: plain(held) for key, held in value.items() if held is not None}
        case tuple() | list():
            return [plain(item) for item in value]
    return value
