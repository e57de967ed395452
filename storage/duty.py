"""The duty that people agreed on: rosters and swaps as rows, and both of them as shifts. Nothing is stored twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import insert, select, update

from leads.duty.roster import Plan
from leads.duty.swaps import Swap, SwapState, shift_of
from leads.entries.duty import Shift as Said
from leads.office import Office, Origin, Shift, ShiftKind
from storage.mapper import Mapper
from storage.store import Store
from storage.tables.duty import rosters, swaps

SWAP: Final = Mapper(Swap, columns={"who": "person", "start": "starts_at", "end": "ends_at"})
LONGEST = timedelta(days=9)  # from the Monday of a week to the end of its last night


class RosterState(StrEnum):
    """A roster is in one of these states. All but PROPOSED and APPROVED are terminal."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DISMISSED = "dismissed"
    REPLACED = "replaced"  # by one that was approved later for the same week


def agreed_shifts(store: Store, office: Office, since: datetime | None) -> tuple[Shift, ...]:
    """Puts rosters first and swaps over them, in the order in which they were taken.

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
    """Returns shifts as the ledger says them, in the wall-clock time of the office."""
    return tuple(Said(s.who, s.start, s.end) for s in shifts if s.start and s.end)


def shifts_stored(shifts: Iterable[Shift]) -> list[dict[str, str]]:
    """Reads shifts as the ledger says them."""
    return [said.body() for said in shifts_said(shifts)]


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


def add_roster(store: Store, roster: RosterRow) -> int:
    """Stores a proposal and returns its row's id."""
    row = {**_ROSTER.write(roster), "office": store.office, "shifts": shifts_stored(roster.shifts)}
    del row["id"]
    return int(store.scalar(insert(rosters).values(row).returning(rosters.c.id)) or 0)


def find_roster(store: Store, id: int) -> RosterRow | None:
    this = (rosters.c.id == id, rosters.c.office == store.office)
    row = store.execute(select(rosters).where(*this)).one_or_none()
    return _ROSTER.read(row, shifts=shifts_from(row.segment, row.shifts)) if row else None


def replace_earlier_rosters(store: Store, roster: RosterRow) -> Sequence[int]:
    """Only one roster is the plan of a week: those that were approved for it before are no more; returns them."""
    before = (
        rosters.c.office == store.office,
        rosters.c.segment == roster.segment,
        rosters.c.week == roster.week.isoformat(),
        rosters.c.state == RosterState.APPROVED,
        rosters.c.id != roster.id,
    )
    replaced = update(rosters).where(*before).values(state=RosterState.REPLACED).returning(rosters.c.id)
    return sorted(store.scalars(replaced))


def empty_spans(roster: RosterRow) -> list[tuple[datetime, datetime]]:
    """Returns the windows of a proposal for which somebody is missing, in UTC."""
    return [
        (datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in roster.figures["empty"]
    ]


def change_roster(store: Store, id: int, shifts: Sequence[Shift], figures: Mapping[str, Any]) -> bool:
    """Puts others on duty in a proposal; False if it was settled before, and nothing is changed."""
    still = (rosters.c.id == id, rosters.c.office == store.office, rosters.c.state == RosterState.PROPOSED)
    values = {"shifts": shifts_stored(shifts), "figures": dict(figures)}
    return store.execute(update(rosters).where(*still).values(values)).rowcount == 1


def settle_roster(store: Store, id: int, state: RosterState, by: str) -> bool:
    """The head settles a proposal; False if it was settled before, and nothing is changed."""
    still = (rosters.c.id == id, rosters.c.state == RosterState.PROPOSED)
    values = {"state": state, "settled_by": by}
    return store.execute(update(rosters).where(*still).values(values)).rowcount == 1


def add_swap(store: Store, swap: Swap) -> int:
    """Stores a swap and returns its row's id."""
    row = {**SWAP.write(swap), "office": store.office}
    del row["id"]
    return int(store.scalar(insert(swaps).values(row).returning(swaps.c.id)) or 0)


def find_swap(store: Store, id: int) -> Swap | None:
    found = _swaps(store, swaps.c.id == id, swaps.c.office == store.office)
    return found[0] if found else None


def open_swaps_in(store: Store, segment: str) -> Sequence[Swap]:
    """Returns the open swaps of a segment, also those whose end the clock has not noticed yet."""
    return _swaps(
        store, swaps.c.office == store.office, swaps.c.segment == segment, swaps.c.state == SwapState.OPEN
    )


def taken_between(store: Store, start: datetime, end: datetime) -> Sequence[Swap]:
    """Returns the swaps that were agreed on, of duties that begin in [start, end)."""
    begins = (swaps.c.starts_at >= start, swaps.c.starts_at < end)
    return _swaps(store, swaps.c.office == store.office, swaps.c.state == SwapState.TAKEN, *begins)


def save_swap(store: Store, swap: Swap) -> bool:
    """Stores what became of an open swap; False if it is open no more, and nothing is changed."""
    still = (swaps.c.id == swap.id, swaps.c.state == SwapState.OPEN)
    values = {"state": swap.state, "taken_by": swap.taken_by, "taken_at": swap.taken_at}
    return store.execute(update(swaps).where(*still).values(values)).rowcount == 1


def end_swaps(store: Store, now: datetime) -> Sequence[int]:
    """Open swaps whose duty is over are past; returns them."""
    ended = (
        update(swaps).where(*_is_over(now, store.office)).values(state=SwapState.PAST).returning(swaps.c.id)
    )
    return sorted(store.scalars(ended))


def supersede_swaps(store: Store, segment: str, start: datetime, end: datetime) -> Sequence[int]:
    """The swaps of duties that begin in [start, end) are about a plan that is no more; returns them."""
    where = _living(segment, start, end, store.office)
    gone = update(swaps).where(*where).values(state=SwapState.SUPERSEDED).returning(swaps.c.id)
    return sorted(store.scalars(gone))


def count_living_swaps(store: Store, segment: str, start: datetime, end: datetime) -> int:
    """Tells how many `supersede_swaps` would end."""
    return len((store.scalars(select(swaps.c.id).where(*_living(segment, start, end, store.office)))).all())


def _living(segment: str, start: datetime, end: datetime, office: int) -> tuple[Any, ...]:
    return (
        swaps.c.office == office,
        swaps.c.segment == segment,
        swaps.c.state.in_([SwapState.OPEN, SwapState.TAKEN]),
        swaps.c.starts_at >= start,
        swaps.c.starts_at < end,
    )


def _is_over(now: datetime, office: int) -> tuple[Any, ...]:
    return (swaps.c.office == office, swaps.c.state == SwapState.OPEN, swaps.c.ends_at <= now)


def _swaps(store: Store, *where: Any) -> Sequence[Swap]:
    rows = store.execute(select(swaps).where(*where).order_by(swaps.c.starts_at, swaps.c.id))
    return [SWAP.read(row) for row in rows]
