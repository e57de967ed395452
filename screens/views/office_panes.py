"""What was changed of the set-up, as its readers see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from leads.hooks import host_of


@dataclass(frozen=True, slots=True)
class Names:
    """How whoever and whatever a file names by an id is called; what is no more is called by its id."""

    people: Mapping[str, str] = field(default_factory=dict)
    segments: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def person(self, id: str) -> str:
        return self.people.get(id, id)

    def segment(self, id: str) -> str:
        return self.segments.get(id, id)

    def source(self, id: str) -> str:
        return self.sources.get(id, id)

    def of(self, part: str) -> Callable[[str], str]:
        """Returns how those of one list of the file are called."""
        named = {"people": self.person, "segments": self.segment, "hooks": host_of}
        return named.get(part, self.source)


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One value that is another. `path` and the values as an office file spells them; `name`: of whom or what it is."""

    path: tuple[str, ...]
    before: Any
    after: Any
    name: str
    whole: bool  # a person, a segment, a source or a shift came or went


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """`who`: the name of whoever has changed it; None: an office file, or whoever came by a link."""

    id: int
    at: datetime
    who: str | None
    differences: tuple[DifferenceRow, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The newest first. `page` counts from 0."""

    timezone: ZoneInfo
    rows: tuple[ChangeRow, ...]
    page: int
    pages: int
    names: Names = Names()


@dataclass(frozen=True, slots=True)
class ChangeView:
    """`stands`: nothing of it has been changed since, so it can be taken back."""

    timezone: ZoneInfo
    row: ChangeRow
    stands: bool
    names: Names = Names()
