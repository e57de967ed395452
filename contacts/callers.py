"""Whose a number is, by the words before it: the one that somebody called from wins over the one that he called."""

from __future__ import annotations

import re
from typing import Final

ROOM: Final = 48  # characters before a number that are looked at

_NUMBER: Final = (
    r"(?:(?:номер\w*|тел(?:ефон\w*)?|моб(?:ильн\w*)?|сот(?:ов\w*)?|number|phone)[\s.]*)?[\s:—–(№-]*$"
)
_RANKS: Final = (
    (re.compile(r"(?i)\bне\s+(?:звон\w+|перезван\w+|бер\w+)(?:\s+(?:на|по))?\s*" + _NUMBER), 4),
    (
        re.compile(
            r"(?i)(?:\b(?:с|со|от|from)\s+(?:(?:моего|его|её|ее|личного|this|the)\s+)?|\bзвонок\s+)" + _NUMBER
        ),
        0,
    ),
    (re.compile(r"(?i)\b(?:по|до)?звонил\w*\s+(?:нам\s+)?на\s+(?:наш\w*\s+)?" + _NUMBER), 3),
    (
        re.compile(
            r"(?i)\b(?:звон\w+|перезвон\w+|позвон\w+|наб(?:рать|ери\w*)|пис\w+|связ\w+|call(?:\s+(?:me|him|her|back))*)\s+"
            r"(?:(?:мне|ему|ей|клиенту)\s+)?(?:на|по|at|on)?\s*" + _NUMBER
        ),
        1,
    ),
    (re.compile(r"(?i)\b(?:мой|мо[её]|его|её|ее|личный|клиент\w*|client'?s?|my|his|her)\s+" + _NUMBER), 1),
    (re.compile(r"(?i)\b(?:на|to)\s+(?:наш\w*\s+|our\s+)?" + _NUMBER), 3),
    (re.compile(r"(?i)\b(?:наш\w*|офис\w*|our)\s+" + _NUMBER), 3),
)
UNTOLD: Final = 2


def rank(text: str, start: int) -> int:
    """Of a number that begins at `start`: 0 is called from, 1 is to be called, 2 is not told, 3 was called."""
    before = text[max(0, start - ROOM) : start].rpartition("\n")[2]
    return next((place for pattern, place in _RANKS if pattern.search(before)), UNTOLD)
