"""What every button is made of: numbers, moments and days that every database and every calendar takes."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Annotated

from aiogram.filters.callback_data import CallbackData as CallbackData  # noqa: PLC0414 - what every button carries
from pydantic import AfterValidator, Field

# Whatever a stranger writes: every database takes the one, and every calendar the other.
Number = Annotated[int, Field(ge=0, lt=2**40)]
Second = Annotated[int, Field(ge=0, lt=2**34)]  # since 1970, UTC; up to the year 2514


def is_day(day: date) -> bool:
    """Whether a button may carry it."""
    return 1970 < day.year < 9999


def _iso(day: str) -> str:
    """Raises ValueError for whatever is no date like 2026-11-23, of a year that a calendar here has."""
    found = date.fromisoformat(day)
    if found.isoformat() != day or not is_day(found):
        raise ValueError(f"{day!r} is no day")
    return day


Day = Annotated[str, AfterValidator(_iso)]  # aiogram packs no dates


def short(id: str) -> str:
    """Returns a name of one length: two ids are too long for one button."""
    return sha256(id.encode()).hexdigest()[:12]
