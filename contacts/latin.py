"""Russian names in Latin letters: Zuhra, Olga, Dmitry, Tatiana."""

from __future__ import annotations

import re
from typing import Final

from contacts import name_words
from contacts.dictionary import look_up

_SOFT: Final = re.compile(r"л(?=[бвгдзкмнпрстфхцчшщ]|$)")
_ENDINGS: Final = (
    *(("ии", "ий"), ("еи", "ей"), ("аи", "ай"), ("й", "ий"), ("и", "ий")),
    *(("тиана", "тьяна"), ("тияна", "тьяна"), ("тяна", "тьяна")),
    *(("лия", "лья"), ("лиа", "лия"), ("рья", "рия"), ("риа", "рия")),
)


def in_cyrillic(word: str) -> str:
    """A Latin word, in lower case, as it would be written in Russian, letter by letter: zuhra is зухра."""
    for latin, cyrillic in name_words.LATIN:
        word = word.replace(latin, cyrillic)
    return word.translate(name_words.LATIN_LETTERS)


def ways_in_cyrillic(word: str) -> tuple[str, ...]:
    """`in_cyrillic` first, then what Latin letters do not tell: olga is олга or ольга."""
    plain = in_cyrillic(word)
    ends = [plain[: -len(old)] + new for old, new in _ENDINGS if plain.endswith(old)]
    return tuple(dict.fromkeys((plain, _SOFT.sub("ль", plain), *ends, plain + "ь")))


def is_person_in_latin(word: str) -> bool:
    """The dictionary knows one of them as somebody's name."""
    return any(look_up(each).is_person for each in ways_in_cyrillic(word))
