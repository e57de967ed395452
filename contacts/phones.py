"""Telephone numbers in people's words: which of the digits are one, and whose it is.

A number is kept in E.164, an extension behind it as in RFC 3966: `+78432924444;ext=101`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from phonenumbers import PhoneNumberFormat, format_number, national_significant_number, parse

from contacts.beside import beside
from contacts.candidates import Candidate, Line, candidates
from contacts.digits import groups
from contacts.extensions import MARK, extension_at, split
from contacts.normal import Normal, normal
from contacts.slips import LONGEST_WRITTEN, Slip, slips
from contacts.spellings import Number

NO_OWN: Final[frozenset[str]] = frozenset()

_KEPT: Final = 512  # numbers as they are shown: the open leads of an office, and then some
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


@dataclass(frozen=True, slots=True)
class Found:
    """A number and where it stands in what was written, its extension included: from and to."""

    phone: str
    start: int
    end: int
    rank: int = 0  # the lower, the rather it is the client's own


@dataclass(frozen=True, slots=True)
class Phones:
    """What a text says of telephones: numbers as they stand, and what looks like one and has a slip."""

    found: tuple[Found, ...] = ()
    slips: tuple[Slip, ...] = ()

    @property
    def different(self) -> tuple[str, ...]:
        """Each number once, the client's own first."""
        return tuple(dict.fromkeys(one.phone for one in self.by_rank))

    @property
    def by_rank(self) -> tuple[Found, ...]:
        """The client's own first; those of whom that is not told in their order."""
        return tuple(sorted(self.found, key=lambda one: one.rank))


def read_phones(written: str, own: Collection[str] = NO_OWN, *, is_field: bool = False) -> Phones:
    """Reads the numbers in a text. `own`: the office's, nobody's here. `is_field`: only a telephone stands there."""
    spelt = normal(written)
    found = groups(spelt.text)
    if not found:
        return Phones()
    line = Line(spelt.text, found, beside(spelt.text, found), is_field)
    chosen = _best(candidates(line))
    taken = [_with_extension(line, one) for one in chosen]
    odd = slips(line, [(one.start, one.end) for one in taken])
    return Phones(
        tuple(_as_written(one, spelt) for one in taken if not is_own(one.phone, own)),
        tuple(_slip_as_written(one, spelt, written) for one in odd),
    )


def phone_of(text: str) -> str | None:
    """Returns the number that stands alone in a field; None if there is none.

    Whatever else stands there is no part of it.
    """
    found = read_phones(text, is_field=True).different
    return found[0] if found else None


def is_own(phone: str, own: Collection[str]) -> bool:
    """Whether a number is the office's, with whatever extension."""
    return phone in own or split(phone)[0] in own


@lru_cache(_KEPT)
def readable(phone: str) -> str:
    """Returns a stored number with its usual spaces, without its extension: `+7 843 200-00-00`."""
    return format_number(parse(split(phone)[0]), PhoneNumberFormat.INTERNATIONAL)


def spoken(phone: str) -> str:
    """Returns the whole of a stored number, as `phone_of` reads it: `+7 843 292-44-44 ext. 101`."""
    extension = split(phone)[1]
    return f"{readable(phone)} ext. {extension}" if extension else readable(phone)


def number_of(phone: str) -> Number:
    """Returns the digits of a stored number, to be looked for in texts. Raises NumberParseException."""
    number, extension = split(phone)
    parsed = parse(number)
    return Number(national_significant_number(parsed), str(parsed.country_code), extension)


def _best(offered: Iterable[Candidate]) -> list[Candidate]:
    """Of those that share digits the surest, so that all together are worth most; from left to right."""
    by_end = sorted(offered, key=lambda one: (one.last, one.first))
    sums: list[tuple[int, int, int]] = [
        (-1, 0, -1)
    ]  # up to which group, how much, which candidate it ends with
    trail: dict[int, int] = {}
    for n, one in enumerate(by_end):
        before = next(k for k in range(len(sums) - 1, -1, -1) if sums[k][0] < one.first)
        if sums[before][1] + one.worth > sums[-1][1]:
            trail[n] = sums[before][2]
            sums.append((one.last, sums[before][1] + one.worth, n))
    chosen: list[Candidate] = []
    n = sums[-1][2]
    while n >= 0:
        chosen.append(by_end[n])
        n = trail[n]
    return chosen[::-1]


def _with_extension(line: Line, one: Candidate) -> Found:
    start, end = line.groups[one.first].opening, line.groups[one.last].end
    behind = extension_at(line.text, end, one.phone)
    phone = one.phone + MARK + behind[0] if behind else one.phone
    return Found(phone, start, behind[1] if behind else end, rank(line.text, start))


def _as_written(one: Found, spelt: Normal) -> Found:
    start, end = spelt.written(one.start, one.end)
    return replace(one, start=start, end=end)


def _slip_as_written(one: Slip, spelt: Normal, written: str) -> Slip:
    start, end = spelt.written(one.start, one.end)
    return replace(one, written=written[start:end][:LONGEST_WRITTEN], start=start, end=end)


def rank(text: str, start: int) -> int:
    """Tells whose a number is, by the words before it: one that somebody called from wins over one that was called.

    Of a number that begins at `start`: 0 is called from, 1 is to be called, 2 is not told, 3 was called.
    """
    before = text[max(0, start - ROOM) : start].rpartition("\n")[2]
    return next((place for pattern, place in _RANKS if pattern.search(before)), UNTOLD)
