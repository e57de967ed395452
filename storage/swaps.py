"""Swaps as rows. Whoever changes one says in which state it must still be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from leads.duty.swaps import Swap, SwapState
from storage.agreed import SWAP
from storage.store import Store
from storage.tables import swaps


def add(store: Store, swap: Swap) -> int:
    """Returns its row's id."""
    row = {**SWAP.write(swap), "office": store.office}
    del row["id"]
    return int(store.scalar(insert(swaps).values(row).returning(swaps.c.id)) or 0)


def find(store: Store, id: int) -> Swap | None:
    found = _read(store, swaps.c.id == id, swaps.c.office == store.office)
    return found[0] if found else None


def open_in(store: Store, segment: str) -> Sequence[Swap]:
    """The open swaps of a segment, also those whose end the clock has not noticed yet."""
    return _read(
        store, swaps.c.office == store.office, swaps.c.segment == segment, swaps.c.state == SwapState.OPEN
    )


def save(store: Store, swap: Swap) -> bool:
    """What became of an open swap; False if it is open no more, and nothing is changed."""
    still = (swaps.c.id == swap.id, swaps.c.state == SwapState.OPEN)
    values = {"state": swap.state, "taken_by": swap.taken_by, "taken_at": swap.taken_at}
    return store.execute(update(swaps).where(*still).values(values)).rowcount == 1


def end(store: Store, now: datetime) -> Sequence[int]:
    """Open swaps whose duty is over are past; returns them."""
    ended = update(swaps).where(*_over(now, store.office)).values(state=SwapState.PAST).returning(swaps.c.id)
    return sorted(store.scalars(ended))


def supersede(store: Store, segment: str, start: datetime, end: datetime) -> Sequence[int]:
    """The swaps of duties that begin in [start, end) are about a plan that is no more; returns them."""
    where = _living(segment, start, end, store.office)
    gone = update(swaps).where(*where).values(state=SwapState.SUPERSEDED).returning(swaps.c.id)
    return sorted(store.scalars(gone))


def count_living(store: Store, segment: str, start: datetime, end: datetime) -> int:
    """How many `supersede` would end."""
    return len((store.scalars(select(swaps.c.id).where(*_living(segment, start, end, store.office)))).all())


def _living(segment: str, start: datetime, end: datetime, office: int) -> tuple[Any, ...]:
    return (
        swaps.c.office == office,
        swaps.c.segment == segment,
        swaps.c.state.in_([SwapState.OPEN, SwapState.TAKEN]),
        swaps.c.starts_at >= start,
        swaps.c.starts_at < end,
    )


def _over(now: datetime, office: int) -> tuple[Any, ...]:
    return (swaps.c.office == office, swaps.c.state == SwapState.OPEN, swaps.c.ends_at <= now)


def _read(store: Store, *where: Any) -> Sequence[Swap]:
    rows = store.execute(select(swaps).where(*where).order_by(swaps.c.starts_at, swaps.c.id))
    return [SWAP.read(row) for row in rows]
