"""Where a client is: by what the text says, else by where the number was given out."""

from __future__ import annotations

from dataclasses import dataclass

from phonenumbers import PhoneNumber, national_significant_number, parse, region_code_for_number

from contacts.gazetteer import label, lies_in, place_of
from contacts.landlines import area_ids
from contacts.mobile import SEPARATOR, territory_ids
from contacts.place_data import HOME, Place
from contacts.places import find_place
from leads.segments import KnownBy

_MOBILE = "9"  # the first digit of Russian mobile numbers


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a client is. `region`: in words; `place`: its id (`contacts.gazetteer`), None where that knows it not."""

    region: str | None = None
    place: str | None = None
    by: KnownBy | None = None

    def lies_in(self, name: str) -> bool:
        """Whether that is in the place of this name. False where it is in no place that is known."""
        place = place_of(self.place) if self.place else None
        return place is not None and lies_in(place, name)


NOWHERE = Whereabouts()


def whereabouts(text: str, phone: str | None, locale: str) -> Whereabouts:
    """A place that the text names wins over the number's, which is a guess.

    `phone`: in E.164. `locale`: for the words of `region`. Raises NumberParseException.
    """
    number = parse(phone) if phone else None
    near = place_of_number(number) if number else None
    said = find_place(text, near.within if near else ())
    if said:
        return Whereabouts(label(said, locale), said.id, KnownBy.TEXT)
    if near:
        return Whereabouts(label(near, locale), near.id, KnownBy.NUMBER)
    elsewhere = _abroad(number, locale) if number else None
    return Whereabouts(elsewhere, None, KnownBy.NUMBER) if elsewhere else NOWHERE


def place_of_number(number: PhoneNumber) -> Place | None:
    """The territory of a Russian number, or several that share its range; the country or a city of one around."""
    country = region_code_for_number(number) or ""
    national = national_significant_number(number)
    if country == HOME and national.startswith(_MOBILE):
        return place_of(SEPARATOR.join(territory_ids(int(national))))
    areas = area_ids(number) if place_of(country) else ()
    within = [place for id in areas if (place := place_of(id)) and country in place.within and id != country]
    return within[0] if len(within) == 1 else place_of(country) if country != HOME else None


def _abroad(number: PhoneNumber, locale: str) -> str | None:
    """What the atlas of numbers says of countries that the gazetteer does not have; no more than a country: nothing."""
    from phonenumbers.geocoder import (  # takes a second to load, and 97 MB
        country_name_for_number,
        description_for_number,
    )

    place = str(description_for_number(number, locale))
    return place if place and place != country_name_for_number(number, locale) else None
