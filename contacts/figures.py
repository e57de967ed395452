"""Numbers as people write and say them: `8916`, `восемь девятьсот шестнадцать`, `nine one six`, `9l6`, `три нуля`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from contacts.tokens import Token

_SAID: Final = (
    "ноль нуль zero|один одна одно one|два две two|три three|четыре чотири four|пять п'ять five|шесть шість six"
    "|семь сім seven|восемь вісім eight|девять дев'ять nine"
)
_COUNTS: Final = (  # `три нуля` are three digits
    "нуля нулей нулика|единицы единиц единички|двойки двоек|тройки троек|четверки четверок|пятерки пятерок"
    "|шестерки шестерок|семерки семерок|восьмерки восьмерок|девятки девяток"
)
_ONE_OF: Final = "нолик|единица единичка|двойка|тройка|четверка|пятерка|шестерка|семерка|восьмерка|девятка"
_TEENS: Final = (
    "десять ten|одиннадцать eleven|двенадцать twelve|тринадцать thirteen|четырнадцать fourteen|пятнадцать fifteen"
    "|шестнадцать sixteen|семнадцать seventeen|восемнадцать eighteen|девятнадцать nineteen"
)
_TENS: Final = (
    "двадцать twenty|тридцать thirty|сорок forty|пятьдесят fifty|шестьдесят sixty|семьдесят seventy"
    "|восемьдесят eighty|девяносто ninety"
)
_HUNDREDS: Final = "сто|двести|триста|четыреста|пятьсот|шестьсот|семьсот|восемьсот|девятьсот"


def _spelt(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + n * step for n, each in enumerate(words.split("|")) for word in each.split()}


_VALUES: Final[Mapping[str, int]] = {
    **_spelt(_SAID, 0),
    **_spelt(_ONE_OF, 0),
    **_spelt(_TEENS, 10),
    **_spelt(_TENS, 20, 10),
    **_spelt(_HUNDREDS, 100, 100),
}
_REPEATED: Final[Mapping[str, int]] = _spelt(_COUNTS, 0)
_ANY_VALUE: Final = re.compile("|".join(sorted(_VALUES, key=len, reverse=True)))
_LONGEST_TOGETHER: Final = 120  # letters of a whole number said without a space
_LIKE_DIGITS: Final = str.maketrans("oOоОlIіІзЗ", "0000111133")
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """Digits that stand together. `first`, `last`: its tokens, both included. `said`: in words."""

    digits: str
    first: int
    last: int
    said: bool = False


def figures(read: Sequence[Token]) -> list[Figure]:
    """Returns every number of the text, in order."""
    found: list[Figure] = []
    place = 0
    while place < len(read):
        figure = _figure(read, place, found)
        if figure is None:
            place += 1
            continue
        if found and figure.first <= found[-1].last:
            found.pop()
        found.append(figure)
        place = figure.last + 1
    return found


def _figure(read: Sequence[Token], place: int, before: Sequence[Figure]) -> Figure | None:
    token = read[place]
    if token.is_digits:
        return Figure(token.text, place, place)
    if not token.is_word:
        return None
    if token.word in _REPEATED:
        return _repeated(_REPEATED[token.word], place, before)
    if token.word in _VALUES:
        return _said(read, place)
    if digits := _together(token.word) or _lookalike(read, place):
        return Figure(digits, place, place, said=True)
    return None


def _repeated(digit: int, place: int, before: Sequence[Figure]) -> Figure:
    """`три нуля`, `3 нуля`: the count before it belongs to it."""
    count = before[-1] if before and before[-1].last == place - 2 else None
    if count and len(count.digits) == 1 and 2 <= int(count.digits) <= 5:
        return Figure(str(digit) * int(count.digits), count.first, place, said=True)
    return Figure(str(digit), place, place, said=True)


def _said(read: Sequence[Token], place: int) -> Figure:
    """`девятьсот шестнадцать` is 916: a hundred, a ten and a one after each other are one figure."""
    value = total = _VALUES[read[place].word]
    last = place
    while last + 2 < len(read) and read[last + 1].is_space:
        more = _VALUES.get(read[last + 2].word)
        if more is None or not _goes_on(value, more):
            break
        value, total, last = more, total + more, last + 2
    return Figure(str(total), place, last, said=True)


def _goes_on(value: int, more: int) -> bool:
    """Whether the smaller number still belongs to the larger one before it."""
    return more > 0 and ((value >= 100 and more < 100) or (20 <= value < 100 and more < 10))


def _together(word: str) -> str:
    """`восемьдевятьодин`: at least three numbers and nothing else."""
    parts: list[str] = []
    place = 0
    while place < min(len(word), _LONGEST_TOGETHER) and (found := _ANY_VALUE.match(word, place)):
        parts.append(str(_VALUES[found.group()]))
        place = found.end()
    return "".join(parts) if place == len(word) and len(parts) >= _FEW else ""


def _lookalike(read: Sequence[Token], place: int) -> str:
    """Letters beside digits that look like digits: `9l6`, `8О3`, `12З`; not the `5з` of a house."""
    token = read[place]
    digits = token.text.translate(_LIKE_DIGITS)
    if len(token.text) > _FEW or not (digits.isascii() and digits.isdigit()):
        return ""
    leads = place + 1 < len(read) and read[place + 1].is_digits
    ends = place > 0 and read[place - 1].is_digits and (token.is_latin or token.is_capital)
    return digits if leads or ends else ""
