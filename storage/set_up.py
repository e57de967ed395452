"""The office as it is set up, written so that nothing of its history is lost; changes of teams are in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from leads import teams
from leads.entries.kinds import Entry
from leads.office import Office, Origin, Person, Segment
from leads.turns import Standing
from storage import ledger
from storage.office_codec import office_settings, segment_settings, shift_settings
from storage.offices import FIRST, NoOfficeError, grow, lock, read_office, read_standings, version
from storage.redrawing import redraw_what_changed
from storage.sealing import seal
from storage.tables import members, offices, people, segments, shifts


async def write_office(
    conn: AsyncConnection, office: Office, now: datetime, id: int = FIRST, *, admins: Collection[int] = ()
) -> None:
    """Makes the stored office be this one. Who and what is missing is retired, never deleted.

    `admins`: the accounts of ADMIN_IDS. Whoever has no role but theirs is no part of the set-up, and stays.

    Balances and places in the line stay, and so does the duty that people agreed on; a new member starts level
    with the team (`leads.teams`).
    """
    before = await _grow(conn, office, id)
    entries = teams.weigh(await _weights(conn, id), office.people)
    await _write_people(conn, office, id)
    entries += await _write_segments(conn, office, before, id)
    await ledger.append(conn, entries, now, id)
    await conn.execute(delete(shifts).where(shifts.c.office == id))
    for shift in (shift for shift in office.shifts if shift.origin is Origin.FILE):
        row = {"segment": shift.segment, "person": shift.who, "settings": shift_settings(shift)}
        await conn.execute(insert(shifts).values(office=id, **row))
    await seal(conn, now, id)
    if before:
        await redraw_what_changed(conn, before, await read_office(conn, id), now, id, admins)


async def switch_scheme(
    conn: AsyncConnection,
    segment: Segment,
    scheme: str,
    now: datetime,
    id: int = FIRST,
    *,
    by: str | None = None,
) -> Sequence[Entry]:
    """Another scheme takes over one segment. Every balance and every place in the line goes on.

    Returns what the ledger says of it: nothing where it is the same.
    """
    stored = await _settings(conn, segment, id)
    standings = await read_standings(conn, id, segment.id)
    entries = teams.switch(segment.id, standings, stored["scheme"], scheme, by)
    if entries:
        await _write_members(conn, id, segment.id, standings)
        await _change(conn, segment, {**stored, "scheme": scheme}, entries, now, id)
    return entries


async def set_reserve(
    conn: AsyncConnection,
    segment: Segment,
    reserve: str | None,
    now: datetime,
    id: int = FIRST,
    *,
    by: str | None = None,
) -> Sequence[Entry]:
    """What decides where the segment's scheme has nothing to say; None: nothing does. Returns as `switch_scheme`."""
    stored = await _settings(conn, segment, id)
    entries = teams.change_reserve(segment.id, stored.get("reserve"), reserve, by)
    if entries:
        await _change(conn, segment, {**stored, "reserve": reserve}, entries, now, id)
    return entries


async def _settings(conn: AsyncConnection, segment: Segment, id: int) -> Mapping[str, Any]:
    """What is stored, not what `segment` says: somebody else may have switched it meanwhile. Locks the office."""
    await lock(conn, id)
    where = (segments.c.office == id, segments.c.id == segment.id)
    settings: Mapping[str, Any] = await conn.scalar(select(segments.c.settings).where(*where)) or {}
    return settings


async def _change(
    conn: AsyncConnection,
    segment: Segment,
    settings: Mapping[str, Any],
    entries: Sequence[Entry],
    now: datetime,
    id: int,
) -> None:
    where = (segments.c.office == id, segments.c.id == segment.id)
    await conn.execute(update(segments).where(*where).values(settings=settings))
    await grow(conn, id)
    await ledger.append(conn, entries, now, id)
    await seal(conn, now, id)


async def join_segment(
    conn: AsyncConnection, segment: Segment, who: str, now: datetime, id: int = FIRST
) -> None:
    """One more member, level with the team and at the end of the line; a member already stays as he is."""
    standings = await read_standings(conn, id, segment.id)
    if who in standings:
        return
    entry = teams.join(segment.id, standings, who)
    await _write_members(conn, id, segment.id, standings)
    await ledger.append(conn, [entry], now, id)


async def ensure_office(
    conn: AsyncConnection, name: str, segment: str, now: datetime, id: int = FIRST
) -> None:
    """An empty database gets an office with one segment for everything, to be set up later."""
    if await version(conn, id) is None:
        office = Office(name, ZoneInfo("Europe/Moscow"), segments=(Segment("all", segment),))
        await write_office(conn, office, now, id)


async def write_tickets(
    conn: AsyncConnection, segment: str, standings: Mapping[str, Standing], id: int = FIRST
) -> None:
    """The members' places in the line."""
    for who, standing in standings.items():
        member = (members.c.office == id, members.c.segment == segment, members.c.person == who)
        changed = members.c.ticket != standing.ticket
        await conn.execute(update(members).where(*member, changed).values(ticket=standing.ticket))


async def _grow(conn: AsyncConnection, office: Office, id: int) -> Office | None:
    """The office's own row, one version on; returns what was stored before."""
    values = {"name": office.name, "settings": office_settings(office)}
    try:
        await lock(conn, id)  # before anything is read: two may load a file at once
    except NoOfficeError:
        await conn.execute(insert(offices).values(id=id, **values))
        return None
    before = await read_office(conn, id)
    await grow(conn, id, **values)
    return before


async def _weights(conn: AsyncConnection, id: int) -> dict[str, float]:
    """Everybody's who was ever in the office."""
    rows = await conn.execute(select(people.c.id, people.c.weight).where(people.c.office == id))
    return {r.id: r.weight for r in rows}


async def _write_people(conn: AsyncConnection, office: Office, id: int) -> None:
    rows = list(await conn.execute(select(people).where(people.c.office == id)))
    known = {r.id: r.telegram_id for r in rows}
    gone = [r.id for r in rows if r.roles and not office.has(r.id)]
    await conn.execute(
        update(people).where(people.c.office == id, people.c.id.in_(gone)).values(active=False)
    )
    taken = [p.telegram_id for p in office.people if p.telegram_id]
    theirs = (people.c.office == id, people.c.telegram_id.in_(taken))
    await conn.execute(update(people).where(*theirs).values(telegram_id=None))
    for position, person in enumerate(office.people):
        # an invitation may have connected somebody whom the file knows without an id
        linked = known.get(person.id) if known.get(person.id) not in taken else None
        account = person.telegram_id or linked
        values = _person_row(person, position) | {"telegram_id": account}
        if account != known.get(person.id):
            values |= {"reachable": True}  # that the old one had blocked the bot says nothing of this one
        if person.id in known:
            here = (people.c.office == id, people.c.id == person.id)
            await conn.execute(update(people).where(*here).values(values))
        else:
            await conn.execute(insert(people).values(office=id, id=person.id, **values))


def _person_row(person: Person, position: int) -> dict[str, Any]:
    return {
        "position": position,
        "name": person.name,
        "roles": list(person.roles),
        "weight": person.weight,
        "capacity": person.capacity,
        "locale": person.locale,
        "active": True,
    }


async def _write_segments(
    conn: AsyncConnection, office: Office, before: Office | None, id: int
) -> list[Entry]:
    known = {s.id: s for s in before.segments} if before else {}
    wanted = [s for s in office.segments if not s.retired]
    entries: list[Entry] = []
    for gone in (s for s in known.values() if s.id not in {w.id for w in wanted}):
        retired = update(segments).where(segments.c.office == id, segments.c.id == gone.id)
        await conn.execute(retired.values(active=False))
        entries += await _set_members(conn, id, gone, None)
    for position, segment in enumerate(wanted):
        values = {"position": position, "name": segment.name, "settings": segment_settings(segment)}
        where = (segments.c.office == id, segments.c.id == segment.id)
        if segment.id in known:
            await conn.execute(update(segments).where(*where).values(active=True, **values))
        else:
            await conn.execute(insert(segments).values(office=id, id=segment.id, active=True, **values))
        entries += await _set_members(conn, id, known.get(segment.id), segment)
    return entries


async def _set_members(
    conn: AsyncConnection, office: int, before: Segment | None, after: Segment | None
) -> list[Entry]:
    """The segment's team as it is from now on; the order of `after` is the segment's order."""
    segment = after or before
    if segment is None:
        return []
    standings = await read_standings(conn, office, segment.id)
    entries = teams.switch(segment.id, standings, before.scheme if before else None, segment.scheme)
    entries += teams.change_reserve(segment.id, before.reserve if before else None, segment.reserve)
    wanted = after.members if after else ()
    entries += teams.set_members(segment.id, standings, wanted)
    await _write_members(conn, office, segment.id, {who: standings[who] for who in wanted})
    return entries


async def _write_members(
    conn: AsyncConnection, office: int, segment: str, standings: Mapping[str, Standing]
) -> None:
    await conn.execute(delete(members).where(members.c.office == office, members.c.segment == segment))
    for position, (who, standing) in enumerate(standings.items()):
        row = {"position": position, "credit": standing.credit, "ticket": standing.ticket}
        await conn.execute(insert(members).values(office=office, segment=segment, person=who, **row))
