"""A number in other people's words, found however it is written there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_BETWEEN = r"[\W_]*"  # whatever `contacts.masking` reads over between two digits
_FOREIGN = re.compile(r"[^\D0-9]")  # a digit, but none of ours
_RUN = re.compile(rf"\d(?:{_BETWEEN}\d)+")


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number: its digits at home, and the code of its country."""

    national: str
    country: str


class Spellings:
    """Finds numbers in texts, however they are written: `8 (843) 200-00-00`, `+78432000000`, with letters of any script
    for digits, with whatever is no letter between them.

    A text of any length is read once, however many numbers are looked for.
    """

    def __init__(self, numbers: Collection[Number]) -> None:
        self._patterns = {number.national: _spelt(number) for number in numbers}
        self._lengths = {len(national) for national in self._patterns}

    def are_in(self, text: str) -> bool:
        plain = _plain(text)
        return any(self._patterns[found].search(plain) for found in self._candidates(plain))

    def _candidates(self, plain: str) -> Iterator[str]:
        """The numbers whose digits stand one after the other, whatever stands around and between them."""
        for run in _RUN.finditer(plain):
            digits = re.sub(r"\D", "", run.group())
            for length in self._lengths:
                for start in range(len(digits) - length + 1):
                    if (part := digits[start : start + length]) in self._patterns:
                        yield part


def _spelt(number: Number) -> re.Pattern[str]:
    """Alone, with the digit for calls at home before it, or with the country's code."""
    digits = _BETWEEN.join(number.national)
    country = _BETWEEN.join(number.country)
    return re.compile(rf"(?<!\d)(?:(?:00|810)?{_BETWEEN}{country}{_BETWEEN}|[08]{_BETWEEN})?{digits}(?!\d)")


def _plain(text: str) -> str:
    """Digits of every script as 0 to 9."""
    return _FOREIGN.sub(lambda found: str(unicodedata.decimal(found.group())), text)
