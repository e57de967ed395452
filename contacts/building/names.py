"""Of many spellings of a place the Russian one, and its forms: `Казань`, `Казани`, `Казанью`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from typing import Any, Final

import pymorphy3

from contacts.dictionary import Kind, look_up

CASES: Final = ("gent", "datv", "accs", "ablt", "loct")
_RUSSIAN: Final = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]+(?:[- ](?:на|в|над|[А-ЯЁ][а-яё]+))*")
_LABEL: Final = re.compile(
    r"^(?:г|с|д|п|ст|пос|пгт|рп|город|село|посёлок|поселок|станица|деревня|аул)\.? (?=[А-ЯЁ])", re.IGNORECASE
)
_LETTERS: Final = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    "ё": "yo",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "'",
    "ю": "yu",
    "я": "ya",
}
_CLOSE_ENOUGH: Final = 0.7
_KNOWN_COUNTS: Final = 0.25  # of the likeness: a spelling that the dictionary has is rather the Russian one


def russian_name(latin: str, spellings: Iterable[str]) -> str | None:
    """Returns the spelling that is nearest to the Latin one, of those in Russian letters; None where none is near."""
    found = {bare for spelling in spellings if _RUSSIAN.fullmatch(bare := _LABEL.sub("", spelling))}
    ranked = sorted((_likeness(latin, name), name) for name in found)
    return _with_yo(ranked[-1][1]) if ranked and ranked[-1][0] >= _CLOSE_ENOUGH else None


def _with_yo(name: str) -> str:
    """`Королёв`, which many write without the dots."""
    normal = next((r.normal for r in look_up(name).readings if r.kind is Kind.PLACE and r.case == "nomn"), "")
    if normal.replace("ё", "е") != name.casefold():
        return name
    return "".join(new if new == "ё" else old for old, new in zip(name, normal, strict=True))


def _likeness(latin: str, name: str) -> float:
    spelt = "".join(_LETTERS.get(letter, letter) for letter in name.casefold())
    plain = re.sub(r"[^a-z' -]", "", latin.casefold().replace("ë", "yo").replace("’", "'"))
    known = look_up(name).is_place or (" " in name and all(look_up(word).known for word in name.split()))
    one, other = (re.sub("[iy]y", "y", text) for text in (plain, spelt))
    return SequenceMatcher(None, one, other).ratio() + _KNOWN_COUNTS * known


def forms_of(name: str) -> list[str]:
    """Returns the name in every case, itself first; what cannot be declined stays as it is."""
    words = name.split(" ")
    found = [name]
    for case in CASES:
        declined = " ".join(_declined(word, case) for word in words)
        if declined.casefold() not in {one.casefold() for one in found}:
            found.append(declined)
    return found


def _declined(word: str, case: str) -> str:
    head, hyphen, tail = word.partition("-")
    if hyphen and not look_up(word).known:
        if tail.split("-")[0] in {"на", "в", "над"}:
            return _inflected(head, case) + hyphen + tail
        first = _inflected(head, case) if tail.endswith(("ский", "ный", "ая", "ой")) else head
        return first + hyphen + _declined(tail, case)
    return _inflected(word, case)


@cache
def _inflected(word: str, case: str) -> str:
    parse = _meant(word)
    is_thing = parse and parse.tag.POS == "ADJF" and case == "accs" and parse.tag.gender != "femn"
    form = parse.inflect({case, "inan"} if is_thing else {case}) if parse else None
    return form.word if form else word


def _meant(word: str) -> Any:
    """The reading as a place, or else as whatever stands in the nominative."""
    nominatives = [p for p in _morph().parse(word) if p.tag.case == "nomn" and p.word == p.word.casefold()]
    ranked = sorted(nominatives, key=lambda p: (Kind.PLACE not in p.tag.grammemes, p.tag.POS == "PRTF"))
    return ranked[0] if ranked else None


@cache
def _morph() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")
