"""A text in words, figures and signs: read once from left to right, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from leads.words import folded

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u064b-\u065f\u06d6-\u06ed"  # over letters; one that joins none is skipped
)
_LETTERS: Final = rf"(?:[^\W\d_][{_MARKS}]*+)++"
_TOKEN: Final = re.compile(
    rf"(?P<word>{_LETTERS}(?:[-'’ʼ`]{_LETTERS})*+)|(?P<digits>[0-9]++)|(?P<space>[^\S\n]++)|(?P<sign>.|\n)",
    re.DOTALL,
)  # each branch is possessive and one of them always fits: no letter is looked at twice
_NO_LETTERS: Final = re.compile(rf"[{_MARKS}]")
_REACH: Final = 5  # tokens between two words that belong together
_LATIN: Final = re.compile("[a-z]", re.IGNORECASE)
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_LOOKALIKES: Final = str.maketrans("aceopxykmthbiACEOPXYKMTHB", "асеорхукмтнвіАСЕОРХУКМТНВ")


class Sort(StrEnum):
    WORD = "word"  # letters, with hyphens and apostrophes inside
    DIGITS = "digits"  # 0 to 9
    SPACE = "space"  # not a line's end
    SIGN = "sign"  # whatever else, one character; also a line's end


@dataclass(frozen=True)
class Token:
    """A part of the text, `start` to `end`."""

    text: str
    start: int
    end: int
    sort: Sort

    @cached_property
    def word(self) -> str:
        """A word as it is compared: in lower case, ё as е, without marks; Latin letters among Cyrillic ones as those
        that they look like. Empty of what is no word.
        """
        if self.sort is not Sort.WORD:
            return ""
        text = _NO_LETTERS.sub("", self.text).replace("’", "'").replace("ʼ", "'").replace("`", "'")
        if _CYRILLIC.search(text) and _LATIN.search(text):
            text = text.translate(_LOOKALIKES)
        return folded(text)

    @property
    def is_word(self) -> bool:
        return self.sort is Sort.WORD

    @property
    def is_digits(self) -> bool:
        return self.sort is Sort.DIGITS

    @property
    def is_space(self) -> bool:
        return self.sort is Sort.SPACE

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_latin(self) -> bool:
        return self.is_word and not _CYRILLIC.search(self.text) and bool(_LATIN.search(self.text))


def tokens(text: str) -> list[Token]:
    """Returns all of the text, in order, in time in proportion to its length."""
    return [
        Token(found.group(), found.start(), found.end(), Sort(found.lastgroup or Sort.SIGN))
        for found in _TOKEN.finditer(text)
    ]


def word_before(read: Sequence[Token], place: int, most: int) -> int | None:
    """Tells where the last word or figure before `place` stands, at most `most` tokens back; None if there is none."""
    for at in range(place - 1, max(place - 1 - most, -1), -1):
        if read[at].is_word or read[at].is_digits:
            return at
    return None


def words_from(
    read: Sequence[Token], place: int, most: int, over: frozenset[str], *, over_digits: bool = False
) -> Iterator[int]:
    """Where the next words stand, `most` at most, as long as nothing but spaces and the signs `over` stands between."""
    for at in range(place, min(place + _REACH * most, len(read))):
        token = read[at]
        if token.is_word:
            yield at
            most -= 1
            if not most:
                return
        elif not (token.is_space or token.text in over or (over_digits and token.is_digits)):
            return


def words(text: str) -> frozenset[str]:
    """Returns the words of a list that spaces part, as they are compared: in lower case, ё as е."""
    return frozenset(text.split())
