"""pydantic's findings in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from files.office_file.problems import Path
from files.office_file.tables import (
    VARIABLE,
    MatchTable,
    OfficeFile,
    OfficeTable,
    PersonTable,
    SegmentTable,
    ShiftTable,
    SourceTable,
    Table,
)
from files.office_file.values import did_you_mean

_TABLES: Final[dict[Path, type[Table]]] = {
    (): OfficeFile,
    ("office",): OfficeTable,
    ("people",): PersonTable,
    ("segments",): SegmentTable,
    ("segments", "match"): MatchTable,
    ("sources",): SourceTable,
    ("shifts",): ShiftTable,
}

_SENTENCES: Final = {
    "missing": "is missing",
    "string_type": "must be text in quotes",
    "string_pattern_mismatch": "must be 1 to 32 of the characters a-z, 0-9, - and _",
    "string_too_long": "must have at most {max_length} characters",
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
