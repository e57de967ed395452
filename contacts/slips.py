"""What looks like a telephone number and is none: a digit too few or too many, no area, no such number.

It is shown as it was written and asked for; it is nobody's, and no other number is ever made of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from contacts.beside import Said
from contacts.candidates import Line
from contacts.dialling import LONGEST
from contacts.digits import Joint

LONGEST_WRITTEN: Final = 40  # characters that are kept of one


class Flaw(StrEnum):
    """What is wrong with a number, as far as its digits tell."""

    SHORT = "short"
    LONG = "long"
    LOCAL = "local"  # without its area
    UNKNOWN = "unknown"  # nobody has such a number


@dataclass(frozen=True, slots=True)
class Slip:
    written: str
    flaw: Flaw
    start: int
    end: int


_MOBILE = re.compile(r"8?9\d{2,}")


def slips(line: Line, taken: Sequence[tuple[int, int]]) -> list[Slip]:
    """Those that share nothing with the numbers that were read: these stand at `taken`, from and to, in order."""
    found: list[Slip] = []
    free = _free(line, taken)
    n = 0
    while n < len(line.groups):
        last = _last(line, n, free) if free[n] else None
        if last is None:
            n += 1
            continue
        found.append(_slip(line, n, last))
        n = last + 1
    return found


def _free(line: Line, taken: Sequence[tuple[int, int]]) -> list[bool]:
    free, k = [], 0
    for n, group in enumerate(line.groups):
        while k < len(taken) and taken[k][1] <= group.start:
            k += 1
        is_taken = k < len(taken) and taken[k][0] < group.end
        free.append(not is_taken and not group.is_shut_in and n not in line.beside.wholes)
    return free


def _last(line: Line, first: int, free: Sequence[bool]) -> int | None:
    """The group with which what looks like a number ends; None where nothing looks so."""
    group, meaning = line.groups[first], line.said(first)
    last, total = _extent(line, first, free)
    if group.plus is not None:
        return last if 6 <= total <= LONGEST else None
    if meaning in {Said.PAPERS, Said.NUMBERED} or line.beside.is_price(first, last):
        return None
    if meaning is Said.PHONE and 5 <= total <= LONGEST:
        return last
    if _goes_on(line, first):
        return None
    is_one = _begins_at_home(line, first, last, total) or _is_mobile(line, first, last, total)
    return last if is_one or _is_local(line, first, last) else None


def _extent(line: Line, first: int, free: Sequence[bool]) -> tuple[int, int]:
    """The last group and the digits till there: to where the way of writing changes, or there are enough."""
    last, total, was_dashed = first, len(line.groups[first].digits), False
    for n in range(first + 1, len(line.groups)):
        group = line.groups[n]
        is_spaced = group.joint in {Joint.SPACE, Joint.PAREN} or not group.is_tight
        if group.joint is None or not free[n] or (is_spaced and (was_dashed or total >= 10)):
            break
        if total + len(group.digits) > LONGEST:
            break
        was_dashed = was_dashed or (group.joint is Joint.DASH and n > first + 1)
        last, total = n, total + len(group.digits)
    return last, total


def _goes_on(line: Line, first: int) -> bool:
    """Whether it is the tail of something that began before."""
    group = line.groups[first]
    return group.is_tight and group.joint is not None


def _begins_at_home(line: Line, first: int, last: int, total: int) -> bool:
    """`8 917 224-18-3`: the digit for calls at home and an area, then too few digits or too many."""
    start = line.groups[first].digits
    digits = line.digits(first, last)
    if digits[0] not in "78" or not (len(start) == 1 or len(start) > 3):
        return False
    if last == first:
        return digits.startswith("89") and 10 <= total <= 13
    is_dashed = any(group.joint is not Joint.SPACE for group in line.groups[first + 1 : last + 1])
    if digits[1] not in "3489":
        return is_dashed and total == 11
    return (8 if is_dashed else 9) <= total <= LONGEST


def _is_mobile(line: Line, first: int, last: int, total: int) -> bool:
    """`917 224-18-3`."""
    dashes = sum(group.joint is Joint.DASH for group in line.groups[first + 1 : last + 1])
    return dashes > 1 and bool(_MOBILE.fullmatch(line.groups[first].digits)) and 8 <= total <= 13


def _is_local(line: Line, first: int, last: int) -> bool:
    """`212-45-67`, `212-4567`, `22-45-67`."""
    is_dashed = all(
        group.joint is Joint.DASH and group.is_tight for group in line.groups[first + 1 : last + 1]
    )
    return is_dashed and line.shape(first, last) in {(3, 2, 2), (3, 4), (2, 2, 2)}


def _slip(line: Line, first: int, last: int) -> Slip:
    start, end = line.groups[first].opening, line.groups[last].end
    return Slip(line.text[start:end], _flaw(line, first, last), start, end)


def _flaw(line: Line, first: int, last: int) -> Flaw:
    digits = line.digits(first, last)
    is_home = digits[0] in "78"
    if not is_home and line.groups[first].plus is not None:
        return Flaw.UNKNOWN
    if len(digits) <= 7 and line.groups[first].plus is None:
        return Flaw.LOCAL
    whole = 11 if is_home else 10
    return Flaw.UNKNOWN if len(digits) == whole else Flaw.SHORT if len(digits) < whole else Flaw.LONG
