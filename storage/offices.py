"""The office as rows, read as one value. How it is written: `storage.set_up`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, null, select, union_all, update

from leads.office import Office, Person, Role, Segment, Shift
from leads.rates import Record
from leads.turns import Standing
from storage.agreed import agreed_shifts
from storage.database import SET_UP_MOVED
from storage.memo import once
from storage.office_codec import office_from, segment_from, shift_from
from storage.tables import members, offices, people, records, segments, shifts

FIRST = 1  # the office of a program that serves one


class NoOfficeError(Exception):
    """No office has been set up in this database yet."""


def lock(conn: Connection, office: int = FIRST) -> int:
    """Makes this transaction the only one that changes the office, and returns the version of its set-up."""
    version = conn.scalar(_LOCK, {"of": office})
    if version is None:
        raise NoOfficeError
    return int(version)


def loaded(conn: Connection, office: int = FIRST) -> dict[str, Any] | None:
    """The set-up as the last office file left it; None where none was loaded, or by a program that kept no note."""
    found: dict[str, Any] | None = conn.scalar(select(offices.c.loaded).where(offices.c.id == office))
    return found


def keep_loaded(conn: Connection, set_up: Mapping[str, Any], office: int = FIRST) -> None:
    conn.execute(update(offices).where(offices.c.id == office).values(loaded=dict(set_up)))


def write_nothing(conn: Connection, office: int = FIRST) -> None:
    """A write that changes nothing: it fails where nothing can be written."""
    conn.execute(update(offices).where(offices.c.id == office).values(version=offices.c.version))


def grow(conn: Connection, office: int = FIRST, **values: Any) -> None:
    """The set-up has changed: its version grows, with these columns of the office. It has to be sealed now."""
    conn.info[SET_UP_MOVED] = True
    grown = {"version": offices.c.version + 1, **values}
    conn.execute(update(offices).where(offices.c.id == office).values(grown))


def version(conn: Connection, office: int = FIRST) -> int | None:
    """The version of the set-up, which grows with every change; None where there is no office."""
    return conn.scalar(_VERSION, {"of": office})


# what every transaction asks first is built once
_VERSION = select(offices.c.version).where(offices.c.id == bindparam("of"))
_LOCK = _VERSION.with_for_update()


def read_office(conn: Connection, office: int = FIRST, *, since: datetime | None = None) -> Office:
    """The whole set-up, retired segments included, and the duty that people agreed on. Raises NoOfficeError.

    What was agreed for the weeks before `since` is left out.
    """
    row = conn.execute(select(offices).where(offices.c.id == office)).one_or_none()
    if row is None:
        raise NoOfficeError
    found = replace(
        office_from(row.name, row.settings),
        people=_read_people(conn, office),
        segments=_read_segments(conn, office),
        shifts=_read_shifts(conn, office),
    )
    return replace(found, shifts=(*found.shifts, *agreed_shifts(conn, found, office, since)))


def _read_people(conn: Connection, office: int) -> tuple[Person, ...]:
    rows = conn.execute(
        select(people).where(people.c.office == office, people.c.active).order_by(people.c.position)
    )
    return tuple(
        Person(r.id, r.name, tuple(Role(x) for x in r.roles), r.telegram_id, r.weight, r.capacity, r.locale)
        for r in rows
    )


def _read_segments(conn: Connection, office: int) -> tuple[Segment, ...]:
    belongs = conn.execute(
        select(members.c.segment, members.c.person)
        .where(members.c.office == office)
        .order_by(members.c.position)
    )
    of: dict[str, list[str]] = {}
    for segment, person in belongs:
        of.setdefault(segment, []).append(person)
    rows = conn.execute(
        select(segments)
        .where(segments.c.office == office)
        .order_by(segments.c.active.desc(), segments.c.position, segments.c.id)
    )
    return tuple(segment_from(r.id, r.name, r.settings, tuple(of.get(r.id, ())), r.active) for r in rows)


def _read_shifts(conn: Connection, office: int) -> tuple[Shift, ...]:
    rows = conn.execute(select(shifts).where(shifts.c.office == office).order_by(shifts.c.id))
    return tuple(shift_from(r.segment, r.person, r.settings) for r in rows)


def read_standings(conn: Connection, office: int, segment: str) -> dict[str, Standing]:
    """The members of a segment with their balances and places, in the segment's order."""
    found = [row for row in _rows_of(conn, office, segment) if row.position is not None]
    return {
        row.person: Standing(row.credit, row.ticket) for row in sorted(found, key=lambda row: row.position)
    }


def read_records(conn: Connection, segment: str, office: int = FIRST) -> dict[str, Record]:
    """What came of the segment's leads, by whoever held them."""
    found = [row for row in _rows_of(conn, office, segment) if row.won is not None]
    return {row.person: Record(row.won, row.lost) for row in sorted(found, key=lambda row: row.person)}


_NOTHING = null()
_ROWS_OF_A_SEGMENT = union_all(
    select(
        *(members.c.person, members.c.credit, members.c.ticket, members.c.position),
        *(_NOTHING.label("won"), _NOTHING.label("lost")),
    ).where(members.c.office == bindparam("of"), members.c.segment == bindparam("segment")),
    select(
        *(records.c.person, _NOTHING, _NOTHING, _NOTHING),
        *(records.c.won, records.c.lost),
    ).where(records.c.office == bindparam("of"), records.c.segment == bindparam("segment")),
)


def _rows_of(conn: Connection, office: int, segment: str) -> Sequence[Row[Any]]:
    """Members, with their balances and places, and records. Asked once a transaction."""
    wanted = {"of": office, "segment": segment}
    return once(conn, ("segment", office, segment), lambda: conn.execute(_ROWS_OF_A_SEGMENT, wanted).all())


def take_number(conn: Connection, office: int = FIRST) -> int:
    """The next lead's number; without gaps, for it is taken in the transaction of the hand-over."""
    number = conn.scalar(_TAKE_NUMBER, {"of": office})
    if number is None:
        raise NoOfficeError
    return int(number)


_TAKE_NUMBER = (
    update(offices)
    .where(offices.c.id == bindparam("of"))
    .values(next_number=offices.c.next_number + 1)
    .returning(offices.c.next_number - 1)
)
