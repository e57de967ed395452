"""A text as a row of words, numbers and phones, for whoever looks for names in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from contacts.normal import Normal, normal

_CHUNK: Final = re.compile(r"\S+")
_PIECE: Final = re.compile(r"[^\W\d_]+(?:[-'’ʼ`‘][^\W\d_]+)*|\d+")
_ADDRESS: Final = re.compile(r"[@_]|://|^www\.|[\w-]\.[a-z]{2,}(?:/|\W*$)", re.IGNORECASE | re.ASCII)
_NUMBER: Final = re.compile(r"\+?\d[\d\s().-]{4,}\d")
_FEWEST_DIGITS: Final = 6  # of what people may mean as a phone, a slip of the pen included


class Sort(Enum):
    WORD = auto()
    NUMBER = auto()
    PHONE = auto()
    ADDRESS = auto()  # of a page, a mailbox, a Telegram name


@dataclass(frozen=True, slots=True)
class Item:
    """`gap`: what stands between it and the item before, nothing but signs; `opens`: it is the first of its line."""

    sort: Sort
    text: str
    gap: str
    opens: bool

    @property
    def is_word(self) -> bool:
        return self.sort is Sort.WORD

    @property
    def is_close(self) -> bool:
        """Nothing but a space between it and the item before."""
        return not self.opens and self.gap.strip(" \t\u00a0") == ""

    @property
    def begins(self) -> bool:
        """With it begins a sentence, as far as signs tell: its capital letter says nothing."""
        return self.opens or any(sign in self.gap for sign in ".!?…")


def items_of(written: str, phones: Sequence[tuple[int, int]]) -> tuple[list[Item], list[int]]:
    """Returns the items in order, and which of them are phones: the given ones, in the given order.

    `phones`: places in what was written, from and to. Where none is given, a row of digits that may be one stands for
    it.
    """
    plain = normal(written)
    spans = [_place(plain, *span) for span in phones] or _numbers(plain.text)
    pieces = [*((*span, Sort.PHONE) for span in spans), *_pieces(plain.text)]
    found: list[Item] = []
    indices: dict[tuple[int, int], int] = {}
    end = 0
    for start, stop, sort in sorted(pieces, key=lambda piece: piece[:1]):
        if start < end:
            continue  # a part of a phone
        gap = plain.text[end:start]
        if sort is Sort.PHONE:
            indices[start, stop] = len(found)
        found.append(Item(sort, plain.text[start:stop], gap, not found or "\n" in gap))
        end = stop
    return found, [indices[span] for span in spans if span in indices]


def _place(plain: Normal, start: int, end: int) -> tuple[int, int]:
    return bisect_left(plain.starts, start), bisect_left(plain.starts, end)


def _numbers(text: str) -> list[tuple[int, int]]:
    return [
        found.span()
        for found in _NUMBER.finditer(text)
        if sum(c.isdigit() for c in found.group()) >= _FEWEST_DIGITS and "\n" not in found.group()
    ]


def _pieces(text: str) -> Iterator[tuple[int, int, Sort]]:
    for chunk in _CHUNK.finditer(text):
        if _ADDRESS.search(chunk.group()):
            yield *chunk.span(), Sort.ADDRESS
            continue
        for piece in _PIECE.finditer(text, *chunk.span()):
            yield *piece.span(), Sort.NUMBER if piece.group()[0].isdigit() else Sort.WORD
