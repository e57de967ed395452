"""Telephone numbers that stand alone."""

from __future__ import annotations

from phonenumbers import (
    PhoneNumberFormat,
    format_number,
    is_possible_number,
    national_significant_number,
    parse,
)
from phonenumbers.phonenumberutil import NumberParseException

from contacts.spellings import Number

HOME = "RU"  # how a number without a country code is read


def phone_of(text: str) -> str | None:
    """The number in E.164; None if it is none."""
    try:
        number = parse(text, HOME)
    except NumberParseException:
        return None
    if not is_possible_number(number):
        return None
    return format_number(number, PhoneNumberFormat.E164)


def readable(phone: str) -> str:
    """An E.164 number with its usual spaces: `+7 843 200-00-00`."""
    return format_number(parse(phone), PhoneNumberFormat.INTERNATIONAL)


def number_of(phone: str) -> Number:
    """The digits of an E.164 number, to be looked for in texts. Raises NumberParseException."""
    parsed = parse(phone)
    return Number(national_significant_number(parsed), str(parsed.country_code))
