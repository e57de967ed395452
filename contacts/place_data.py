"""The places that are known, read from `contacts/data/` (sources: its README) at the first question, once a process."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from leads.words import folded

DATA: Final = Path(__file__).parent / "data"
PLACES: Final = DATA / "places.csv.gz"
HOME: Final = "RU"
TOKEN: Final = re.compile(r"[^\W\d_]+(?:[-'’‑][^\W\d_]+)*")

_MANY: Final = 10_000_000  # people of a territory: whoever says its name does not mean a village of that name
_SHORT: Final = 3  # letters of an abbreviation that is a word as well, or a syllable

Row = Mapping[str, str]


class Use(StrEnum):
    """When a name in somebody's words means the place."""

    FREE = "free"  # wherever it stands
    MARKED = "marked"  # where a word before it says so: `в Чехове`, `г. Владимир`; else it is somebody's name
    CAPITAL = "capital"  # marked, and written with a capital: `в Орле`; else it is a thing
    CAPITALS = "capitals"  # in capitals only: `РТ`
    ALONE = "alone"  # marked, or between commas: `Нижний, два окна`
    TATAR = "tatar"  # in a Tatar text
    NEVER = "never"  # only in the office's rules


@dataclass(frozen=True, slots=True)
class Territory:
    """A subject of the federation as the numbering plan has it (`plan`), or a country, whose `plan` is empty."""

    id: str
    geonames: str  # the code of its first-order division there, or of the country
    plan: str
    ru: str
    en: str
    also: tuple[str, ...]  # further names
    rules: tuple[str, ...]  # names that mean other things in a text: only for the office's rules


@dataclass(frozen=True, slots=True)
class Place:
    """`within`: the ids of all that it lies in, itself first. `people`: how many live there."""

    id: str
    ru: str
    en: str
    within: tuple[str, ...]
    people: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a name means, and when it means it."""

    place: Place
    use: Use


@dataclass(slots=True)
class Gazetteer:
    places: dict[str, Place] = field(default_factory=dict)
    names: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))  # by `phrase`
    longest: dict[str, int] = field(
        default_factory=dict
    )  # by their first words, how many words names have at most
    districts: dict[str, list[Place]] = field(
        default_factory=lambda: defaultdict(list)
    )  # by the adjective's stem

    def call(self, place: Place, key: str, use: Use) -> None:
        """Lets what is named by this phrase (`phrase`) be the place, too, from now on."""
        first, length = key.partition(" ")[0], key.count(" ") + 1
        self.names[key] = [one for one in self.names[key] if one.place is not place] + [Named(place, use)]
        if length > self.longest.get(first, 0):
            self.longest[first] = length


def phrase(name: str) -> str:
    """Returns the words of a name as they are compared: `Н. Новгород` is `н новгород`."""
    return " ".join(TOKEN.findall(folded(name)))


def stem(adjective: str) -> str:
    """Returns `зеленодольск` of `Зеленодольский`, `зеленодольского`; a word that is none as it is."""
    return _ENDING.sub("", folded(adjective))


_ENDING: Final = re.compile(r"(?:ий|ый|ой|ого|его|ому|ему|им|ым|ом|ем)$")


@cache
def territories() -> tuple[Territory, ...]:
    return tuple(
        Territory(
            **{key: row[key] for key in ("id", "geonames", "plan", "ru", "en")},
            also=_list(row["also"]),
            rules=_list(row["rules"]),
        )
        for row in _rows("territories.csv")
    )


@cache
def gazetteer() -> Gazetteer:
    """Returns all of it: 0.15 s and 15 MB at the first call."""
    found = Gazetteer()
    for territory in territories():
        _add_territory(found, territory)
    for one in csv.DictReader(io.StringIO(gzip.decompress(PLACES.read_bytes()).decode("utf-8"))):
        _add_place(found, one)
    for said in _rows("spoken.csv"):
        place = _largest(found, said["place"])
        for name in _list(said["names"]):
            found.call(place, phrase(name), Use(said["use"]))
    for line in _rows("districts.csv"):
        _add_districts(found, line)
    return found


def _add_territory(found: Gazetteer, territory: Territory) -> None:
    within = dict.fromkeys(
        [territory.id, territory.id.partition("-")[0], territory.geonames.partition(".")[0]]
    )
    place = Place(territory.id, territory.ru, territory.en, tuple(filter(None, within)), _MANY)
    found.places[place.id] = place
    for name in filter(None, (territory.ru, territory.en, territory.plan, *territory.also)):
        is_short = name.isupper() and len(name) <= _SHORT
        found.call(place, phrase(name), Use.CAPITALS if is_short else Use.FREE)
    for name in territory.rules:
        found.call(place, phrase(name), Use.NEVER)


def _add_place(found: Gazetteer, row: Row) -> None:
    """A row whose id is a territory's brings the forms of its names; any other is a city, a town, a village."""
    place = found.places.get(row["id"])
    if place is None:
        within = (row["id"], *found.places[row["territory"]].within)
        place = Place(row["id"], row["ru"], row["en"], within, int(row["people"]))
        found.places[place.id] = place
    for use in (Use.FREE, Use.MARKED, Use.CAPITAL):
        for name in _list(row[use]):
            found.call(place, name, use)


def _add_districts(found: Gazetteer, row: Row) -> None:
    above = _largest(found, row["city"]) if row["city"] else found.places[row["territory"]]
    for name in _list(row["districts"]):
        id = f"{above.id}.{phrase(name)}"
        place = Place(id, f"{name} район", f"{name} район", (id, *above.within))
        found.places[id] = place
        found.districts[stem(name)].append(place)


def _largest(found: Gazetteer, name: str) -> Place:
    return max((one.place for one in found.names[phrase(name)]), key=lambda place: place.people)


def _rows(name: str) -> Iterator[Row]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()
