"""How far somebody has leafed through a long list from which they choose, and what they look for in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class On(StrEnum):
    """Says on which card the list is open, as kinds of cards are called."""

    LEAD = "lead"
    LEFT = "left"
    LEADS = "leads"
    ROSTER = "roster"
    PROPOSAL = "proposal"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Leafed:
    """`page`: from 0. `sought`: only who is called like this; `asked`: the reader is to type some of a name."""

    page: int = 0
    sought: str = ""
    asked: bool = False


UNLEAFED: Final = Leafed()
