"""Which groups of digits may be one telephone number, and how surely: the shape speaks, `contacts.dialling` judges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from contacts.beside import Beside, Said, said
from contacts.dialling import LONGEST, at_home, country_code, existing, from_abroad, with_plus
from contacts.digits import Group, Joint, spans

USUAL: Final = frozenset(
    [
        *(
            (10,),
            (3, 7),
            (3, 3, 4),
            (3, 3, 2, 2),
            (3, 4, 3),
            (3, 2, 2, 3),
            (3, 2, 3, 2),
            (3, 3, 3, 1),
            (3, 1, 3, 3),
        ),
        *((4, 2, 2, 2), (4, 3, 3), (4, 2, 4), (4, 6), (5, 1, 2, 2), (5, 2, 3), (5, 3, 2), (5, 5), (1,) * 10),
    ]
)
"""How people group the ten digits at home."""
PLAIN: Final = frozenset([(10,), (3, 7), (3, 3, 4), (3, 3, 2, 2), (4, 2, 2, 2), (5, 1, 2, 2)])
"""So they do it nearly always."""
AS_A_PASSPORT: Final = frozenset([(4, 6)])
IN_AMERICA: Final = frozenset([(11,), (1, 10), (1, 3, 7), (1, 3, 3, 4), (4, 3, 4), (4, 7)])

LIKE_HOME: Final = frozenset({"992", "993", "994", "995", "996", "998"})
"""Codes of countries nearby that mobile numbers at home begin with, too: `995 555 12 34 56` is Georgian as a whole."""

_COUNTED = re.compile(r"[^\S\n]?[^\W\dA-ZА-ЯЁ_]|[:.][0-9]|\s?[%°₽$€]")
WITH_PLUS, WITH_TRUNK, ABROAD, BARE = 300, 250, 200, 160
FOREIGN_WHOLE, TRUNK_UNUSUAL, FOREIGN, BARE_UNUSUAL, FOREIGN_JOINED = 150, 145, 140, 130, 120


@dataclass(frozen=True, slots=True)
class Candidate:
    """The groups `first` to `last` as a number. `worth`: the more the surer; longer ones are worth more."""

    phone: str
    first: int
    last: int
    worth: int


@dataclass(frozen=True, slots=True)
class Line:
    """A text in its one spelling with its groups of digits. `is_field`: nothing but a telephone stands in it."""

    text: str
    groups: Sequence[Group]
    beside: Beside
    is_field: bool

    def digits(self, first: int, last: int) -> str:
        return "".join(group.digits for group in self.groups[first : last + 1])

    def shape(self, first: int, last: int) -> tuple[int, ...]:
        return tuple(len(group.digits) for group in self.groups[first : last + 1])

    def said(self, first: int) -> Said:
        return Said.PHONE if self.is_field else said(self.text, self.groups[first].opening)


def candidates(line: Line) -> Iterator[Candidate]:
    for first, group in enumerate(line.groups):
        if group.is_shut_in:
            continue
        if group.plus is not None:
            yield from _with_plus(line, first)
            continue
        for found in (
            *_with_trunk(line, first),
            *_abroad(line, first),
            *_bare(line, first),
            *_foreign(line, first),
        ):
            if not line.beside.is_price(found.first, found.last):
                yield found


def _with_plus(line: Line, first: int) -> Iterator[Candidate]:
    start = line.groups[first].digits
    several = [(last, digits, with_plus(digits, start)) for last, digits in _ends(line, first, 8)]
    as_written = [one for one in several if one[2] == f"+{one[1]}"]
    for last, digits, phone in _surest(line, first, as_written or several):
        yield Candidate(phone, first, last, WITH_PLUS + len(digits))


def _with_trunk(line: Line, first: int) -> Iterator[Candidate]:
    """`8 916 123-45-67`, `7 916…`, `8916…`."""
    start = line.groups[first].digits
    last = spans(line.groups, first, 11) if start[0] in "78" and (len(start) == 1 or len(start) > 3) else None
    if last is None or not _may_end(line, first, last) or not _is_even(line, first, last):
        return
    phone = at_home(line.digits(first, last)[1:])
    is_paper = len(start) > 1 and line.said(first) is Said.PAPERS
    if phone and not is_paper:
        is_spaced = all(group.joint is Joint.SPACE for group in line.groups[first + 1 : last + 1])
        is_odd = is_spaced and last > first and _national(line.shape(first, last)) not in PLAIN
        yield Candidate(phone, first, last, TRUNK_UNUSUAL if is_odd else WITH_TRUNK)


def _abroad(line: Line, first: int) -> Iterator[Candidate]:
    """`00 998 90…`, `8 10 998 90…`."""
    start = "".join(group.digits for group in line.groups[first : first + 2])
    if not start.startswith(("00", "810")) or not _may_start(line, first) or line.said(first) is Said.PAPERS:
        return
    several = [
        (last, digits, from_abroad(digits))
        for last, digits in _ends(line, first, 10, LONGEST + 3)
        if not line.beside.is_in(first, last)
    ]
    for last, digits, phone in _surest(line, first, several):
        yield Candidate(phone, first, last, ABROAD + len(digits))


def _bare(line: Line, first: int) -> Iterator[Candidate]:
    """Ten digits of home and nothing before them."""
    group, last = line.groups[first], spans(line.groups, first, 10)
    is_short = len(group.digits) < 3 and not line.is_field
    if is_short or last is None or line.beside.is_in(first, last):
        return
    shape, meaning = line.shape(first, last), line.said(first)
    is_told = meaning is Said.PHONE or _is_bracketed(line, first)
    if meaning in {Said.PAPERS, Said.NUMBERED} or not (is_told or shape in USUAL - AS_A_PASSPORT):
        return
    if not _may_start(line, first) or not _may_end(line, first, last) or not _is_even(line, first, last):
        return
    digits = line.digits(first, last)
    phone = at_home(digits)
    if phone and (is_told or not _is_tax_number(digits)):
        yield Candidate(phone, first, last, BARE if shape in PLAIN else BARE_UNUSUAL)


def _foreign(line: Line, first: int) -> Iterator[Candidate]:
    """With a country's code and no plus before it."""
    start = line.groups[first].digits
    code = country_code(start)
    if code is None or code == "7" or (len(start) < 4 and start != code):
        return
    meaning = line.said(first)
    if meaning in {Said.PAPERS, Said.NUMBERED} or not _may_start(line, first):
        return
    worth = FOREIGN if start == code else FOREIGN_JOINED
    least = 9 if meaning is Said.PHONE else 10 if start == code else 11
    several = [
        (last, digits, existing(digits))
        for last, digits in _ends(line, first, least)
        if not line.beside.is_in(first, last) and (code != "1" or line.shape(first, last) in IN_AMERICA)
    ]
    for last, digits, phone in _surest(line, first, several):
        is_one = start == code and code in LIKE_HOME and _is_of_one_piece(line, first, last)
        yield Candidate(phone, first, last, (FOREIGN_WHOLE if is_one else worth) + len(digits))


def _is_of_one_piece(line: Line, first: int, last: int) -> bool:
    """Whether the same sign stands between all of its groups, and the last of them counts nothing."""
    joints = {group.joint for group in line.groups[first + 1 : last + 1]}
    return len(joints) == 1 and not _is_doubtful(line, first, last)


def _ends(line: Line, first: int, least: int, most: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Where a number that begins here may end, and its digits till there."""
    digits = ""
    for last in range(first, len(line.groups)):
        if last > first and line.groups[last].joint is None:
            return
        digits += line.groups[last].digits
        if len(digits) > most:
            return
        if len(digits) >= least:
            yield last, digits


def _surest(
    line: Line, first: int, several: Sequence[tuple[int, str, str | None]]
) -> Iterator[tuple[int, str, str]]:
    """Of the ends, where numbers may be longer or shorter, the last one that counts no windows: one, or none."""
    whole = [
        (last, digits, phone) for last, digits, phone in several if phone and _may_end(line, first, last)
    ]
    sure = [one for one in whole if not _is_doubtful(line, first, one[0])] or whole
    yield from sure[-1:]


def _is_doubtful(line: Line, first: int, last: int) -> bool:
    """Whether the last digits may count what the next word names, or begin a time."""
    if last == first or line.groups[last].joint is not Joint.SPACE:
        return False
    return bool(_COUNTED.match(line.text, line.groups[last].end)) or last in line.beside.wholes


def _may_start(line: Line, first: int) -> bool:
    """A number without a beginning of its own begins no tail of something: `1-916-123-45-67`."""
    group = line.groups[first]
    return not (group.is_tight and group.joint in {Joint.DASH, Joint.DOT})


def _may_end(line: Line, first: int, last: int) -> bool:
    """Not where it is cut off in its own way of writing: a digit too many makes no shorter number."""
    if line.beside.is_cut(first, last):
        return False
    following = line.groups[last + 1] if last + 1 < len(line.groups) else None
    if following is None or not following.is_tight or following.joint not in {Joint.DASH, Joint.DOT}:
        return True
    used = {group.joint for group in line.groups[first + 1 : last + 1]}
    return following.joint not in used or following.digits[0] in "78"


def _is_even(line: Line, first: int, last: int) -> bool:
    """Whether the end belongs to the number: `8 917 224-18-3 2 окна` lacks a digit and has two windows."""
    groups = line.groups[first : last + 1]
    if all(len(group.digits) == 1 for group in groups):
        return True
    shape = _national(tuple(len(group.digits) for group in groups))
    ending = groups[-1]
    if ending.joint is not Joint.SPACE:
        return True
    is_dashed = any(group.joint is Joint.DASH for group in groups[2:-1])
    if is_dashed:
        return shape in USUAL and shape[-1] > 1
    return len(ending.digits) > 1 or (shape in USUAL and not _COUNTED.match(line.text, ending.end))


def _national(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Without the digit that calls begin with."""
    if sum(shape) == 10:
        return shape
    return shape[1:] if shape[0] == 1 else (shape[0] - 1, *shape[1:])


def _is_bracketed(line: Line, first: int) -> bool:
    group = line.groups[first]
    return line.text[group.start - 1 : group.start] == "(" and line.text[group.end : group.end + 1] == ")"


def _is_tax_number(digits: str) -> bool:
    """Ten digits with the check digit of a Russian tax number, where no mobile number can begin so."""
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    check = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=False)) % 11 % 10
    return digits[0] != "9" and check == int(digits[9])
