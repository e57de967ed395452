"""The values of single fields of a CSV file. Every function raises BadValueError."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from leads.lead import MOST_AMOUNT, MOST_HUNDREDTHS
from leads.wall_clock import instant

YEARS = range(2000, 2101)  # Python's calendar ends; whatever counts with a time must stay inside it
A_DATE = re.compile(r"\d{4}-?\d\d-?\d\d|\d{4}-?W\d\d-?\d", re.ASCII)  # of ISO 8601, without a time
EVER = datetime.min.replace(tzinfo=UTC)


class BadValueError(ValueError):
    """A field that cannot be."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")


def one_spelling(cell: str) -> str:
    """A cell as every program would save it: macOS parts letters from their marks, Windows ends lines its own way."""
    return unicodedata.normalize("NFC", cell.replace("\r\n", "\n").replace("\r", "\n")).strip()


def moment(field: str, text: str, tz: ZoneInfo, last: datetime = EVER) -> datetime:
    """ISO 8601, in UTC; without an offset it is what the clock on the office's wall says.

    Where the wall says the same twice, it is the first time that is not before `last`. A date alone means some time
    of that day: its midnight, or `last` where that is on the same day.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BadValueError(field, f'"{text}" is not a time; write it like 2026-11-23T09:00:00') from None
    if found.year not in YEARS:
        raise BadValueError(field, f"{text} is not in the years 2000 to 2100")
    if found.tzinfo is not None:
        return found.astimezone(UTC)
    if A_DATE.fullmatch(text) and last > EVER and last.astimezone(tz).date() == found.date():
        return last
    first = instant(found, tz)
    again = found.replace(tzinfo=tz, fold=1).astimezone(UTC) if first < last else first
    return again if again >= last else first


def amount(field: str, text: str) -> int:
    """A sum of money such as `12000` or `99.90`, in hundredths. At most `leads.lead.MOST`."""
    found = re.fullmatch(r"(\d{1,30})(?:[.,](\d{1,2}))?", text.strip(), re.ASCII)
    if not found:
        raise BadValueError(field, f'"{text}" is not a sum of money; write it like 12000 or 99.90')
    whole, part = found.groups()
    hundredths = int(whole) * 100 + int((part or "0").ljust(2, "0"))
    if hundredths > MOST_HUNDREDTHS:
        raise BadValueError(
            field, f"{text} is more than any sale brings, which is {MOST_AMOUNT:_} at most".replace("_", " ")
        )
    return hundredths
