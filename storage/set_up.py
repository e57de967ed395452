"""The office as it is set up, written so that nothing of its history is lost; changes of teams are in the ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select, update

from leads import teams
from leads.draws import week_of
from leads.entries.kinds import Entry
from leads.office import Office, Origin, Person, Role, Segment
from leads.recipients import News, recipients
from leads.rights import Right, headed_by, may
from leads.turns import Standing, Team
from storage import cards, cases, draws, duty, hooks, ledger, lying_drafts, personal
from storage.kinds import CardKind, Change
from storage.moving import Move, deal, moved
from storage.office_codec import office_settings, own_hours, segment_settings, shift_settings
from storage.offices import (
    NoOfficeError,
    grow,
    keep_setting_up,
    lock,
    read_office,
    read_standings,
    version,
)
from storage.people import by_ids, connected
from storage.sealing import seal
from storage.store import Store
from storage.tables.office import members, offices, people, segments, shifts


def write_office(
    store: Store,
    office: Office,
    now: datetime,
    *,
    admins: Collection[int] = (),
    by: str | None = None,
) -> None:
    """Makes the stored office be this one. Who and what is missing is retired, never deleted.

    `admins`: the accounts of ADMIN_IDS. Whoever has no role but theirs is no part of the set-up, and stays. `by`: who
    does it; None: an office file.

    Balances and places in the line stay, and so does the duty that people agreed on; a new member starts level
    with the team (`leads.teams`).
    """
    before = _grow(store, office)
    entries = teams.weigh(_weights(store), office.people)
    _write_people(store, office)
    entries += _write_segments(store, office, before, by)
    ledger.append(store, entries, now)
    store.execute(delete(shifts).where(shifts.c.office == store.office))
    for shift in (shift for shift in office.shifts if shift.origin is Origin.FILE):
        row = {"segment": shift.segment, "person": shift.who, "settings": shift_settings(shift)}
        store.execute(insert(shifts).values(office=store.office, **row))
    if (before.hooks if before else ()) != office.hooks:
        hooks.follow(store, [hook.url for hook in office.hooks])
    seal(store, now, by)
    if before:
        redraw_what_changed(store, before, read_office(store), now, admins)
        lying_drafts.replan(store, before, office, now)


def switch_scheme(
    store: Store,
    segment: Segment,
    scheme: str,
    now: datetime,
    *,
    by: str | None = None,
) -> Sequence[Entry]:
    """Another scheme takes over one segment. Every balance and every place in the line goes on.

    Returns what the ledger says of it: nothing where it is the same.
    """
    stored = _settings(store, segment)
    standings = read_standings(store, segment.id)
    entries = teams.switch(segment.id, standings, stored["scheme"], scheme, by)
    if entries:
        _write_members(store, segment.id, standings)
        _change(store, segment, {**stored, "scheme": scheme}, entries, now, by)
    return entries


def set_reserve(
    store: Store,
    segment: Segment,
    reserve: str | None,
    now: datetime,
    *,
    by: str | None = None,
) -> Sequence[Entry]:
    """Sets what decides where the segment's scheme has nothing to say; None: nothing does.

    Returns as `switch_scheme`.
    """
    stored = _settings(store, segment)
    entries = teams.change_reserve(segment.id, stored.get("reserve"), reserve, by)
    if entries:
        _change(store, segment, {**stored, "reserve": reserve}, entries, now, by)
    return entries


def _settings(store: Store, segment: Segment) -> Mapping[str, Any]:
    """What is stored, not what `segment` says: somebody else may have switched it meanwhile. Locks the office."""
    lock(store)
    where = (segments.c.office == store.office, segments.c.id == segment.id)
    settings: Mapping[str, Any] = store.scalar(select(segments.c.settings).where(*where)) or {}
    return settings


def _change(
    store: Store,
    segment: Segment,
    settings: Mapping[str, Any],
    entries: Sequence[Entry],
    now: datetime,
    by: str | None,
) -> None:
    where = (segments.c.office == store.office, segments.c.id == segment.id)
    store.execute(update(segments).where(*where).values(settings=settings))
    grow(store)
    ledger.append(store, entries, now)
    seal(store, now, by)


def join_segment(store: Store, segment: Segment, who: str, now: datetime) -> None:
    """A segment gets one more member, level with the team and at the end of the line;
    a member already stays as they are.
    """
    standings = read_standings(store, segment.id)
    if who in standings:
        return
    entry = teams.join(segment.id, standings, who)
    _write_members(store, segment.id, standings)
    ledger.append(store, [entry], now)


def ensure_office(store: Store, name: str, segment: str, now: datetime, step: str | None = None) -> None:
    """An empty database gets an office with one segment for everything, to be set up later: `step` is the first."""
    if version(store) is None:
        office = Office(name, ZoneInfo("Europe/Moscow"), segments=(Segment("all", segment),))
        write_office(store, office, now)
        keep_setting_up(store, step)


def write_tickets(store: Store, segment: str, standings: Mapping[str, Standing]) -> None:
    """Stores the members' places in the line."""
    for who, standing in standings.items():
        member = (members.c.office == store.office, members.c.segment == segment, members.c.person == who)
        changed = members.c.ticket != standing.ticket
        store.execute(update(members).where(*member, changed).values(ticket=standing.ticket))


def _grow(store: Store, office: Office) -> Office | None:
    """The office's own row, one version on; returns what was stored before."""
    values = {"name": office.name, "settings": office_settings(office)}
    try:
        lock(store)  # before anything is read: two may load a file at once
    except NoOfficeError:
        store.execute(insert(offices).values(id=store.office, **values))
        return None
    before = read_office(store)
    grow(store, **values)
    return before


def _weights(store: Store) -> dict[str, float]:
    """Everybody's who was ever in the office."""
    rows = store.execute(select(people.c.id, people.c.weight).where(people.c.office == store.office))
    return {r.id: r.weight for r in rows}


def _write_people(store: Store, office: Office) -> None:
    rows = list(store.execute(select(people).where(people.c.office == store.office)))
    known = {r.id: r.telegram_id for r in rows}
    gone = [r.id for r in rows if r.roles and not office.has(r.id)]
    store.execute(
        update(people).where(people.c.office == store.office, people.c.id.in_(gone)).values(active=False)
    )
    taken = [p.telegram_id for p in office.people if p.telegram_id]
    theirs = (people.c.office == store.office, people.c.telegram_id.in_(taken))
    store.execute(update(people).where(*theirs).values(telegram_id=None))
    for position, person in enumerate(office.people):
        # an invitation may have connected somebody whom the file knows without an id
        linked = known.get(person.id) if known.get(person.id) not in taken else None
        account = person.telegram_id or linked
        values = _person_row(person, position) | {"telegram_id": account}
        if account != known.get(person.id):
            values |= {"reachable": True}  # that the old one had blocked the bot says nothing of this one
        if person.id in known:
            here = (people.c.office == store.office, people.c.id == person.id)
            store.execute(update(people).where(*here).values(values))
        else:
            store.execute(insert(people).values(office=store.office, id=person.id, **values))


def _person_row(person: Person, position: int) -> dict[str, Any]:
    return {
        "position": position,
        "name": person.name,
        "roles": list(person.roles),
        "weight": person.weight,
        "capacity": person.capacity,
        "locale": person.locale,
        "hours": own_hours(person),
        "active": True,
    }


def _write_segments(store: Store, office: Office, before: Office | None, by: str | None) -> list[Entry]:
    known = {s.id: s for s in before.segments} if before else {}
    wanted = [s for s in office.segments if not s.retired]
    entries: list[Entry] = []
    for gone in (s for s in known.values() if s.id not in {w.id for w in wanted}):
        retired = update(segments).where(segments.c.office == store.office, segments.c.id == gone.id)
        store.execute(retired.values(active=False))
        entries += _set_members(store, gone, None, by)
    for position, segment in enumerate(wanted):
        values = {"position": position, "name": segment.name, "settings": segment_settings(segment)}
        where = (segments.c.office == store.office, segments.c.id == segment.id)
        if segment.id in known:
            store.execute(update(segments).where(*where).values(active=True, **values))
        else:
            store.execute(insert(segments).values(office=store.office, id=segment.id, active=True, **values))
        entries += _set_members(store, known.get(segment.id), segment, by)
    return entries


def _set_members(store: Store, before: Segment | None, after: Segment | None, by: str | None) -> list[Entry]:
    """The segment's team as it is from now on; the order of `after` is the segment's order."""
    segment = after or before
    if segment is None:
        return []
    standings = read_standings(store, segment.id)
    entries = teams.switch(segment.id, standings, before.scheme if before else None, segment.scheme, by)
    entries += teams.change_reserve(segment.id, before.reserve if before else None, segment.reserve, by)
    entries += teams.set_members(segment.id, standings, after.members if after else ())
    _write_members(store, segment.id, standings)
    return entries


def _write_members(store: Store, segment: str, standings: Team) -> None:
    """Stores them in their order, and what has become of the team."""
    where = (segments.c.office == store.office, segments.c.id == segment)
    of_team = {"moment": standings.moment, "drawings": [list(one) for one in standings.drawings]}
    store.execute(update(segments).where(*where).values(of_team))
    store.execute(delete(members).where(members.c.office == store.office, members.c.segment == segment))
    for position, (who, standing) in enumerate(standings.items()):
        row = {"position": position, **asdict(standing)}
        store.execute(insert(members).values(office=store.office, segment=segment, person=who, **row))


def redraw_what_changed(
    store: Store,
    before: Office,
    after: Office,
    now: datetime,
    admins: Collection[int] = (),
) -> None:
    """Cards that another set-up makes untrue are drawn again; `after` is stored already.

    What is about one lead and stays as it was is left alone: there may be thousands.
    """
    for person in before.people:
        if _sees(before, person.id) != _sees(after, person.id):
            cards.redraw(store, person.id)
        if _roles(before, person.id) - _roles(after, person.id):
            personal.take_workbooks(store, person.id)
        if after.has(person.id):
            moved(store, Move(person.id, person.telegram_id, now, admins))
        elif person.telegram_id is not None:
            cards.redraw_chat(store, person.telegram_id)
    _tell_of_left(store, before, after)
    back = [person.id for person in after.people if not before.has(person.id)]
    for came in by_ids(store, back).values():
        deal(store, came)  # their cards were taken away when they left
    for segment in after.segments:
        cards.touch_lists(store, segment.id)
        for draw in draws.from_week(store, segment.id, week_of(now, after.timezone)):
            cards.changed(store, Change.DRAW, (segment.id, draw.monday))
        for swap in duty.open_swaps_in(store, segment.id):
            cards.changed(store, Change.SWAP, swap.id)
    cards.changed(store, Change.DUTY)


def _tell_of_left(store: Store, before: Office, after: Office) -> None:
    """Whoever is dismissed leaves their open leads: the head gets them as a list; whoever is back has them again."""
    readers = recipients(News.LEFT, connected(store))
    if back := [person.id for person in after.people if not before.has(person.id)]:
        cards.changed(store, Change.LEFT, *back)
    for who in (person.id for person in before.people if not after.has(person.id)):
        for reader in readers if cases.held_by(store, who) else ():
            if reader.chat is not None:
                cards.want(store, reader.chat, CardKind.LEFT, who, reader.id)


def _roles(office: Office, who: str) -> set[Role]:
    return next((set(p.roles) for p in office.people if p.id == who), set())


def _sees(office: Office, who: str) -> object:
    """What decides what somebody sees: their account, roles, language and teams, and what the office shows to their
    roles; nothing for whoever has left.
    """
    shown = next(((p.telegram_id, set(p.roles), p.locale) for p in office.people if p.id == who), None)
    rights = {right for right in Right if shown and may(shown[1], right, office)}
    teams = {segment.id for segment in office.segments if who in segment.members}
    return shown, teams, rights, headed_by(office, who)
