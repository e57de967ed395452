"""What has happened to leads, for whoever counts it once it is committed. Nobody is named in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leads.entries.kinds import Entry
from leads.lead import Lead


@dataclass(frozen=True, slots=True)
class Happening:
    """What one save of a lead has brought.

    The seconds are whole ones; None: nobody has taken it, or called, for the first time with this.
    """

    row: int
    lead: int | None  # its number
    kinds: tuple[str, ...]  # of the entries
    segment: str
    taken_after: int | None = None  # from the hand-over
    contacted_after: int | None = None  # from the moment when they took it


Hear = Callable[[Sequence[Happening]], None]


def happening(stored: Mapping[str, Any], lead: Lead, entries: Sequence[Entry]) -> Sequence[Happening]:
    """Returns what is new, if anything is. `stored`: the lead's row before."""
    if not entries:
        return ()
    taken = lead.taken_after if stored["taken_after"] is None else None
    contacted = lead.contacted_after if stored["contacted_after"] is None else None
    kinds = tuple(entry.kind for entry in entries)
    return (Happening(lead.id, lead.number, kinds, lead.segment, taken, contacted),)
