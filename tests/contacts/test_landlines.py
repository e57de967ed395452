"""Where landline numbers were given out: what is shipped says what the atlas of the whole world says."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from phonenumbers import NumberParseException, PhoneNumber, parse
from phonenumbers.geocoder import description_for_number
from phonenumbers.geodata import GEOCODE_DATA

from contacts.building.landlines import pack_landlines
from contacts.gazetteer import ids_named
from contacts.landlines import PACKED, area_ids
from contacts.territories import whereabouts

COUNTRIES = frozenset({"RU", "KZ", "MD", "AM", "BY", "UA", "MN", "TJ", "TM", "AZ", "GE", "KG"})
"""What the atlas says where it knows no area."""
CODES = ("7", "373", "374", "375", "380", "976", "992", "993", "994", "995", "996")


def number(prefix: str) -> PhoneNumber:
    """One that begins like that, as long as numbers are there."""
    length = 12 if prefix.startswith(("380", "375", "994", "995", "996", "992")) else 11
    return parse("+" + (prefix + "2345678")[:length].ljust(length, "0"))


@pytest.mark.parametrize("code", CODES)
def test_it_says_what_the_atlas_says(code: str) -> None:
    prefixes = [prefix for prefix in GEOCODE_DATA if prefix.startswith(code)]
    named = cache(ids_named)
    assert prefixes
    for prefix in prefixes:
        one = number(prefix)
        said, areas = named(description_for_number(one, "ru")), frozenset(area_ids(one))
        assert areas == said or (not areas and said <= COUNTRIES), prefix


def test_the_file_is_what_the_building_makes(tmp_path: Path) -> None:
    made = tmp_path / "landlines.csv"
    assert pack_landlines(made) > 500
    assert made.read_bytes() == PACKED.read_bytes()


@pytest.mark.parametrize(
    ("phone", "region"),
    [
        ("+78432001122", "Татарстан"),
        ("+74952001122", "Московская область"),
        ("+375172001122", "Минск, Беларусь"),
        ("+88001000000", None),
        ("+493012345678", "Berlin"),
    ],
)
def test_a_number_s_area_in_words(phone: str, region: str | None) -> None:
    try:
        assert whereabouts("", phone, "ru").region == region
    except NumberParseException:
        assert region is None


def test_a_number_of_home_loads_no_atlas_of_the_world() -> None:
    words = (
        "import sys; from contacts.territories import whereabouts; whereabouts('', '+78432001122', 'ru');"
        "print(*[name for name in sys.modules if 'geodata' in name])"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
