"""The public holidays of a country, and the days off that it has made working ones, from the `holidays` library."""

from __future__ import annotations

import re
from datetime import date

import holidays

from leads.hours import Calendar, IsHoliday

_CODE = re.compile(r"[A-Z]{2,3}")  # the library would take any name of its own code for a country


def holiday_calendar(code: str | None) -> IsHoliday:
    """The calendar of a country (ISO 3166, `RU`); without a code no day is a holiday.

    Raises ValueError for a country that the library does not know.
    """
    if code is None:
        return _never
    try:
        days = holidays.country_holidays(code if _CODE.fullmatch(code) else "?")
    except NotImplementedError as error:
        raise ValueError(f'no holiday calendar for {code!r}; write a country like "RU"') from error

    def works(day: date) -> bool:
        # asked first whether it is a holiday, the library fills in that day's year
        return day not in days and days.is_weekend(day) and days.is_working_day(day)

    return Calendar(days.__contains__, works)


def _never(_: date) -> bool:
    return False
