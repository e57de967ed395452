"""What a card is about: how it is written into the card's row, and read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Week = tuple[str, date]
"""A segment, and the Monday of its week."""

Subject = int | str | Week | None

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class About(Generic[T]):
    """What cards are about: how that is written into a row, and read again."""

    what: str
    of: type[T]
    write: Callable[[T], str]
    read: Callable[[str], T]

    def words(self, subject: Subject) -> str:
        """Returns the words that are stored. Raises TypeError for what such a card cannot be about."""
        if not isinstance(subject, self.of):
            raise TypeError(f"{subject!r} is not {self.what}")
        return self.write(subject)


AboutAny = About[int] | About[str] | About[Week] | About[None]


def _week(words: str) -> Week:
    segment, _, monday = words.rpartition(":")
    return segment, date.fromisoformat(monday)


A_LEAD = About("the row of a lead", int, str, int)
A_LEAD_NUMBER = About("the number of a lead", int, str, int)
A_SWAP = About("the row of a swap", int, str, int)
A_ROSTER = About("the row of a roster", int, str, int)
A_WEEK: About[Week] = About(
    "a segment and a Monday", tuple, lambda week: f"{week[0]}:{week[1].isoformat()}", _week
)
A_SEGMENT = About("a segment", str, str, str)
A_PERSON = About("a person", str, str, str)
A_PERIOD = About("a day, or days", str, str, str)
A_QUESTION = About("the update that has asked", int, str, int)
ANYTHING = About("whatever makes it one", str, str, str)
THE_CHAT: About[None] = About(
    "nothing but the chat: there is one in each", type(None), lambda _: "", lambda _: None
)
