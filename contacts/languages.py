"""In which language a client writes."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import Final

from contacts.name_looks import NOBODY, Look, Words

_TATAR: Final = re.compile("[әөүҗңһ]", re.IGNORECASE)
_NOT_TATAR: Final = re.compile("[іқғұҡҙҫ]", re.IGNORECASE)  # Kazakh, Bashkir
_CYRILLIC: Final = re.compile(r"[\u0400-\u052f]")
_LATIN: Final = re.compile("[a-z]", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 6  # of so many words one has a Tatar letter; in Tatar it is every second or third
_MOST_WORDS: Final = 400  # are looked at


def language_of(text: str) -> str | None:
    """A guess from the letters: `tt` by those of Tatar, else `ru` by any Cyrillic ones, else `en`; None without any.

    Letters of Kazakh, Bashkir or Ukrainian say that it is not Tatar; and words with a capital letter do not count: one
    Tatar name does not make a text Tatar.
    """
    plain = unicodedata.normalize("NFKC", text)  # half a million texts of an import come by here
    if _is_tatar(plain):
        return "tt"
    if _CYRILLIC.search(plain):
        return "ru"
    return "en" if _LATIN.search(plain) else None


def _is_tatar(plain: str) -> bool:
    if not _TATAR.search(plain) or _NOT_TATAR.search(plain):
        return False
    words = [found.group() for found in islice(_WORD.finditer(plain), _MOST_WORDS)]
    tatar = [word for word in words if _TATAR.search(word) and (word.islower() or word.isupper())]
    names = Words(NOBODY)
    return _ENOUGH * sum(names.look(word, capital=False) < Look.FAIR for word in tatar) >= max(len(words), 1)
