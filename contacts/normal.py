"""One spelling for what people write in many: the text that phones, names and addresses are looked for in.

`８⁹１６` is `8916`, `ｉｖａｎ＠ｍａｉｌ．ｒｕ` is `ivan@mail.ru`, letters followed by combining marks are composed, and
invisible characters are gone. Each character knows where it stood in the text as it was written, so that what is found
in the one can be hidden in the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_MOST_MARKS = 30  # on one letter; more are ornaments (the "stream-safe" limit of Unicode Annex 15)
_INVISIBLE = frozenset({"\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u20e3", "\u3164", "\uffa0"})
_JOINERS = frozenset("\u200d\ufe0f")  # between the parts of one emoji
_KEPT_CONTROLS = frozenset("\n\t")


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` in its one spelling. `starts[i]`, `ends[i]`: where its i-th character came from in what was written."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Tells where text[start:end] stood in what was written, from and to. `start` < `end`."""
        return self.starts[start], self.ends[end - 1]


def normal(written: str) -> Normal:
    """Returns the text in its one spelling; takes time in proportion to its length."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(written):
        part = _spelling(written[start:end])
        parts.append(part)
        starts.extend([start] * len(part))
        ends.extend([end] * len(part))
    return Normal("".join(parts), tuple(starts), tuple(ends))


def normal_text(written: str) -> str:
    """Returns only the text of `normal`."""
    return normal(written).text


def showable(name: str) -> str:
    """A name as it can stand in a list: one line, without what turns the direction of writing or moves a cursor.

    Empty where nothing of it can be seen. Joined emoji stay whole.
    """
    kept = "".join(c for c in name if c in _JOINERS or c.isspace() or _is_visible(c))
    words = " ".join(kept.split())
    return words if any(c not in _JOINERS and not c.isspace() for c in words) else ""


def _clusters(written: str) -> Iterator[tuple[int, int]]:
    """A letter with the marks that belong to it, one after the other, from and to."""
    start = 0
    for place in range(1, len(written) + 1):
        ends = (
            place == len(written) or place - start > _MOST_MARKS or not unicodedata.combining(written[place])
        )
        if ends:
            yield start, place
            start = place


def _digit(character: str) -> int | None:
    """Of every script that counts in tens, Chinese and circled ones too; None of what is no digit."""
    if (digit := unicodedata.digit(character, None)) is not None:
        return digit
    value = unicodedata.numeric(character, None)
    is_one = value is not None and value in range(10) and unicodedata.category(character) in {"Lo", "No"}
    return int(value) if is_one and value is not None else None


@cache
def _spelling_of_one(character: str) -> str:
    if (digit := _digit(character)) is not None:
        return str(digit)
    if character in {"\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"}:
        return "\n"
    spelt = unicodedata.normalize("NFKC", character).replace(
        "\u3002", "."
    )  # the full stop that sites are written with, too
    return "".join(c for c in spelt if _is_visible(c))


def _spelling(cluster: str) -> str:
    if len(cluster) == 1:
        return _spelling_of_one(cluster)
    return "".join(c for c in unicodedata.normalize("NFKC", cluster) if _is_visible(c))


def _is_visible(character: str) -> bool:
    if (
        character in _INVISIBLE
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    ):
        return False
    category = unicodedata.category(character)
    return category not in {"Cf", "Cc", "Cs", "Co", "Cn"} or character in _KEPT_CONTROLS
