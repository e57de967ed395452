"""Places by their ids and by every name that people use: territories of Russia, countries around, cities, districts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Final

from contacts.mobile import SEPARATOR
from contacts.place_data import HOME, Named, Place, Use, gazetteer, phrase, stem

DISTRICT: Final = frozenset(
    {"район", "района", "району", "районом", "районе", "р-н", "р-на", "р-ну", "р-ном", "р-не", "district"}
)
_LABELS: Final = frozenset({"г", "гор", "город", "с", "село", "пос", "поселок", "пгт", "рп", "city"})
_SOME: Final = 3  # names that are suggested for an unknown one
_NEAR: Final = 0.75


def place_of(id: str) -> Place | None:
    """The place of an id, or of several territories together (`RU-MOS+RU-MOW`); None where there is none any more."""
    places = gazetteer().places
    parts = id.split(SEPARATOR)
    if len(parts) == 1 or not all(part in places for part in parts):
        return places.get(id)
    within = dict.fromkeys(up for part in parts for up in places[part].within)
    return Place(id, "", "", (id, *within))


def label(place: Place, locale: str) -> str:
    """Calls a place `Казань, Татарстан`; in English for the locale `en`, in Russian for every other."""
    return ", ".join(dict.fromkeys(one.en if locale == "en" else one.ru for one in _shown(place)))


def _shown(place: Place) -> Iterator[Place]:
    """Itself and what it lies in, but for its country at home; of several territories each, the city first."""
    places = gazetteer().places
    if SEPARATOR in place.id:
        yield from sorted((places[id] for id in place.id.split(SEPARATOR)), key=lambda one: len(one.ru))
        return
    yield place
    yield from (places[id] for id in place.within[1:2] if id != HOME)


def lies_in(place: Place, name: str) -> bool:
    """Whether it lies in the place of this name, or is that place. A name that no place has is looked for as text."""
    if ids := ids_named(name):
        return not ids.isdisjoint(place.within)
    wanted = phrase(name)
    return wanted != "" and any(f" {wanted} " in f" {phrase(label(place, to))} " for to in ("ru", "en"))


def ids_named(name: str) -> frozenset[str]:
    """Returns the ids of all places of this name, however it is written: `РТ`, `г. Казань`; several may share it."""
    words = phrase(name).split()
    bare = words[1:] if len(words) > 1 and words[0] in _LABELS else words
    found = {one.place.id for key in {" ".join(words), " ".join(bare)} for one in named(key)}
    return frozenset(found | {place.id for place in districts(words)})


def names_like(name: str) -> list[str]:
    """Returns some names of places that are spelt nearly so, as the places are called."""
    names = gazetteer().names
    near = get_close_matches(phrase(name), names, n=_SOME, cutoff=_NEAR)
    return list(dict.fromkeys(names[key][0].place.ru for key in near))


def is_place(word: str) -> bool:
    """Whether this one word, in any form, means a place wherever it stands: `Казани`, `Челнах`; not `Владимир`.

    One look into a dictionary, once the gazetteer is loaded.
    """
    return any(one.use is Use.FREE for one in named(phrase(word)))


def named(words: str) -> Sequence[Named]:
    """Tells who is called by this phrase (`contacts.place_data.phrase`)."""
    return gazetteer().names.get(words, ())


def districts(words: Sequence[str]) -> Sequence[Place]:
    """Finds the districts of that name, folded, in any form."""
    if len(words) < 2 or words[-1] not in DISTRICT or len(words) > 3:
        return ()
    return gazetteer().districts.get(stem(words[0]), ())
