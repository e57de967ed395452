"""How a text is written: in capitals, in which letters; Russian names in Latin ones; where its sentences begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from contacts import name_words
from contacts.dictionary import look_up
from contacts.tokens import Token

_LOUD: Final = 0.7  # part of a line's letters that are capitals
_FOREIGN_WORDS: Final = 3  # with letters that Russian lacks: the text is in another language
_ENDS: Final = frozenset('.!?\n•«"“„:;—–-*>(')  # a capital behind one of these says nothing

_SOFT: Final = re.compile(r"л(?=[бвгдзкмнпрстфхцчшщ]|$)")
_ENDINGS: Final = (
    *(("ии", "ий"), ("еи", "ей"), ("аи", "ай"), ("й", "ий"), ("и", "ий")),
    *(("тиана", "тьяна"), ("тияна", "тьяна"), ("тяна", "тьяна")),
    *(("лия", "лья"), ("лиа", "лия"), ("рья", "рия"), ("риа", "рия")),
)


def shouted(read: Sequence[Token]) -> frozenset[int]:
    """Returns the words of lines that are written in capitals."""
    found: list[int] = []
    line: list[int] = []
    for place in range(len(read) + 1):
        if place < len(read) and read[place].text != "\n":
            if read[place].is_word and len(read[place].text) > 1:
                line.append(place)
            continue
        letters = "".join(read[at].text for at in line)
        is_loud = len(line) > 1 and sum(c.isupper() for c in letters) > _LOUD * len(letters)
        found += line if is_loud else []
        line = []
    return frozenset(found)


def starts(read: Sequence[Token]) -> frozenset[int]:
    """Returns the words that a sentence begins with, so that their capitals say nothing."""
    found: set[int] = set()
    is_start = True
    for place, token in enumerate(read):
        if token.is_word:
            if is_start:
                found.add(place)
            is_start = False
        elif token.is_digits:
            is_start = False
        elif not token.is_space:
            is_start = token.text in _ENDS
    return frozenset(found)


def has_other_letters(word: str) -> bool:
    """Tells whether there are letters of Tatar, Kazakh, Ukrainian and the like, which Russian lacks.

    `word` is in lower case.
    """
    return word.translate(name_words.FOREIGN_LETTERS) != word


def is_of_other_letters(read: Sequence[Token]) -> bool:
    """Whether the text is in such a language: one word may be a name."""
    return sum(has_other_letters(token.word) for token in read) >= _FOREIGN_WORDS


def is_latin(read: Sequence[Token]) -> bool:
    """Whether more of its words are in Latin letters than not."""
    return sum(1 if token.is_latin else -1 for token in read if token.is_word) > 0


def in_cyrillic(word: str) -> str:
    """Returns a Latin word, in lower case, as it would be written in Russian, letter by letter: zuhra is зухра."""
    for latin, cyrillic in name_words.LATIN:
        word = word.replace(latin, cyrillic)
    return word.translate(name_words.LATIN_LETTERS)


def ways_in_cyrillic(word: str) -> tuple[str, ...]:
    """Returns `in_cyrillic` first, then what Latin letters do not tell: olga is олга or ольга."""
    plain = in_cyrillic(word)
    ends = [plain[: -len(old)] + new for old, new in _ENDINGS if plain.endswith(old)]
    return tuple(dict.fromkeys((plain, _SOFT.sub("ль", plain), *ends, plain + "ь")))


def is_person_in_latin(word: str) -> bool:
    """The dictionary knows one of them as somebody's name."""
    return any(look_up(each).is_person for each in ways_in_cyrillic(word))
