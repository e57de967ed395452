"""Options of the command line that several commands have, and what is said where one cannot be."""

from __future__ import annotations

from datetime import date

from files.failure import Failure

YEARS = range(1971, 9999)  # with a day to spare on both sides: a time zone may go over the edge


class BadOptionError(Failure):
    """An option that cannot be."""

    code = 2


def day(option: str, typed: str | None) -> date | None:
    """None where it is not given. Raises BadOptionError."""
    try:
        found = date.fromisoformat(typed) if typed else None
    except ValueError:
        raise BadOptionError(f'{option}: "{typed}" is not a day; write it like 2026-11-23') from None
    if found and found.year not in YEARS:
        raise BadOptionError(f"{option}: {found} is out of any calendar that this program has")
    return found
