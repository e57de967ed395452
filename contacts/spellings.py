"""A number in other people's words, found however it is written there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from contacts.extensions import extension_at
from contacts.normal import normal_text

_DIGITS: Final = re.compile(r"[0-9]")
_WORD: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number: its digits at home, its country's code, its extension. None: whatever stands behind it."""

    national: str
    country: str
    extension: str | None = None

    @property
    def beginnings(self) -> tuple[str, ...]:
        """What may stand right before its digits and still belongs to it."""
        return (*(code + self.country for code in ("", "00", "810")), "8", "0")


class Spellings:
    """Finds numbers in texts, however they are written: `8 (843) 200-00-00`, `+78432000000`, with letters of any script
    for digits, with whatever is no letter between them.

    A number without an extension is not the same number with one. A text of any length is read once, however many
    numbers are looked for.
    """

    def __init__(self, numbers: Collection[Number]) -> None:
        self._numbers: dict[str, list[Number]] = {}
        for number in numbers:
            self._numbers.setdefault(number.national, []).append(number)
        self._lengths = {len(national) for national in self._numbers}

    def are_in(self, text: str) -> bool:
        spelt = normal_text(text)
        places = [found.start() for found in _DIGITS.finditer(spelt)]
        digits = "".join(spelt[place] for place in places)
        return any(
            _stands(number, first, spelt, places, digits) for number, first in self._candidates(digits)
        )

    def _candidates(self, digits: str) -> Iterator[tuple[Number, int]]:
        """The numbers whose digits stand one after the other, whatever stands between them, and from which on."""
        for length in self._lengths:
            for first in range(len(digits) - length + 1):
                for number in self._numbers.get(digits[first : first + length], ()):
                    yield number, first


def _stands(number: Number, first: int, text: str, places: Sequence[int], digits: str) -> bool:
    """Whether it is a number of its own there: alone, or behind what calls begin with."""
    last = first + len(number.national) - 1
    if not _hangs_together(text, places, first, last) or _touches(places, last, last + 1):
        return False
    behind = extension_at(text, places[last] + 1, f"+{number.country}{number.national}")
    if number.extension is not None and (behind[0] if behind else "") != number.extension:
        return False
    if not _touches(places, first - 1, first):
        return True
    return any(_begins(start, first, text, places, digits) for start in number.beginnings)


def _begins(start: str, first: int, text: str, places: Sequence[int], digits: str) -> bool:
    begin = first - len(start)
    return (
        begin >= 0
        and digits[begin:first] == start
        and _hangs_together(text, places, begin, first)
        and not _touches(places, begin - 1, begin)
    )


def _hangs_together(text: str, places: Sequence[int], first: int, last: int) -> bool:
    return not any(_WORD.search(text, places[n] + 1, places[n + 1]) for n in range(first, last))


def _touches(places: Sequence[int], one: int, other: int) -> bool:
    return one >= 0 and other < len(places) and places[one] + 1 == places[other]
