"""Whether the database is one that a command of this version can work on; nothing is migrated, nor made, by looking."""

from __future__ import annotations

from files.failure import Failure
from storage.migrate import Schema, schema_of
from storage.offices import NoOfficeError


class OtherSchemaError(Failure):
    """The database is not one that this version of the program knows."""


async def check_schema(address: str, then: str) -> None:
    """`then`: the command that waits for it. Raises OtherSchemaError, NoOfficeError, OSError."""
    match schema_of(address):
        case Schema.NONE:
            raise NoOfficeError
        case Schema.OLDER:
            raise OtherSchemaError(f"the database is of an older version: start this one once, then {then}")
        case Schema.UNKNOWN:
            raise OtherSchemaError("the database is of a newer version, or of another program")
