"""Where a telephone number is from. The atlas takes a second to load: a module of its own for who can do without."""

from __future__ import annotations

from phonenumbers import PhoneNumber, parse
from phonenumbers.geocoder import country_name_for_number, description_for_number


def territory_of(phone: str, locale: str) -> str | None:
    """`territory` of a number in E.164."""
    return territory(parse(phone), locale)


def territory(number: PhoneNumber, locale: str) -> str | None:
    """A region or a city, where the number tells; a mobile number tells no more than a country."""
    place: str = description_for_number(number, locale)
    return place if place and place != country_name_for_number(number, locale) else None
