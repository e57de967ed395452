"""The time zone that somebody means by a city, by `МСК+2` or `UTC+5`, or by its own name."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from babel.core import get_global
from babel.dates import get_timezone_location

from contacts.place_data import HOME
from contacts.places import find_place
from leads.words import folded

MOSCOW: Final = "Europe/Moscow"
_BY_TERRITORY: Final = {
    "Europe/Kaliningrad": "RU-KGD",
    "Europe/Samara": "RU-SAM RU-UD",
    "Europe/Saratov": "RU-SAR",
    "Europe/Astrakhan": "RU-AST",
    "Europe/Ulyanovsk": "RU-ULY",
    "Asia/Yekaterinburg": "RU-BA RU-CHE RU-KHM RU-KGN RU-ORE RU-PER RU-SVE RU-TYU RU-YAN",
    "Asia/Omsk": "RU-OMS",
    "Asia/Novosibirsk": "RU-NVS",
    "Asia/Novokuznetsk": "RU-KEM",
    "Asia/Tomsk": "RU-TOM",
    "Asia/Barnaul": "RU-AL RU-ALT",
    "Asia/Krasnoyarsk": "RU-KYA RU-KK RU-TY",
    "Asia/Irkutsk": "RU-IRK RU-BU",
    "Asia/Yakutsk": "RU-AMU RU-SA",
    "Asia/Chita": "RU-ZAB",
    "Asia/Vladivostok": "RU-PRI RU-KHA RU-YEV",
    "Asia/Magadan": "RU-MAG",
    "Asia/Sakhalin": "RU-SAK",
    "Asia/Kamchatka": "RU-KAM",
    "Asia/Anadyr": "RU-CHU",
}
_OF_TERRITORY: Final = {id: zone for zone, ids in _BY_TERRITORY.items() for id in ids.split()}
_AHEAD: Final = (  # of Moscow, by hours, from one behind it
    "Europe/Kaliningrad",
    MOSCOW,
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)
_CITIES: Final = dict.fromkeys(("астана", "astana", "нур-султан"), "Asia/Almaty")
"""What no list of places has by its present name."""
_MSK: Final = re.compile(r"(?:мск|msk|московское время|moscow time)(?: ?([+-]) ?(\d{1,2}))?")
_UTC: Final = re.compile(r"(?:utc|gmt|гринвич)? ?\+ ?0?(\d{1,2})(?::?00)?")
MOSCOWS: Final = 3  # hours ahead of UTC
_OF_COUNTRY: Final = {"KZ": "Asia/Almaty", "UZ": "Asia/Tashkent", "UA": "Europe/Kyiv"}
"""Those that have one time in all of their zones."""
_NO_COUNTRY: Final = "ZZ"


def read_zone(written: str) -> str | None:
    """Returns the name of the zone, `Asia/Omsk`; None where the words name none, or a country with several."""
    text = folded(written).strip(" .,")
    if msk := _MSK.fullmatch(text):
        return _ahead_of_moscow(int(msk[2] or 0) * (-1 if msk[1] == "-" else 1))
    if utc := _UTC.fullmatch(text):
        return _ahead_of_moscow(int(utc[1]) - MOSCOWS)
    return _CITIES.get(text) or _names().get(text) or _of_place(written)


def country_of(zone: str) -> str | None:
    """Returns the country (ISO 3166) in which a zone lies; None for one that lies in none, as `UTC`."""
    known = get_global("zone_aliases").get(zone, zone)
    country = get_global("zone_territories").get(known)
    return country if country and country.isalpha() and country != _NO_COUNTRY else None


def _ahead_of_moscow(hours: int) -> str | None:
    return _AHEAD[1 + hours] if 0 <= 1 + hours < len(_AHEAD) else None


@cache
def _names() -> dict[str, str]:
    """Its own names and those of its cities, in both languages; takes a moment when it is asked first.

    Several zones may be called by one city: the one that has its name comes first.
    """
    found = {zone.casefold(): zone for zone in available_timezones()}
    of_cities = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    for zone in of_cities:
        found.setdefault(folded(zone.rpartition("/")[2].replace("_", " ")), zone)
    for zone in of_cities:
        english, russian = (
            folded(get_timezone_location(zone, locale=locale, return_city=True)) for locale in ("en", "ru")
        )
        found.setdefault(russian, found.setdefault(english, zone))
    return found


def _of_place(written: str) -> str | None:
    place = find_place(written)
    if place is None:
        return None
    if HOME in place.within:
        return next((_OF_TERRITORY[id] for id in place.within if id in _OF_TERRITORY), MOSCOW)
    if whole := next((_OF_COUNTRY[id] for id in place.within if id in _OF_COUNTRY), None):
        return whole
    zones = [zone for id in place.within for zone in get_global("territory_zones").get(id, ())]
    return zones[0] if len(zones) == 1 else None
