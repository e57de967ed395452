"""The corpus as it is stored, and a message of it as masking leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from contacts.masking import hidden_places

FOLDER: Final = Path(__file__).parent
PARTS: Final = ("tuned", "held")  # what the rules were made with, and what they have never seen
_MARK: Final = re.compile(r"\{([pan?]) ([^}]*)\}")
_WORD: Final = re.compile(r"[^\W_]+")
EITHER: Final = "?"  # may be hidden or not
STAYS: Final = ""


@dataclass(frozen=True)
class Word:
    """`mark`: `p` of a phone, `a` of another way to reach somebody, `n` of a name, `?` for either way, or nothing."""

    text: str
    mark: str
    is_hidden: bool


@dataclass(frozen=True)
class Message:
    trade: str
    text: str
    marks: tuple[tuple[int, int, str], ...]

    def words(self) -> Iterator[Word]:
        """Every word and number of it; hidden if nothing of it can be seen."""
        hidden = {place for a, b in hidden_places(self.text, (), (), frozenset()) for place in range(a, b)}
        for found in _WORD.finditer(self.text):
            places = range(*found.span())
            mark = next((m for a, b, m in self.marks if a <= found.start() < b), STAYS)
            yield Word(found.group(), mark, all(place in hidden for place in places))


def messages(part: str) -> list[Message]:
    lines = (FOLDER / f"{part}.txt").read_text("utf-8").splitlines()
    return [_message(line.replace("⏎", "\n")) for line in lines if line and not line.startswith("#")]


def _message(line: str) -> Message:
    trade, _, written = line.partition(": ")
    text, marks, end = "", list[tuple[int, int, str]](), 0
    for found in _MARK.finditer(written):
        text += written[end : found.start()]
        marks.append((len(text), len(text) + len(found.group(2)), found.group(1)))
        text += found.group(2)
        end = found.end()
    return Message(trade, text + written[end:], tuple(marks))
