"""The public holidays of a country, from the `holidays` library."""

from __future__ import annotations

import re
from datetime import date

import holidays

from leads.hours import IsHoliday

_CODE = re.compile(r"[A-Z]{2,3}")  # the library would take any name of its own code for a country


def holiday_calendar(code: str | None) -> IsHoliday:
    """The calendar of a country (ISO 3166, `RU`); without a code no day is a holiday.

    Raises ValueError for a country that the library does not know.
    """
    if code is None:
        return _never
    try:
        return holidays.country_holidays(code if _CODE.fullmatch(code) else "?").__contains__
    except NotImplementedError as error:
        raise ValueError(f'no holiday calendar for {code!r}; write a country like "RU"') from error


def _never(_: date) -> bool:
    return False
