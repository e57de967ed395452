"""What is on its way outside: a row for each event and each address that hears of it, written with the entry itself.

Of one lead an address hears in order: a later row waits, without a time of its own, until the one before it is settled.
Who writes one or settles one holds the office's lock, so none waits for what is settled already.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import bindparam, case, delete, exists, func, insert, literal, null, or_, select, update

from storage.columns import UtcDateTime
from storage.mapper import Mapper
from storage.store import Store
from storage.tables.hooks import deliveries, hooks

KEPT: Final = timedelta(days=7)
"""So long it is known of what has arrived that it has."""
KEPT_LOST: Final = timedelta(days=30)
"""So long what was given up can be sent again."""


TEST: Final = "test"
"""What a row says that tells of no entry, but is sent for somebody who tries the address."""


class DeliveryState(StrEnum):
    """Says what has become of it."""

    PENDING = "pending"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"  # every try has failed
    OFF = "off"  # its address was switched off before it arrived


Tried = Mapping[str, Any]
"""One try: `at` (ISO), `status`, where there was an answer, and `why` it has failed; plain JSON values."""


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One event on its way to one address. `seq` and `lead` are the numbers of the entry and of its lead; of a test
    there are none.

    `due_at`: None while it waits for an earlier one of its lead, and when it is settled. `tries`: since it was put on
    its way last; `log` has those of before, too.
    """

    id: int
    hook: int
    seq: int | None
    lead: int | None
    event: str
    at: datetime
    state: DeliveryState
    due_at: datetime | None = None
    tries: int = 0
    log: Sequence[Tried] = ()

    @property
    def is_test(self) -> bool:
        return self.seq is None


_ROW: Final = Mapper(DeliveryRow)


def add(store: Store, seq: int, lead: int, event: str, urls: Collection[str], now: datetime) -> None:
    """An entry is to be told to these addresses, but for those that are switched off."""
    values = {"of": store.office, "entry": seq, "number": lead, "name": event, "at": now, "urls": list(urls)}
    store.execute(_ADD, values)


_earlier = deliveries.alias("earlier")
_WAITS = exists().where(
    _earlier.c.hook == hooks.c.id,
    _earlier.c.lead == bindparam("number"),
    _earlier.c.state == literal(DeliveryState.PENDING.value),
)
_NOW = bindparam("at", type_=UtcDateTime)
_ADD = insert(deliveries).from_select(
    ["office", "hook", "seq", "lead", "event", "at", "state", "due_at"],
    select(
        hooks.c.office,
        hooks.c.id,
        bindparam("entry", type_=deliveries.c.seq.type),
        bindparam("number", type_=deliveries.c.lead.type),
        bindparam("name", type_=deliveries.c.event.type),
        _NOW,
        literal(DeliveryState.PENDING.value),
        case((_WAITS, null()), else_=_NOW),
    ).where(
        hooks.c.office == bindparam("of"),
        hooks.c.off.is_(None),
        hooks.c.url.in_(bindparam("urls", expanding=True)),
    ),
)


def add_test(store: Store, hook: int, now: datetime) -> None:
    """A test is to be sent to this address, unless one is on its way."""
    here = (deliveries.c.hook == hook, deliveries.c.seq.is_(None), _PENDING)
    if store.scalar(select(exists().where(*here))):
        return
    new = {"office": store.office, "hook": hook, "event": TEST, "at": now, "due_at": now}
    store.execute(insert(deliveries).values(state=DeliveryState.PENDING, **new))


def find(store: Store, id: int) -> DeliveryRow | None:
    row = store.execute(_mine(store).where(deliveries.c.id == id)).first()
    return _ROW.read(row) if row else None


def due(
    store: Store, hook: int, now: datetime, most: int, but: Collection[int] = ()
) -> Sequence[DeliveryRow]:
    """Returns what is to be sent to one address by now, longest due first. `but`: what is on its way already."""
    here = (deliveries.c.hook == hook, _PENDING, deliveries.c.due_at <= now, deliveries.c.id.not_in(but))
    query = _mine(store).where(*here).order_by(deliveries.c.due_at, deliveries.c.id).limit(most)
    return [_ROW.read(row) for row in store.execute(query)]


_PENDING: Final = deliveries.c.state == literal(DeliveryState.PENDING.value)


def next_due(store: Store) -> datetime | None:
    """Returns when something is to be sent next (UTC), whichever address would rather be left alone."""
    found: datetime | None = store.scalar(
        select(func.min(deliveries.c.due_at)).where(deliveries.c.office == store.office, _PENDING)
    )
    return found


def try_again(store: Store, row: DeliveryRow, tried: Tried, at: datetime) -> None:
    """This try has failed; the next one is then."""
    _put(store, row.id, due_at=at, tries=row.tries + 1, log=[*row.log, tried])


def settle(store: Store, row: DeliveryRow, state: DeliveryState, tried: Tried, now: datetime) -> None:
    """Nothing more is tried of it by itself; whatever of its lead has waited for it may go."""
    _put(store, row.id, state=state, due_at=None, tries=row.tries + 1, log=[*row.log, tried])
    if row.lead is not None:
        _let_go(store, row.hook, row.lead, now)


def send_again(store: Store, row: DeliveryRow, now: datetime) -> None:
    """It is sent once more, from the beginning of the tries."""
    _put(store, row.id, state=DeliveryState.PENDING, due_at=now, tries=0)


def at_once(store: Store, hook: int, now: datetime) -> None:
    """Whatever waits for its next try at this address is due now; what waits for an earlier one still does."""
    later = (deliveries.c.hook == hook, _PENDING, deliveries.c.due_at > now)
    store.execute(update(deliveries).where(*later).values(due_at=now))


def drop_pending(store: Store, hook: int) -> int:
    """Whatever is on its way to an address that is switched off goes there no more; returns how much it is."""
    gone = {"state": DeliveryState.OFF, "due_at": None}
    return store.execute(update(deliveries).where(deliveries.c.hook == hook, _PENDING).values(gone)).rowcount


def last_of(store: Store, hook: int, most: int, skip: int = 0) -> Sequence[DeliveryRow]:
    """Returns the newest events and tests of one address."""
    query = _mine(store).where(deliveries.c.hook == hook).order_by(deliveries.c.id.desc())
    return [_ROW.read(row) for row in store.execute(query.limit(most).offset(skip))]


def count_of(store: Store, hook: int) -> int:
    return store.scalar(select(func.count()).where(deliveries.c.hook == hook)) or 0


def waiting(store: Store) -> dict[int, int]:
    """Counts what has not arrived yet, by address."""
    here = (deliveries.c.office == store.office, _PENDING)
    rows = store.execute(select(deliveries.c.hook, func.count()).where(*here).group_by(deliveries.c.hook))
    return {row[0]: row[1] for row in rows}


def forget_old(store: Store, now: datetime, most: int) -> int:
    """Deletes what arrived some days ago, and what was given up some weeks ago; returns how many rows went."""
    arrived = deliveries.c.state == DeliveryState.DELIVERED
    is_old = or_(arrived & (deliveries.c.at < now - KEPT), ~_PENDING & (deliveries.c.at < now - KEPT_LOST))
    query = select(deliveries.c.id).where(deliveries.c.office == store.office, is_old).limit(most)
    ids = list(store.scalars(query))
    return store.execute(delete(deliveries).where(deliveries.c.id.in_(ids))).rowcount if ids else 0


def _let_go(store: Store, hook: int, lead: int, now: datetime) -> None:
    """The next of this lead is sent, unless another one of it is still on its way: that was sent again by hand."""
    here = (deliveries.c.hook == hook, deliveries.c.lead == lead, _PENDING)
    query = select(deliveries.c.id, deliveries.c.due_at).where(*here).order_by(deliveries.c.seq)
    left = store.execute(query).all()
    if left and not any(row.due_at for row in left):
        _put(store, left[0].id, due_at=now)


def _put(store: Store, id: int, **values: Any) -> None:
    store.execute(update(deliveries).where(deliveries.c.id == id).values(values))


def _mine(store: Store) -> Any:
    return select(deliveries).where(deliveries.c.office == store.office)
