"""What a file of past leads says, told in the plainest way: every lead looked at beside every other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

KAZAN, MOBILE = "+78432000000", "+79170000000"  # the first is a number of Tatarstan


@dataclass(frozen=True, slots=True)
class Row:
    """One row; times are aware."""

    at: datetime
    phone: str = ""
    segment: str = ""
    manager: str = ""
    claimed_at: datetime | None = None
    outcome: str = ""
    closed_at: datetime | None = None
    amount: int | None = None

    @property
    def taken(self) -> datetime | None:
        return (self.claimed_at or self.at) if self.manager else None

    def as_csv(self) -> dict[str, str]:
        times = {"at": self.at, "claimed_at": self.claimed_at, "closed_at": self.closed_at}
        written = {name: at.isoformat() for name, at in times.items() if at}
        said = {
            "phone": self.phone,
            "segment": self.segment,
            "manager": self.manager,
            "outcome": self.outcome,
        }
        return written | said | ({} if self.amount is None else {"amount": f"{self.amount}.00"})


@dataclass
class Office:
    """What has come of one file after another."""

    leads: list[dict[str, Any]] = field(default_factory=list)
    clients: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    records: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _there: Counter[Row] = field(default_factory=Counter)

    def imports(self, file: Sequence[Row]) -> int:
        """How many of them are new."""
        had = Counter(self._there)
        new = []
        for place, row in enumerate(file):
            had[row] -= 1
            if had[row] < 0:
                new.append((row.at, place, row))
        for _, place, row in sorted(new, key=lambda one: one[:2]):
            self._bring(row, [r for n, r in enumerate(file) if (r.at, n) < (row.at, place)])
        self._remember([row for _, _, row in sorted(new, key=lambda one: one[:2])])
        self._there |= Counter(file)
        return len(new)

    def _bring(self, row: Row, earlier: Sequence[Row]) -> None:
        of_client = [r.taken for r in earlier if row.phone and r.phone == row.phone]
        known = any(taken and taken <= row.at for taken in of_client)
        by_rule = "tatarstan" if row.phone == KAZAN and not known else "rest"
        segment, over = row.segment or by_rule, row.closed_at
        if row.outcome and not over:
            over = row.claimed_at or row.at
        after = round((row.claimed_at - row.at).total_seconds()) if row.claimed_at else None
        self.leads.append(
            {
                "number": len(self.leads) + 1,
                "state": "closed",
                "segment": segment,
                "known": known,
                "phone": row.phone or None,
                "handed_at": row.at,
                "created_at": row.at,
                "holder": row.manager or None,
                "held_at": row.claimed_at,
                "taken_by": row.manager or None,
                "taken_after": after,
                "outcome": row.outcome or None,
                "closed_at": over,
                "amount": None if row.amount is None else row.amount * 100,
                "due_at": None,
            }
        )
        if row.manager and row.outcome in {"won", "lost"}:
            self.records[segment, row.manager, row.outcome] += 1

    def _remember(self, new: Sequence[Row]) -> None:
        for phone in {row.phone for row in new if row.phone and row.manager}:
            last = new[0]
            for row in new:
                if (
                    row.phone == phone
                    and row.taken
                    and (last.phone != phone or not last.taken or row.taken >= last.taken)
                ):
                    last = row
            if phone not in self.clients or (last.taken and last.taken > self.clients[phone][1]):
                self.clients[phone] = last.manager, last.taken or last.at
