"""The weekly draws: announced once, each lot thrown once, opened once, whoever else tries.

A secret leaves its row at the opening; before, only `secret_of` and `everything` read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, select, update

from leads.draws import Draw
from storage.database import upsert
from storage.mapper import Mapper
from storage.offices import FIRST
from storage.tables import draws

DRAW: Final = Mapper(Draw, columns={"order": "drawn"})
"""With its secret."""


def of_week(conn: Connection, segment: str, monday: date, office: int = FIRST) -> Draw | None:
    """A segment's draw of one week; without its secret until that is opened."""
    row = (conn.execute(select(draws).where(*_this(segment, monday, office)))).one_or_none()
    return _draw(row) if row else None


def from_week(conn: Connection, segment: str, monday: date, office: int = FIRST) -> Sequence[Draw]:
    """A segment's draws from one week on, the earliest first."""
    where = (draws.c.office == office, draws.c.segment == segment, draws.c.monday >= monday.isoformat())
    return [_draw(row) for row in conn.execute(select(draws).where(*where).order_by(draws.c.monday))]


def orders(conn: Connection, segment: str, office: int = FIRST) -> dict[date, tuple[str, ...]]:
    """The drawn orders that may count now, by Monday: the latest ones, of which one is next week's."""
    opened = (draws.c.office == office, draws.c.segment == segment, draws.c.opened_at.is_not(None))
    latest = select(draws.c.monday, draws.c.drawn).where(*opened).order_by(draws.c.monday.desc()).limit(3)
    return {date.fromisoformat(r.monday): tuple(r.drawn) for r in conn.execute(latest)}


def announce(conn: Connection, draw: Draw, secret: str, office: int = FIRST) -> bool:
    """Stores the promise; False if the week has one already, which stays as it is."""
    row = {**DRAW.write(draw), "office": office, "secret": secret}
    added = conn.execute(upsert(conn, draws).values(row).on_conflict_do_nothing())
    return added.rowcount == 1


def throw(conn: Connection, segment: str, monday: date, who: str, lot: int, office: int = FIRST) -> bool:
    """Adds somebody's lot; False, and nothing changes, if he has thrown one or the draw is opened."""
    this = _this(segment, monday, office)
    unopened = select(draws.c.lots).where(*this, draws.c.opened_at.is_(None)).with_for_update()
    lots = conn.scalar(unopened)
    if lots is None or who in lots:
        return False
    conn.execute(update(draws).where(*this).values(lots={**lots, who: lot}))
    return True


def secret_of(conn: Connection, segment: str, monday: date, office: int = FIRST) -> str:
    """For the opening itself."""
    found = conn.execute(select(draws.c.secret).where(*_this(segment, monday, office)))
    return str(found.scalar_one())


def reveal(conn: Connection, draw: Draw, office: int = FIRST) -> bool:
    """Opens the secret and keeps the order that follows.

    False, and nothing changes, if somebody has done it before or thrown a lot since `draw` was read.
    """
    as_read = draws.c.opened_at.is_(None), draws.c.lots == dict(draw.lots)
    this = (*_this(draw.segment, draw.monday, office), *as_read)
    values = {"members": list(draw.members), "drawn": list(draw.order), "opened_at": draw.opened_at}
    return conn.execute(update(draws).where(*this).values(values)).rowcount == 1


def everything(conn: Connection, office: int = FIRST) -> Sequence[Draw]:
    """All draws with their secrets, for whoever checks them and shows nothing."""
    rows = conn.execute(
        select(draws).where(draws.c.office == office).order_by(draws.c.monday, draws.c.segment)
    )
    return [DRAW.read(row) for row in rows]


def _this(segment: str, monday: date, office: int) -> tuple[ColumnElement[bool], ...]:
    return draws.c.office == office, draws.c.segment == segment, draws.c.monday == monday.isoformat()


def _draw(row: Any) -> Draw:
    draw = DRAW.read(row)
    return draw if draw.opened_at else replace(draw, secret=None)
