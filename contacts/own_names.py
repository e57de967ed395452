"""Every form of the names that a client is known by, also of those that no dictionary has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from contacts.dictionary import forms, look_up
from contacts.lists import words
from leads.words import folded

_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_NAME: Final = 256  # characters; a file may bring more
_SHORTEST: Final = 2  # letters of a name; what is shorter is an initial
_ENDINGS: Final = words(
    "а у ы и е я ю о ь й ом ем ой ей ою ею ым им ых их ии ию ия ие иею ям ями ами ам ах ях ью ого его ому ему"
    " ая ую яя юю ое ее ый ий ые ову ова овым ин ина ину иным ным нов s 's"
) | {""}
_VOWELS: Final = "аеиоуыэюяьйіїєәөүұ"
_LONGEST_ENDING: Final = 4


class OwnNames:
    """Recognizes them in any case and form."""

    def __init__(self, names: Collection[str]) -> None:
        self._forms: set[str] = set()
        self._stems: set[str] = set()
        for word in {folded(word) for name in names for word in _WORD.findall(name[:_LONGEST_NAME])}:
            if len(word) < _SHORTEST:
                continue
            self._forms.add(word)
            if look_up(word).known:
                self._forms.update(folded(form) for form in forms(word))
            self._stems.update(_stems(word))

    def has(self, word: str) -> bool:
        """Whether this word, in lower case, is one of the names."""
        if word in self._forms:
            return True
        ends = range(len(word), max(len(word) - _LONGEST_ENDING, _SHORTEST) - 1, -1)
        return any(word[:end] in self._stems and word[end:] in _ENDINGS for end in ends)


def _stems(name: str) -> Iterator[str]:
    """What the forms of a name begin with: павел, павл; кравец, кравц; толст; натали, наталь."""
    yield name
    stem = name[:-1] if len(name) > _SHORTEST and name[-1] in _VOWELS else name
    yield stem
    if len(stem) > 3 and name[-2:] in {"ой", "ый", "ий", "ая", "яя", "ия", "ья"}:
        yield stem[:-1]
        yield stem[:-1] + "ь"
        yield stem[:-1] + "и"
    if len(stem) >= 3 and stem[-2] in "еоі" and stem[-1] not in _VOWELS:  # a vowel that comes and goes
        before = stem[:-2]
        yield before + stem[-1]
        yield before + ("й" if before[-1:] in set(_VOWELS) else "ь") + stem[-1]
