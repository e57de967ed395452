"""How often somebody does a thing, beside how often all others do: what whoever judges one such deed reads with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

LATELY: Final = timedelta(days=90)
ENOUGH: Final = 10  # of fewer leads a part says nothing


@dataclass(frozen=True, slots=True)
class Against:
    """`times` in so many cases of one person, and of all others together."""

    who: str  # name
    times: int
    of: int
    others: int
    of_others: int

    @property
    def says_something(self) -> bool:
        return self.of >= ENOUGH and self.of_others >= ENOUGH and self.times + self.others > 0
