"""Roster proposals as rows: made, approved or put away, replaced by a later one for the same week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import insert, select, update

from leads.duty.roster import Plan
from leads.office import Shift
from storage.agreed import RosterState, shifts_from, shifts_stored
from storage.mapper import Mapper
from storage.store import Store
from storage.tables import rosters


@dataclass(frozen=True, slots=True)
class RosterRow:
    segment: str
    week: date  # its Monday
    plan: Plan
    proposed_by: str
    shifts: tuple[Shift, ...]
    figures: Mapping[str, Any]
    id: int = 0  # 0 until stored
    state: RosterState = RosterState.PROPOSED
    settled_by: str | None = None


_ROSTER: Final = Mapper(RosterRow, given=("shifts",))


def add(store: Store, roster: RosterRow) -> int:
    """Returns its row's id."""
    row = {**_ROSTER.write(roster), "office": store.office, "shifts": shifts_stored(roster.shifts)}
    del row["id"]
    return int(store.scalar(insert(rosters).values(row).returning(rosters.c.id)) or 0)


def find(store: Store, id: int) -> RosterRow | None:
    this = (rosters.c.id == id, rosters.c.office == store.office)
    row = store.execute(select(rosters).where(*this)).one_or_none()
    return _ROSTER.read(row, shifts=shifts_from(row.segment, row.shifts)) if row else None


def replace_earlier(store: Store, roster: RosterRow) -> Sequence[int]:
    """One roster is the plan of a week: those that were approved for it before are no more; returns them."""
    before = (
        rosters.c.office == store.office,
        rosters.c.segment == roster.segment,
        rosters.c.week == roster.week.isoformat(),
        rosters.c.state == RosterState.APPROVED,
        rosters.c.id != roster.id,
    )
    replaced = update(rosters).where(*before).values(state=RosterState.REPLACED).returning(rosters.c.id)
    return sorted(store.scalars(replaced))


def settle(store: Store, id: int, state: RosterState, by: str) -> bool:
    """The head's word on a proposal; False if it was settled before, and nothing is changed."""
    still = (rosters.c.id == id, rosters.c.state == RosterState.PROPOSED)
    values = {"state": state, "settled_by": by}
    return store.execute(update(rosters).where(*still).values(values)).rowcount == 1
