"""The number behind a number: `доб. 101`, `ext. 5`, `*123`, `(101)`. It belongs to whom one wants to reach."""

from __future__ import annotations

import re
from typing import Final

MARK: Final = ";ext="
"""What stands between the two in a stored number (RFC 3966)."""

_AHEAD: Final = (
    re.compile(
        r"[\s,;(.-]{0,4}(?:доб(?:ав(?:очн(?:ый|ого|ому|ым)?)?)?|внутр(?:енн(?:ий|его|ему|им)?)?|внут|вн|тоновый|"
        r"ext(?:ension|n)?)\b[\s.:№#-]{0,3}(?:номер|тел(?:ефон)?|no)?[\s.:№#-]{0,3}(?P<ext>\d{1,7})(?!\d)\s?\)?",
        re.IGNORECASE,
    ),
    re.compile(r"\s?(?:[*#]|;ext=)\s?(?P<ext>\d{1,7})(?!\d)#?", re.IGNORECASE),
    re.compile(r"\s?[xхXХ×](?P<ext>\d{2,6})(?!\d|\s?[xхXХ×*]\s?\d|\s?[мсm][мm]?\b)"),
    re.compile(r"\s?\(\s?(?P<ext>\d{2,6})\s?\)"),
)
_COMMA: Final = re.compile(r",{1,3}(?P<ext>\d{2,5})(?!\d|[.:,]\d|\s?[^\W\d]|\s?[₽$€%])")
_MOBILE_AT_HOME: Final = "+79"


def extension_at(text: str, end: int, phone: str) -> tuple[str, int] | None:
    """Tells what stands right behind a number that ends at `end`, and where it ends itself; None where nothing is."""
    patterns = (
        _AHEAD if phone.startswith(_MOBILE_AT_HOME) else (*_AHEAD, _COMMA)
    )  # there it is a list that goes on
    for pattern in patterns:
        if found := pattern.match(text, end):
            return found["ext"], found.end()
    return None


def split(phone: str) -> tuple[str, str]:
    """Returns a stored number and its extension, or an empty text."""
    number, _, extension = phone.partition(MARK)
    return number, extension


def dialled(phone: str) -> str:
    """Writes a number as a telephone takes it: it waits at the comma, then dials on (`+78432924444,101`)."""
    return phone.replace(MARK, ",")
