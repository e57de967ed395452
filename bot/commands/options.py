"""What several commands need: days as options, and a database that this version can work on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from files.failure import Failure
from storage.migrate import Schema, schema_of
from storage.offices import NoOfficeError

YEARS = range(1971, 9999)  # with a day to spare on both sides: a time zone may go over the edge


class BadOptionError(Failure):
    """An option cannot be like that."""

    code = 2


def day(option: str, typed: str | None) -> date | None:
    """Reads a day; None where it is not given. Raises BadOptionError."""
    try:
        found = date.fromisoformat(typed) if typed else None
    except ValueError:
        raise BadOptionError(f'{option}: "{typed}" is not a day; write it like 2026-11-23') from None
    if found and found.year not in YEARS:
        raise BadOptionError(f"{option}: {found} is out of any calendar that this program has")
    return found


def mapping(typed: Sequence[str]) -> dict[str, list[str]]:
    """Reads `FIELD=COLUMN`s: of each field its columns, none where nothing stands behind. Raises BadOptionError."""
    found: dict[str, list[str]] = {}
    for one in typed:
        name, apart, column = one.partition("=")
        if not apart:
            raise BadOptionError(f'--map: "{one}" is not FIELD=COLUMN, as in --map "at=Дата создания"')
        found.setdefault(name.strip(), []).extend([column.strip()] if column.strip() else [])
    return found


class OtherSchemaError(Failure):
    """The database is not one that this version of the program knows."""


async def check_schema(address: str, then: str) -> None:
    """Refuses other databases.

    `then`: the command that waits for it. Raises OtherSchemaError, NoOfficeError, OSError.
    """
    match schema_of(address):
        case Schema.NONE:
            raise NoOfficeError
        case Schema.OLDER:
            raise OtherSchemaError(f"the database is of an older version: start this one once, then {then}")
        case Schema.UNKNOWN:
            raise OtherSchemaError("the database is of a newer version, or of another program")
