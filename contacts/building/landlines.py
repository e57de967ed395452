"""The areas of landline numbers, from phonenumbers' atlas of the world to the small file that is shipped."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE
from phonenumbers.geodata import GEOCODE_DATA

from contacts.gazetteer import ids_named, place_of
from contacts.landlines import PACKED, longest
from contacts.mobile import SEPARATOR

LANGUAGES: Final = ("ru", "en")
"""In which the atlas names an area, the first that it has."""


def pack_landlines(target: Path = PACKED) -> int:
    """Writes `target`: what each prefix of the gazetteer's countries means; returns how many prefixes it holds.

    A prefix that means what a shorter one means already is left out. Raises OSError.
    """
    codes = _codes()
    known = {prefix: _ids(names) for prefix, names in GEOCODE_DATA.items() if prefix.startswith(codes)}
    told = {
        prefix: ids for prefix, ids in sorted(known.items()) if ids != (longest(known, prefix[:-1]) or ())
    }
    lines = [f"{prefix},{SEPARATOR.join(ids)}\n" for prefix, ids in told.items()]
    target.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def _codes() -> tuple[str, ...]:
    """The calling codes of the countries that the gazetteer has."""
    codes = COUNTRY_CODE_TO_REGION_CODE.items()
    return tuple(str(code) for code, countries in codes if any(map(place_of, countries)))


def _ids(names: dict[str, str]) -> tuple[str, ...]:
    said = next((names[language] for language in LANGUAGES if names.get(language)), "")
    return tuple(sorted(ids_named(said))) if said else ()
