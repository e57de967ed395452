"""One chapter of the life of an office, told so that the program may die at any moment of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.faults.mortal_desk import MortalDesk
from tests.offices import OFFICE

ELSEWHERE = "Окна 8 (495) 212-45-00"  # of the segment for everybody else


@dataclass(frozen=True, slots=True)
class Chapter:
    """Begins in an office of its own, at ten on a Monday morning. `kinds`: the entries that it is there for."""

    tell: Callable[[MortalDesk], Awaitable[None]]
    kinds: frozenset[str]
    office: str = OFFICE
    by_chance: bool = False  # who has the leads in the end
    asked_again: str = ""  # what is asked for once more when the answer was lost with the program
