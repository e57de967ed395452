"""The duty that people agreed on, as shifts: approved rosters and taken swaps. Nothing of it is stored twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import select

from leads.duty.swaps import Swap, SwapState, shift_of
from leads.entries.duty import Shift as Said
from leads.office import Office, Origin, Shift, ShiftKind
from storage.mapper import Mapper
from storage.store import Store
from storage.tables import rosters, swaps

SWAP: Final = Mapper(Swap, columns={"who": "person", "start": "starts_at", "end": "ends_at"})
LONGEST = timedelta(days=9)  # from the Monday of a week to the end of its last night


class RosterState(StrEnum):
    """All but PROPOSED and APPROVED are terminal."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DISMISSED = "dismissed"
    REPLACED = "replaced"  # by one that was approved later for the same week


def agreed_shifts(store: Store, office: Office, since: datetime | None) -> tuple[Shift, ...]:
    """Rosters first and swaps over them, in the order in which they were taken.

    What was agreed with somebody who is no longer a member counts for nothing.
    """
    members = {segment.id: segment.members for segment in office.segments}
    found = [*_approved(store, since), *_taken(store, office, since)]
    return tuple(shift for shift in found if shift.who in members.get(shift.segment, ()))


def _approved(store: Store, since: datetime | None) -> list[Shift]:
    where = [rosters.c.office == store.office, rosters.c.state == RosterState.APPROVED]
    if since:
        where.append(rosters.c.week > (since - LONGEST).date().isoformat())
    rows = store.execute(select(rosters).where(*where).order_by(rosters.c.week, rosters.c.id))
    return [shift for row in rows for shift in shifts_from(row.segment, row.shifts)]


def _taken(store: Store, office: Office, since: datetime | None) -> list[Shift]:
    where = [swaps.c.office == store.office, swaps.c.state == SwapState.TAKEN]
    if since:
        where.append(swaps.c.ends_at > since)
    rows = store.execute(select(swaps).where(*where).order_by(swaps.c.taken_at, swaps.c.id))
    return [shift_of(SWAP.read(row), office) for row in rows]


def shifts_from(segment: str, stored: Iterable[Mapping[str, str]]) -> tuple[Shift, ...]:
    return tuple(
        Shift(
            segment,
            shift["who"],
            start=datetime.fromisoformat(shift["from"]),
            end=datetime.fromisoformat(shift["to"]),
            kind=ShiftKind.REPLACE,
            origin=Origin.ROSTER,
        )
        for shift in stored
    )


def shifts_said(shifts: Iterable[Shift]) -> tuple[Said, ...]:
    """As the ledger says them, in the wall-clock time of the office."""
    return tuple(Said(s.who, s.start, s.end) for s in shifts if s.start and s.end)


def shifts_stored(shifts: Iterable[Shift]) -> list[dict[str, str]]:
    """As the ledger says them."""
    return [said.body() for said in shifts_said(shifts)]
