"""The weekly draws: announced once, each lot thrown once, opened once, whoever else tries.

A secret leaves its row at the opening; before, only `secret_of` and `everything` read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, select, update

from leads.draws import Draw
from storage.database import upsert
from storage.mapper import Mapper
from storage.memo import of
from storage.store import Store
from storage.tables.duty import draws

DRAW: Final = Mapper(Draw, columns={"order": "drawn"})
"""With its secret."""

OF_DRAWS: Final = of(draws)


def of_week(store: Store, segment: str, monday: date) -> Draw | None:
    """Returns a segment's draw of one week; without its secret until that is opened."""
    row = (store.execute(select(draws).where(*_this(segment, monday, store.office)))).one_or_none()
    return _draw(row) if row else None


def from_week(store: Store, segment: str, monday: date) -> Sequence[Draw]:
    """Returns a segment's draws from one week on, the earliest first."""
    where = (draws.c.office == store.office, draws.c.segment == segment, draws.c.monday >= monday.isoformat())
    return [_draw(row) for row in store.execute(select(draws).where(*where).order_by(draws.c.monday))]


def orders(store: Store, segment: str) -> dict[date, tuple[str, ...]]:
    """Returns the drawn orders that may count now, by Monday: the latest ones, of which one is next week's."""
    opened = (draws.c.office == store.office, draws.c.segment == segment, draws.c.opened_at.is_not(None))
    latest = select(draws.c.monday, draws.c.drawn).where(*opened).order_by(draws.c.monday.desc()).limit(3)
    return {date.fromisoformat(r.monday): tuple(r.drawn) for r in store.execute(latest)}


def announce(store: Store, draw: Draw, secret: str) -> bool:
    """Stores the promise; False if the week has one already, which stays as it is."""
    row = {**DRAW.write(draw), "office": store.office, "secret": secret}
    added = store.execute(upsert(store, draws).values(row).on_conflict_do_nothing())
    return added.rowcount == 1


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot, the salt that it is sealed with, its seal, and when it was thrown."""

    lot: int
    salt: str
    seal: str
    at: datetime


def throw(store: Store, segment: str, monday: date, who: str, lot: Lot) -> bool:
    """Adds somebody's lot; False, and nothing changes, if they have thrown one or the draw is opened."""
    this = _this(segment, monday, store.office)
    kept = select(draws.c.lots, draws.c.salts, draws.c.seals, draws.c.times)
    row = store.execute(kept.where(*this, draws.c.opened_at.is_(None)).with_for_update()).one_or_none()
    if row is None or who in row.lots:
        return False
    more = {"lots": lot.lot, "salts": lot.salt, "seals": lot.seal, "times": lot.at.isoformat()}
    values = {name: {**getattr(row, name), who: value} for name, value in more.items()}
    store.execute(update(draws).where(*this).values(values))
    return True


def ask(store: Store, draw: Draw, now: datetime) -> None:
    """Whoever throws for it was asked now."""
    this = _this(draw.segment, draw.monday, store.office)
    store.execute(update(draws).where(*this).values(asked_at=now))


def cast(store: Store, draw: Draw, thrown: str) -> None:
    """Stores the throw after the closing of the lots."""
    this = _this(draw.segment, draw.monday, store.office)
    store.execute(update(draws).where(*this, draws.c.opened_at.is_(None)).values(throw=thrown))


def to_throw_for(store: Store, who: str) -> Sequence[Draw]:
    """Returns the draws that wait for this person's throw, the first ones first."""
    mine = (draws.c.office == store.office, draws.c.thrower == who, draws.c.opened_at.is_(None))
    rows = select(draws).where(*mine, draws.c.throw.is_(None)).order_by(draws.c.draw_at, draws.c.segment)
    return [_draw(row) for row in store.execute(rows)]


def salts_of(store: Store, segment: str, monday: date) -> dict[str, str]:
    """Returns the salts, for the opening itself."""
    return dict(store.scalar(select(draws.c.salts).where(*_this(segment, monday, store.office))) or {})


def secret_of(store: Store, segment: str, monday: date) -> str:
    """Returns the secret, for the opening itself."""
    found = store.execute(select(draws.c.secret).where(*_this(segment, monday, store.office)))
    return str(found.scalar_one())


def reveal(store: Store, draw: Draw) -> bool:
    """Opens the secret and keeps the order that follows.

    False, and nothing changes, if somebody has done it before or thrown a lot since `draw` was read.
    """
    as_read = draws.c.opened_at.is_(None), draws.c.lots == dict(draw.lots)
    this = (*_this(draw.segment, draw.monday, store.office), *as_read)
    values = {"members": list(draw.members), "drawn": list(draw.order), "opened_at": draw.opened_at}
    return store.execute(update(draws).where(*this).values(values)).rowcount == 1


def everything(store: Store) -> Sequence[Draw]:
    """Returns all draws with their secrets, for whoever checks them and shows nothing."""
    rows = store.execute(
        select(draws).where(draws.c.office == store.office).order_by(draws.c.monday, draws.c.segment)
    )
    return [DRAW.read(row) for row in rows]


def _this(segment: str, monday: date, office: int) -> tuple[ColumnElement[bool], ...]:
    return draws.c.office == office, draws.c.segment == segment, draws.c.monday == monday.isoformat()


def _draw(row: Any) -> Draw:
    draw = DRAW.read(row)
    return draw if draw.opened_at else replace(draw, secret=None, salts={})
