"""What other values of a setting would have changed last week, as its readers see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from screens.views.office_settings import SettingRow


@dataclass(frozen=True, slots=True)
class TriedRow:
    """One value, spelled as a file has it. `sooner`: seconds, on average; negative: later."""

    value: Any
    others: int  # leads that would have come to somebody else
    sooner: int
    untaken: int  # so many more that nobody would have taken


@dataclass(frozen=True, slots=True)
class TriedView:
    """`row`: what counts now; `at`, `segment`: as of `SettingView`; `seen`: the mark of what stands there.

    `leads`: so many there were; `is_cut`: the newest of more; `by_hand`: somebody's choice is among what decided.
    """

    row: SettingRow
    at: str
    segment: str | None
    first: date
    last: date
    leads: int
    is_cut: bool
    by_hand: bool
    may_change: bool
    seen: str
    rows: tuple[TriedRow, ...]

    def with_rows(self, rows: Iterable[TriedRow]) -> TriedView:
        return replace(self, rows=tuple(rows))
