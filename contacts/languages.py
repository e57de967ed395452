"""In which language a client writes."""

from __future__ import annotations

import re

_TATAR = re.compile("[әөүҗңһ]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)


def language_of(text: str) -> str | None:
    """A guess from the letters alone: `tt` by those that only Tatar has, else `ru` or `en`."""
    for pattern, language in ((_TATAR, "tt"), (_CYRILLIC, "ru"), (_LATIN, "en")):
        if pattern.search(text):
            return language
    return None
