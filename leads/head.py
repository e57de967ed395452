"""A head of the ledger: the number of an entry and its seal, which together vouch for everything up to there.

Published are at least 128 bits of the seal (32 hex digits), and always the number: of fewer bits, or without the
number, another past can be made that ends alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from leads.ledger import GENESIS, Sealed

DIGITS: Final = 32  # of a seal, as it is published
FORM: Final = re.compile(rf"([1-9][0-9]{{0,17}}):([0-9a-f]{{{DIGITS},{len(GENESIS)}}})")


@dataclass(frozen=True, slots=True)
class Head:
    """A head is the number and the seal of an entry.

    `seal`: the entry's SHA-256 in hex digits, in small letters; of a published one its first digits may be all.
    """

    seq: int
    seal: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.seal}"

    @property
    def published(self) -> str:
        """`42:268bc9c0…`, as the evening's message shows it and `verify --head` takes it."""
        return f"{self.seq}:{self.seal[:DIGITS]}"

    def is_of(self, entry: Sealed) -> bool:
        """Tells whether the entry has this number and this seal."""
        return entry.seq == self.seq and entry.seal.startswith(self.seal)


def head_of(entry: Sealed | None) -> Head | None:
    """Returns the head that ends with this entry; None where there is no entry."""
    return Head(entry.seq, entry.seal) if entry else None


def parse_head(text: str) -> Head:
    """Reads `42:268bc9c0…`; white space in it, as of two lines, does not count.

    Raises ValueError for anything else.
    """
    found = FORM.fullmatch("".join(text.split()).lower())
    if found is None:
        raise ValueError(
            f"a head is an entry's number and at least {DIGITS} digits (0-9, a-f) of its seal, NUMBER:SEAL"
        )
    return Head(int(found[1]), found[2])


class Witness:
    """Compares a head that was published with the chain that goes by, entry by entry;
    without a head with nothing.
    """

    def __init__(self, head: Head | None) -> None:
        self._head = head
        self._is_found = head is None
        self._there: Sealed | None = None  # the entry of its number
        self._elsewhere = 0  # the number of another entry with its seal

    def look_at(self, entry: Sealed) -> None:
        if self._head is None or self._is_found:
            return
        if self._head.is_of(entry):
            self._is_found = True
        elif entry.seq == self._head.seq:
            self._there = entry
        elif entry.seal.startswith(self._head.seal):
            self._elsewhere = entry.seq

    def problems(self) -> list[str]:
        """There is one sentence where the head is not in the chain; it names what differs."""
        head, there = self._head, self._there
        if head is None or self._is_found:
            return []
        if self._elsewhere:
            return [f"the head {head}: its seal is that of entry {self._elsewhere}, not of entry {head.seq}"]
        if there is None:
            return [f"the head {head}: there is no entry {head.seq} in the ledger"]
        return [f"the head {head}: the seal of entry {head.seq} is {there.seal}"]
