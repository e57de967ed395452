"""The office as rows, read as one value. How it is written: `storage.set_up`."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Integer,
    Row,
    Text,
    bindparam,
    cast,
    func,
    null,
    select,
    type_coerce,
    union_all,
    update,
)

from leads.office import Office, Person, Role, Segment, Shift
from leads.rates import Record
from leads.turns import Standing, Team
from storage.duty import agreed_shifts
from storage.memo import of, once
from storage.office_codec import office_from, own_hours_from, segment_from, shift_from
from storage.store import Mark, Store
from storage.tables.office import members, offices, people, records, segments, shifts


class NoOfficeError(Exception):
    """No office has been set up in this database yet."""


def lock(store: Store) -> int:
    """Makes this transaction the only one that changes the office, and returns the version of its set-up."""
    version = store.scalar(_LOCK, {"of": store.office})
    if version is None:
        raise NoOfficeError
    return int(version)


def loaded(store: Store) -> dict[str, Any] | None:
    """Returns the set-up as the last office file left it; None where none was loaded,
    or by a program that kept no note.
    """
    found: dict[str, Any] | None = store.scalar(select(offices.c.loaded).where(offices.c.id == store.office))
    return found


def keep_loaded(store: Store, set_up: Mapping[str, Any]) -> None:
    store.execute(update(offices).where(offices.c.id == store.office).values(loaded=dict(set_up)))


def setting_up(store: Store) -> str | None:
    """Returns the step of /setup at which the office stands; None: nobody is just setting it up."""
    found: str | None = store.scalar(select(offices.c.setting_up).where(offices.c.id == store.office))
    return found


def keep_setting_up(store: Store, step: str | None) -> None:
    store.execute(update(offices).where(offices.c.id == store.office).values(setting_up=step))


def write_nothing(store: Store) -> None:
    """Writes and changes nothing: it fails where nothing can be written."""
    store.execute(update(offices).where(offices.c.id == store.office).values(version=offices.c.version))


def grow(store: Store, **values: Any) -> None:
    """Notes that the set-up has changed: its version grows, with these columns. It has to be sealed now."""
    store.marks.update({Mark.SET_UP_CHANGED, Mark.UNSEALED})
    grown = {"version": offices.c.version + 1, **values}
    store.execute(update(offices).where(offices.c.id == store.office).values(grown))


def version(store: Store) -> int | None:
    """Returns the version of the set-up, which grows with every change; None where there is no office."""
    return store.scalar(_VERSION, {"of": store.office})


# what every transaction asks first is built once
_VERSION = select(offices.c.version).where(offices.c.id == bindparam("of"))
_LOCK = _VERSION.with_for_update()


def read_office(store: Store, *, since: datetime | None = None) -> Office:
    """Reads the whole set-up, retired segments included, and the duty that people agreed on. Raises NoOfficeError.

    What was agreed for the weeks before `since` is left out.
    """
    row = store.execute(select(offices).where(offices.c.id == store.office)).one_or_none()
    if row is None:
        raise NoOfficeError
    found = replace(
        office_from(row.name, row.settings),
        people=_read_people(store),
        segments=_read_segments(store),
        shifts=_read_shifts(store),
    )
    return replace(found, shifts=(*found.shifts, *agreed_shifts(store, found, since)))


def _read_people(store: Store) -> tuple[Person, ...]:
    rows = store.execute(
        select(people).where(people.c.office == store.office, people.c.active).order_by(people.c.position)
    )
    return tuple(_person(row) for row in rows)


def _person(row: Row[Any]) -> Person:
    hours, rota = own_hours_from(row.hours)
    roles = tuple(Role(role) for role in row.roles)
    return Person(
        row.id, row.name, roles, row.telegram_id, row.weight, row.capacity, row.locale, hours=hours, rota=rota
    )


def _read_segments(store: Store) -> tuple[Segment, ...]:
    belongs = store.execute(
        select(members.c.segment, members.c.person)
        .where(members.c.office == store.office)
        .order_by(members.c.position)
    )
    of: dict[str, list[str]] = {}
    for segment, person in belongs:
        of.setdefault(segment, []).append(person)
    rows = store.execute(
        select(segments)
        .where(segments.c.office == store.office)
        .order_by(segments.c.active.desc(), segments.c.position, segments.c.id)
    )
    return tuple(segment_from(r.id, r.name, r.settings, tuple(of.get(r.id, ())), r.active) for r in rows)


def place_of(store: Store, segment: str) -> int:
    """Returns where it stands among the segments, from 0; of a retired one, where it stood last."""
    where = (segments.c.office == store.office, segments.c.id == segment)
    return store.scalar(select(segments.c.position).where(*where)) or 0


def _read_shifts(store: Store) -> tuple[Shift, ...]:
    rows = store.execute(select(shifts).where(shifts.c.office == store.office).order_by(shifts.c.id))
    return tuple(shift_from(r.segment, r.person, r.settings) for r in rows)


def read_standings(store: Store, segment: str) -> Team:
    """Reads the members of a segment with their balances and places, in the segment's order."""
    rows = _rows_of(store, segment)
    own = next((row for row in rows if row.moment is not None), None)
    found = sorted((row for row in rows if row.position is not None), key=lambda row: row.position)
    return Team(
        {row.person: Standing(row.credit, row.ticket, row.since) for row in found},
        own.moment if own else 0,
        [(moment, furthest) for moment, furthest in json.loads(own.drawings)] if own else (),
    )


def read_elsewhere(store: Store, segment: str) -> dict[str, int]:
    """Reads what the members of a segment are owed in all others, in units; those to whom that is nothing left out.

    A segment that was retired has no members, and so no balances.
    """
    found = [row for row in _rows_of(store, segment) if row.elsewhere]
    return {row.person: sum(map(int, row.elsewhere.split())) for row in found}


def read_records(store: Store, segment: str) -> dict[str, Record]:
    """Reads what came of the segment's leads, by whoever held them."""
    found = [row for row in _rows_of(store, segment) if row.won is not None]
    return {row.person: Record(row.won, row.lost) for row in sorted(found, key=lambda row: row.person)}


_NO_NUMBER, _NO_TEXT = cast(null(), Integer), cast(null(), Text)
_others = members.alias()
ELSEWHERE = (  # balances have too many digits for a sum of the database's
    select(func.aggregate_strings(type_coerce(_others.c.credit, Text), " "))
    .where(_others.c.office == members.c.office, _others.c.person == members.c.person)
    .where(_others.c.segment != members.c.segment)
    .scalar_subquery()
)
_ROWS_OF_A_SEGMENT = union_all(
    select(
        *(members.c.person, members.c.credit, members.c.ticket, members.c.position, members.c.since),
        *(_NO_NUMBER.label("won"), _NO_NUMBER.label("lost"), ELSEWHERE.label("elsewhere")),
        *(_NO_NUMBER.label("moment"), _NO_TEXT.label("drawings")),
    ).where(members.c.office == bindparam("of"), members.c.segment == bindparam("segment")),
    select(
        *(records.c.person, _NO_TEXT, _NO_NUMBER, _NO_NUMBER, _NO_NUMBER),
        *(records.c.won, records.c.lost, _NO_TEXT),
        *(_NO_NUMBER, _NO_TEXT),
    ).where(records.c.office == bindparam("of"), records.c.segment == bindparam("segment")),
    select(
        *(segments.c.id, _NO_TEXT, _NO_NUMBER, _NO_NUMBER, _NO_NUMBER),
        *(_NO_NUMBER, _NO_NUMBER, _NO_TEXT),
        *(segments.c.moment, type_coerce(segments.c.drawings, Text)),
    ).where(segments.c.office == bindparam("of"), segments.c.id == bindparam("segment")),
)


def segment_key(store: Store, segment: str) -> Hashable:
    """Returns what these rows are kept under, for whoever reads them along with others."""
    return "segment", store.office, segment


def _rows_of(store: Store, segment: str) -> Sequence[Row[Any]]:
    """Members, with their balances and places, records, and what has become of the team. Asked once a transaction."""
    wanted = {"of": store.office, "segment": segment}
    return once(
        store,
        segment_key(store, segment),
        of(members, records, segments),
        lambda: store.execute(_ROWS_OF_A_SEGMENT, wanted).all(),
    )


def take_number(store: Store) -> int:
    """Returns the next lead's number; without gaps, for it is taken in the transaction of the hand-over."""
    number = store.scalar(_TAKE_NUMBER, {"of": store.office})
    if number is None:
        raise NoOfficeError
    return int(number)


_TAKE_NUMBER = (
    update(offices)
    .where(offices.c.id == bindparam("of"))
    .values(next_number=offices.c.next_number + 1)
    .returning(offices.c.next_number - 1)
)
