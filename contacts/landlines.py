"""In which area a landline number of Russia or of a country around it was given out.

phonenumbers knows that, too, of the whole world, and loads all of it at once: 97 MB. This is what it says of the
countries that the gazetteer has, by the gazetteer's ids; `python -m contacts.building landlines` makes it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType, format_number, number_type
from phonenumbers.phonenumberutil import is_number_type_geographical

from contacts.mobile import DATA, SEPARATOR

PACKED: Final[Path] = DATA / "landlines.csv"

T = TypeVar("T")


def area_ids(number: PhoneNumber) -> tuple[str, ...]:
    """Returns the ids of the places that have the name of the number's area; none where that is not known."""
    kind = number_type(number)
    if kind == PhoneNumberType.UNKNOWN or not is_number_type_geographical(kind, number.country_code or 0):
        return ()
    return longest(_areas(), format_number(number, PhoneNumberFormat.E164)[1:]) or ()


def longest(by_prefix: Mapping[str, T], digits: str) -> T | None:
    """Returns what the longest prefix of these digits means; None where none of them means anything."""
    return next((by_prefix[digits[:n]] for n in range(len(digits), 0, -1) if digits[:n] in by_prefix), None)


@cache
def _areas() -> dict[str, tuple[str, ...]]:
    """Ids by prefix, calling code included."""
    lines = (line.split(",") for line in PACKED.read_text("utf-8").splitlines())
    return {prefix: tuple(ids.split(SEPARATOR)) if ids else () for prefix, ids in lines}
