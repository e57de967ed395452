"""From TOML text to an office. All that is wrong is reported at once, in plain sentences, in the order of the lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any, Final

import tomlkit
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from tomlkit.exceptions import ParseError, TOMLKitError

from files.office_file.checks import broken_rules
from files.office_file.problems import Lines, OfficeFileError, Path, Problem, spelled
from files.office_file.tables import (
    VARIABLE,
    CrmTable,
    FileTable,
    HookTable,
    HoursTable,
    MatchTable,
    OfficeFile,
    OfficeTable,
    PersonTable,
    RotaTable,
    SegmentTable,
    ShiftTable,
    SourceTable,
    Table,
)
from files.office_file.values import did_you_mean
from leads.crm import Crm
from leads.hooks import Hook
from leads.hours import Hours, Rota
from leads.office import OF_OFFICE, OF_POLICY, OF_SEGMENT, Match, Office, Person, Policy, Segment, Shift
from leads.settings import AnyOf, OpeningHours, Setting
from leads.sources import Source
from leads.wall_clock import WeeklyRule, parse_days

_TABLES: Final[dict[Path, type[Table]]] = {
    (): OfficeFile,
    ("office",): OfficeTable,
    ("people",): PersonTable,
    ("people", "rota"): RotaTable,
    ("segments",): SegmentTable,
    ("segments", "match"): MatchTable,
    ("sources",): SourceTable,
    ("hooks",): HookTable,
    ("shifts",): ShiftTable,
    ("crm",): CrmTable,
}

_SENTENCES: Final = {
    "missing": "is missing",
    "string_type": "must be text in quotes",
    "string_pattern_mismatch": "must be 1 to 32 of the characters a-z, 0-9, - and _",
    "string_too_long": "must have at most {max_length} characters",
    "too_long": "must have at most {max_length}",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "finite_number": "must be a finite number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "model_type": "must be a table",
    "enum": "must be {expected}",
    "literal_error": "must be {expected}",
    "datetime_type": "must be a date and time without quotes, like 2026-11-23T09:00",
    "timezone_naive": "must be the time on the office's clock, without an offset",
    "greater_than": "must be above {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be below {lt}",
    "less_than_equal": "must be at most {le}",
    "value_error": "{error}",
}


def read_office(path: FilePath) -> Office:
    """Raises OfficeFileError, also when the file cannot be read."""
    return parse_office(read_text(path), str(path))


def read_text(path: FilePath) -> str:
    """Raises OfficeFileError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _broken(str(path), 1, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _broken(str(path), line, "is not UTF-8 text") from error


def parse_office(text: str, name: str) -> Office:
    """`name` is what problems call the file. Raises OfficeFileError."""
    document = _toml(text, name)
    file, found = _shape(document)
    found.extend(broken_rules(document))
    if found or file is None:
        lines = Lines(text)
        problems = {Problem(name, lines.of(path), spelled(path), message) for path, message in found}
        raise OfficeFileError(
            sorted(problems, key=lambda problem: (problem.line, problem.field, problem.message))
        )
    return build(file)


def _toml(text: str, name: str) -> dict[str, Any]:
    """tomlkit and not tomllib: the format has times without seconds, which is TOML 1.1 (Python 3.15)."""
    try:
        return tomlkit.parse(text).unwrap()
    except ParseError as error:
        raise _broken(name, error.line, f"is not TOML: {error}") from error
    except TOMLKitError as error:  # a key written twice, found without its line
        raise _broken(name, 1, f"is not TOML: {error}") from error


def _shape(document: dict[str, Any]) -> tuple[OfficeFile | None, list[tuple[Path, str]]]:
    try:
        return OfficeFile.model_validate(document), []
    except ValidationError as error:
        return None, list(complaints(error))


def _broken(name: str, line: int, message: str) -> OfficeFileError:
    return OfficeFileError([Problem(name, line, "", message)])


def build(file: FileTable) -> Office:
    given = file.office.given()
    policy = Policy(**_named(OF_POLICY, given))
    own = _named(OF_OFFICE, given)
    own.setdefault("hours", Hours.always(given.get("holidays")))
    office = Office(given["name"], policy=policy, **own)
    return replace(
        office,
        people=tuple(_person(person, office) for person in file.people),
        segments=tuple(_segment(segment, policy) for segment in file.segments),
        sources=tuple(Source(**source.given()) for source in file.sources),
        hooks=tuple(Hook(**hook.given()) for hook in file.hooks),
        shifts=tuple(Shift(**shift.given()) for shift in file.shifts),
        crm=_crm(file.crm) if file.crm else None,
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


def _person(table: PersonTable, office: Office) -> Person:
    given = {"locale": office.locale} | table.given()
    if table.hours:
        given["hours"] = _hours(table.hours, None)
    if table.rota:
        days = table.rota.given()
        given["rota"] = Rota(spans=days.pop("hours"), **days)
    return Person(**given)


def _crm(table: CrmTable) -> Crm:
    given = table.given()
    stages = {stage.value: name for stage, name in (given.pop("stages", None) or {}).items()}
    return Crm(stages=stages, **given)


def _segment(table: Table, policy: Policy) -> Segment:
    given = table.given()
    overrides, match = _named(OF_POLICY, given), given.get("match")
    return Segment(
        id=given["id"],
        name=given["name"],
        members=given.get("members", ()),
        heads=given.get("heads", ()),
        match=Match(**match.given()) if isinstance(match, MatchTable) else None,
        policy=replace(policy, **overrides),
        overrides=frozenset(overrides),
        **_named(OF_SEGMENT, given),
    )


def complaints(error: ValidationError) -> Iterator[tuple[Path, str]]:
    for details in error.errors(include_url=False):
        yield details["loc"], _sentence(details)


def _sentence(details: ErrorDetails) -> str:
    if details["type"] == "string_pattern_mismatch" and details["ctx"]["pattern"] == VARIABLE:
        return "must be the name of a variable of the environment, like AVITO_SECRET"
    if details["type"] == "extra_forbidden":
        return _unknown_key(details["loc"])
    context: dict[str, Any] = details.get("ctx", {})
    if context.get("gt") == 0:
        return "must be above zero"
    sentence = _SENTENCES.get(details["type"])
    return sentence.format_map(context) if sentence else details["msg"]


def _unknown_key(path: Path) -> str:
    *table, key = (part for part in path if isinstance(part, str))
    known = [field.alias or name for name, field in _TABLES[tuple(table)].model_fields.items()]
    return f"unknown key{did_you_mean(key, known)}"
