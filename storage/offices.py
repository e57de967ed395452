"""The office as rows: read as one value, written so that nothing of its history is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from leads import turns
from leads.office import Office, Origin, Person, Role, Segment, Shift
from leads.turns import Standing
from storage.agreed import agreed_shifts
from storage.office_codec import (
    office_from,
    office_settings,
    segment_from,
    segment_settings,
    shift_from,
    shift_settings,
)
from storage.tables import members, offices, people, segments, shifts

FIRST = 1  # the office of a program that serves one


class NoOfficeError(Exception):
    """No office has been set up in this database yet."""


async def lock(conn: AsyncConnection, office: int = FIRST) -> int:
    """Makes this transaction the only one that changes the office, and returns the version of its set-up."""
    version = await conn.scalar(select(offices.c.version).where(offices.c.id == office).with_for_update())
    if version is None:
        raise NoOfficeError
    return int(version)


async def version(conn: AsyncConnection, office: int = FIRST) -> int | None:
    """The version of the set-up, which grows with every change; None where there is no office."""
    return await conn.scalar(select(offices.c.version).where(offices.c.id == office))


async def read_office(conn: AsyncConnection, office: int = FIRST, *, since: datetime | None = None) -> Office:
    """The whole set-up, retired segments included, and the duty that people agreed on. Raises NoOfficeError.

    What was agreed for the weeks before `since` is left out.
    """
    row = (await conn.execute(select(offices).where(offices.c.id == office))).one_or_none()
    if row is None:
        raise NoOfficeError
    found = replace(
        office_from(row.name, row.settings),
        people=await _read_people(conn, office),
        segments=await _read_segments(conn, office),
        shifts=await _read_shifts(conn, office),
    )
    return replace(found, shifts=(*found.shifts, *await agreed_shifts(conn, found, office, since)))


async def _read_people(conn: AsyncConnection, office: int) -> tuple[Person, ...]:
    rows = await conn.execute(
        select(people).where(people.c.office == office, people.c.active).order_by(people.c.position)
    )
    return tuple(
        Person(r.id, r.name, tuple(Role(x) for x in r.roles), r.telegram_id, r.weight, r.capacity, r.locale)
        for r in rows
    )


async def _read_segments(conn: AsyncConnection, office: int) -> tuple[Segment, ...]:
    belongs = await conn.execute(
        select(members.c.segment, members.c.person)
        .where(members.c.office == office)
        .order_by(members.c.position)
    )
    of: dict[str, list[str]] = {}
    for segment, person in belongs:
        of.setdefault(segment, []).append(person)
    rows = await conn.execute(
        select(segments)
        .where(segments.c.office == office)
        .order_by(segments.c.active.desc(), segments.c.position, segments.c.id)
    )
    return tuple(segment_from(r.id, r.name, r.settings, tuple(of.get(r.id, ())), r.active) for r in rows)


async def _read_shifts(conn: AsyncConnection, office: int) -> tuple[Shift, ...]:
    rows = await conn.execute(select(shifts).where(shifts.c.office == office).order_by(shifts.c.id))
    return tuple(shift_from(r.segment, r.person, r.settings) for r in rows)


async def write_office(conn: AsyncConnection, office: Office, id: int = FIRST) -> None:
    """Makes the stored office be this one. Who and what is missing is retired, never deleted.

    Balances and places in the line stay, and so does the duty that people agreed on; a new member starts level
    with the team.
    """
    values = {"name": office.name, "settings": office_settings(office)}
    if await version(conn, id) is None:
        await conn.execute(insert(offices).values(id=id, **values))
    else:
        await lock(conn, id)
        await conn.execute(
            update(offices).where(offices.c.id == id).values(version=offices.c.version + 1, **values)
        )
    await _write_people(conn, office, id)
    await _write_segments(conn, office, id)
    await conn.execute(delete(shifts).where(shifts.c.office == id))
    for shift in (shift for shift in office.shifts if shift.origin is Origin.FILE):
        await conn.execute(
            insert(shifts).values(
                office=id, segment=shift.segment, person=shift.who, settings=shift_settings(shift)
            )
        )


async def _write_people(conn: AsyncConnection, office: Office, id: int) -> None:
    known = {r.id: r.telegram_id for r in await conn.execute(select(people).where(people.c.office == id))}
    await conn.execute(
        update(people)
        .where(people.c.office == id, people.c.id.not_in([p.id for p in office.people]))
        .values(active=False)
    )
    taken = [p.telegram_id for p in office.people if p.telegram_id]
    await conn.execute(
        update(people).where(people.c.office == id, people.c.telegram_id.in_(taken)).values(telegram_id=None)
    )
    for position, person in enumerate(office.people):
        values = {
            "position": position,
            "name": person.name,
            # an invitation may have connected somebody whom the file knows without an id
            "telegram_id": person.telegram_id
            or (known.get(person.id) if known.get(person.id) not in taken else None),
            "roles": list(person.roles),
            "weight": person.weight,
            "capacity": person.capacity,
            "locale": person.locale,
            "active": True,
        }
        if person.id in known:
            await conn.execute(
                update(people).where(people.c.office == id, people.c.id == person.id).values(values)
            )
        else:
            await conn.execute(insert(people).values(office=id, id=person.id, **values))


async def _write_segments(conn: AsyncConnection, office: Office, id: int) -> None:
    known = set(await conn.scalars(select(segments.c.id).where(segments.c.office == id)))
    wanted = {s.id for s in office.segments if not s.retired}
    for gone in known - wanted:
        await conn.execute(
            update(segments).where(segments.c.office == id, segments.c.id == gone).values(active=False)
        )
        await _write_members(conn, id, gone, ())
    for position, segment in enumerate(s for s in office.segments if not s.retired):
        values = {
            "position": position,
            "name": segment.name,
            "settings": segment_settings(segment),
            "active": True,
        }
        where = (segments.c.office == id, segments.c.id == segment.id)
        if segment.id in known:
            await conn.execute(update(segments).where(*where).values(values))
        else:
            await conn.execute(insert(segments).values(office=id, id=segment.id, **values))
        await _write_members(conn, id, segment.id, segment.members)


async def _write_members(conn: AsyncConnection, office: int, segment: str, wanted: tuple[str, ...]) -> None:
    standings = await read_standings(conn, office, segment)
    before = list(standings)
    for who in before:  # in the segment's order, so that the same load always gives the same balances
        if who not in wanted:
            turns.leave(standings, who)
    for who in wanted:
        if who not in before:
            turns.join(standings, who)
    await conn.execute(delete(members).where(members.c.office == office, members.c.segment == segment))
    for position, who in enumerate(wanted):
        row = {"position": position, "credit": standings[who].credit, "ticket": standings[who].ticket}
        await conn.execute(insert(members).values(office=office, segment=segment, person=who, **row))


async def join_segment(conn: AsyncConnection, segment: Segment, who: str, office: int = FIRST) -> None:
    """One more member, level with the team and at the end of the line."""
    await _write_members(conn, office, segment.id, (*segment.members, who))


async def read_standings(conn: AsyncConnection, office: int, segment: str) -> dict[str, Standing]:
    """The members of a segment with their balances and places, in the segment's order."""
    rows = await conn.execute(
        select(members.c.person, members.c.credit, members.c.ticket)
        .where(members.c.office == office, members.c.segment == segment)
        .order_by(members.c.position)
    )
    return {person: Standing(credit, ticket) for person, credit, ticket in rows}


async def take_number(conn: AsyncConnection, office: int = FIRST) -> int:
    """The next lead's number; without gaps, for it is taken in the transaction of the hand-over."""
    number = await conn.scalar(
        update(offices)
        .where(offices.c.id == office)
        .values(next_number=offices.c.next_number + 1)
        .returning(offices.c.next_number - 1)
    )
    if number is None:
        raise NoOfficeError
    return int(number)


async def write_ticket(
    conn: AsyncConnection, segment: str, who: str, ticket: int, office: int = FIRST
) -> None:
    """A member's new place in the line."""
    member = (members.c.office == office, members.c.segment == segment, members.c.person == who)
    await conn.execute(update(members).where(*member).values(ticket=ticket))


async def ensure_office(conn: AsyncConnection, name: str, segment: str, id: int = FIRST) -> None:
    """An empty database gets an office with one segment for everything, to be set up later."""
    if await version(conn, id) is None:
        office = Office(name, ZoneInfo("Europe/Moscow"), segments=(Segment("all", segment),))
        await write_office(conn, office, id)
