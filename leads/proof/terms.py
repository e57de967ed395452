"""What of the set-up decides, in clear: folded from the ledger, and which stored settings that are.

Whoever has the entries knows from them in which time zone a day begins, how much a person may have in hand, and by
which settings a scheme decides; `verify` compares that with what is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from zoneinfo import ZoneInfo

from leads.entries.people import SetUp
from leads.office import OF_OFFICE
from leads.settings import Addresses, Phones

Stored = Mapping[str, Any]

PERSONAL: Final = frozenset(one.name for one in OF_OFFICE if isinstance(one.kind, Phones | Addresses))
"""Settings of the office that hold somebody's contacts."""
ELSEWHERE: Final = frozenset({"crm", "hooks"})
"""Where leads are shown and told of besides: it decides nothing."""
OF_A_SOURCE: Final = ("id", "kind", "segment", "straight_on")


def of_office(settings: Stored) -> dict[str, Any]:
    """Returns what decides of an office's stored settings."""
    kept = {name: value for name, value in settings.items() if name not in PERSONAL | ELSEWHERE}
    sources = [{name: one.get(name) for name in OF_A_SOURCE} for one in settings.get("sources") or ()]
    return kept | {"sources": sources}


def of_segment(settings: Stored) -> dict[str, Any]:
    """Returns what decides of a segment's, but for the words by which its leads are found."""
    return {name: value for name, value in settings.items() if name != "match"}


@dataclass(slots=True)
class InClear:
    """As it stands by the entries so far. `is_told`: one has said so."""

    is_told: bool = False
    office: Stored = field(default_factory=dict)
    people: dict[str, Stored] = field(default_factory=dict)
    segments: dict[str, Stored] = field(default_factory=dict)
    shifts: list[Stored] = field(default_factory=list)

    def apply(self, said: SetUp) -> None:
        if said.terms is None:
            return
        terms, self.is_told = said.terms, True
        if terms.office:
            self.office = terms.office.by_name
        for known, told in ((self.people, terms.people), (self.segments, terms.segments)):
            for id, values in (told or {}).items():
                known.pop(id, None)
                if values.by_name:
                    known[id] = values.by_name
        if terms.shifts is not None:
            self.shifts = [values.by_name for values in terms.shifts]

    def of(self, segment: str) -> Stored:
        """Returns the settings that count in a segment, the office's included, as far as they are told."""
        return {**self.office, **self.segments.get(segment, {})}

    @property
    def timezone(self) -> ZoneInfo | None:
        """The office's, where that is told. Raises ValueError, LookupError."""
        name = self.office.get("timezone")
        return ZoneInfo(name) if name else None


def differences(told: InClear, stored: InClear) -> Iterator[str]:
    """Names what is stored otherwise than it stands in clear in the ledger; nothing where none has told of it."""
    if not told.is_told:
        return
    if told.office != stored.office:
        yield f"the office: its {_other(told.office, stored.office)} is other than the ledger says in clear"
    for what, here, there in (("", stored.people, told.people), ("segment ", stored.segments, told.segments)):
        for id in sorted({*here, *there}):
            if here.get(id) != there.get(id):
                of = _other(here.get(id, {}), there.get(id, {}))
                yield f"{what}{id}: their {of} is other than the ledger says in clear"
    if told.shifts != stored.shifts:
        yield "the office: its shifts are other than the ledger says in clear"


def _other(one: Stored, two: Stored) -> str:
    return ", ".join(sorted(name for name in {*one, *two} if one.get(name) != two.get(name)))
