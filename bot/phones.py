"""Telephone numbers that stand alone."""

from __future__ import annotations

from phonenumbers import PhoneNumberFormat, format_number, parse
from phonenumbers.phonenumberutil import NumberParseException

HOME = "RU"  # how a number without a country code is read


def phone_of(text: str) -> str | None:
    """The number in E.164; None if it is none."""
    try:
        number = parse(text, HOME)
    except NumberParseException:
        return None
    return format_number(number, PhoneNumberFormat.E164)


def readable(phone: str) -> str:
    """An E.164 number with its usual spaces: `+7 843 200-00-00`."""
    return format_number(parse(phone), PhoneNumberFormat.INTERNATIONAL)
