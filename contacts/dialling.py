"""Which number digits are, by how they are written: with a plus, with the 8 of home, with another country's code.

Whether a number exists is for `phonenumbers` to say.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from phonenumbers import PhoneNumber, is_valid_number, parse
from phonenumbers.phonenumberutil import COUNTRY_CODE_TO_REGION_CODE, NumberParseException

HOME: Final = "RU"
"""How a number without a country's code is read."""

CODE: Final = "7"  # of the home's numbering plan; Kazakhstan shares it
LONGEST: Final = 15  # digits of a number with its country's code (ITU-T E.164)
_NATIONAL = re.compile(r"[3-9]\d{9}")
_ABROAD = re.compile(r"(?:00|810)(?=[1-9])")


@lru_cache(maxsize=4096)
def existing(international: str) -> str | None:
    """Returns `+` and all digits of a number that exists, from its digits with the country's code."""
    if not 7 < len(international) <= LONGEST:
        return None
    try:
        number: PhoneNumber = parse(f"+{international}")
    except NumberParseException:
        return None
    # what the library mends (a zero too many, a carrier's code) was not written
    is_whole = f"{number.country_code}{_leading_zeros(number)}{number.national_number}" == international
    return f"+{international}" if is_whole and is_valid_number(number) else None


def at_home(national: str) -> str | None:
    """Completes ten digits, as one dials them at home."""
    return existing(CODE + national) if _NATIONAL.fullmatch(national) else None


def with_plus(digits: str, first: str) -> str | None:
    """Reads what stands after a plus.

    `first`: the group of digits that stands next to it, for `+8 916` is no country's.
    """
    slip = digits[1:] if digits.startswith("8") and len(digits) == 11 else ""
    if first == "8":
        return at_home(slip)
    if len(first) == 4 and (home := at_home(slip)):
        return home
    bare = digits if len(first) in {3, 10} else ""  # `+916 …`: the country is left out
    return existing(digits) or at_home(slip) or _doubled(digits) or at_home(bare)


def from_abroad(digits: str) -> str | None:
    """Reads what stands after the code for calls to other countries: `00`, or the `8 10` of home."""
    code = _ABROAD.match(digits)
    return existing(digits[code.end() :]) if code else None


def country_code(digits: str) -> str | None:
    """Returns the country's code that these digits begin with."""
    codes = (digits[:length] for length in (1, 2, 3))
    return next((code for code in codes if code and int(code) in COUNTRY_CODE_TO_REGION_CODE), None)


def _doubled(digits: str) -> str | None:
    """`+7 8 916 …`: both ways to begin at once."""
    return at_home(digits[2:]) if len(digits) == 12 and digits.startswith("78") else None


def _leading_zeros(number: PhoneNumber) -> str:
    return "0" * (number.number_of_leading_zeros or 1) if number.italian_leading_zero else ""
