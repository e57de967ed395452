"""Given names of Russia and its neighbours that the Russian dictionary lacks: Ильфат, Ерлан, Умед, Нургуль, Ботир.

They stand in `contacts/data/given_names.csv`, are read at the first question, and are declined here as Russian does.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

DATA: Final = Path(__file__).parent / "data" / "given_names.csv"

CASES: Final = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_HUSHED: Final = "гкхжчшщц"  # no ы follows them
_CONSONANTS: Final = "бвгджзклмнпрстфхцчшщ"


class Form(NamedTuple):
    """One form of a name. All in lower case; `gender`: masc, femn, or ms-f for either."""

    name: str
    case: str
    gender: str


def forms_like(word: str) -> Sequence[Form]:
    """Returns the names that this word, in lower case, is a form of, with ё or without; empty where it is none."""
    return _forms().get(_plain(word), ())


def all_forms(name: str) -> Iterator[str]:
    """Returns every form of one of these names, which is given in the nominative."""
    for known, gender in _names().items():
        if _plain(known) == _plain(name):
            yield from _declined(known, gender)


@cache
def _names() -> Mapping[str, str]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["gender"] for row in csv.DictReader(file)}


@cache
def _forms() -> Mapping[str, Sequence[Form]]:
    found = defaultdict[str, list[Form]](list)
    for name, gender in _names().items():
        for case, form in zip(CASES, _declined(name, gender), strict=True):
            found[_plain(form)].append(Form(name, case, gender))
    return found


def _declined(name: str, gender: str) -> Sequence[str]:
    """In the order of CASES. Women's names that end in a consonant stay as they are, as do those in и, о, у, э."""
    stem, last = name[:-1], name[-1]
    if last == "а":
        return (
            name,
            stem + ("и" if stem[-1] in _HUSHED else "ы"),
            *(stem + e for e in ("е", "у", "ой", "е")),
        )
    if last == "я":
        weak = "и" if stem.endswith("и") else "е"
        return (name, *(stem + e for e in ("и", weak, "ю", "ей", weak)))
    if gender != "femn" and last in "йь":
        return (name, *(stem + e for e in ("я", "ю", "я", "ем", "е")))
    if gender == "femn" and last == "ь":
        return (name, *(stem + e for e in ("и", "и")), name, name + "ю", stem + "и")
    if gender != "femn" and last in _CONSONANTS:
        return (name, *(name + e for e in ("а", "у", "а", "ем" if last in "жчшщц" else "ом", "е")))
    return (name,) * len(CASES)


def _plain(word: str) -> str:
    return word.replace("ё", "е")
