"""The groups of digits in a text, and what stands between them: what a telephone number is put together from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

DASHES: Final = "-‐‑‒–—−~"
MOST_GROUPS: Final = 800  # of one text: nobody writes more, and whoever does so wants to keep us busy

_DIGITS = re.compile(r"[0-9]+")
_PLUS = re.compile(r"\+[ (]{0,2}$")
_JOINT = re.compile(rf"[{DASHES} \t./()_]{{1,5}}")
_IN_A_URL = re.compile(r"://|[a-z0-9]\.[a-z]{2,}/", re.IGNORECASE)
_CALLS = re.compile(r"wa\.me/|t\.me/$|tel:|callto:|sip:|phone=|whatsapp|viber", re.IGNORECASE)


class Joint(Enum):
    """What stands between two groups of one number."""

    SPACE = " "
    DASH = "-"
    DOT = "."
    SLASH = "/"
    PAREN = "("


@dataclass(frozen=True, slots=True)
class Group:
    """Digits that stand together. `start`, `end`: where in the text; `start` without a plus or a bracket."""

    digits: str
    start: int
    end: int
    plus: int | None  # where a plus stands right before it
    joint: Joint | None  # to the group before; None: no number goes on over what stands there
    is_tight: bool  # no space stands before it
    is_shut_in: bool  # a part of a word, an address on the web or of a mailbox

    @property
    def opening(self) -> int:
        """Where a number that begins with this group begins."""
        return self.start if self.plus is None else self.plus


def groups(text: str) -> list[Group]:
    """Returns those of a text in its one spelling (`contacts.normal`), from left to right."""
    found: list[Group] = []
    last = 0
    for match in _DIGITS.finditer(text):
        if len(found) == MOST_GROUPS:
            break
        between = text[max(last, match.start() - 8) : match.start()]
        plus = _PLUS.search(between)
        joint = _joint(text[last : match.start()]) if found and not plus else None
        found.append(
            Group(
                match.group(),
                match.start(),
                match.end(),
                plus=match.start() - len(plus.group()) if plus else None,
                joint=joint,
                is_tight=bool(found) and not any(c.isspace() for c in between),
                is_shut_in=_is_shut_in(text, match.start(), match.end()),
            )
        )
        last = match.end()
    return found


def spans(found: Sequence[Group], first: int, digits: int) -> int | None:
    """The group with which so many digits end, counted from the group `first`; None where that cuts one in two."""
    for last in range(first, len(found)):
        if last > first and found[last].joint is None:
            return None
        digits -= len(found[last].digits)
        if digits <= 0:
            return last if digits == 0 else None
    return None


def _joint(between: str) -> Joint | None:
    if not _JOINT.fullmatch(between):
        return None
    if any(c in DASHES for c in between):
        return Joint.DASH
    for joint in (Joint.PAREN, Joint.SLASH, Joint.DOT):
        if joint.value in between or (joint is Joint.PAREN and ")" in between):
            return joint
    return Joint.SPACE


def _is_shut_in(text: str, start: int, end: int) -> bool:
    """`vk.com/id8916…`, `AB8916…`, `8916…@mail.ru`; but `wa.me/7916…` and `tel:8916…` are there to be called."""
    before = text[max(0, start - 40) : start].rpartition(" ")[2].rpartition("\n")[2]
    after = text[end : end + 2]
    if _CALLS.search(before):
        return False
    is_latin = re.search(r"[A-Za-z]$", before) and not re.search(r"(?i)(?:tel|phone|mob|cell)$", before)
    return bool(is_latin or _IN_A_URL.search(before) or re.match(r"@\w", after) or before.endswith("@"))
