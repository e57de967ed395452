"""What pictures are drawn from: plain values, like those of the screens in `handlers.views`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class RosterSpan(NamedTuple):
    """Somebody on duty from `start` to `end`, by the clock on the office's wall: naive local times."""

    start: datetime
    end: datetime
    name: str


@dataclass(frozen=True, slots=True)
class RosterPicture:
    """The duty of one segment in the week from `monday` on; what lies outside of it is not drawn.

    A name stands for one person. Spans may come in any order, cut into pieces or whole, over midnight or not.
    """

    segment: str  # its name
    monday: date
    spans: tuple[RosterSpan, ...]
    people: tuple[
        str, ...
    ] = ()  # the team in its order, so that everybody keeps his colour from week to week
    note: str = ""  # beside the week, for example that it is a proposal
