"""Leads out of a file of past ones: what has to be known before they are stored, and how they are, all or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Dialect, Text, bindparam, func, insert, or_, select, update

from leads import teams
from leads.client import Client, TouchKind
from leads.entries.hands import Imported
from leads.ledger import canonical
from leads.office import Office, Person, Segment
from leads.past import Past, lead_of, said_of
from leads.rates import Record
from leads.track import Closing
from storage import clients as known_clients
from storage import closings, ledger
from storage.bulk import Bound, Bulk, fresh_ids
from storage.clients import IS_PHONE, is_contact
from storage.columns import UtcDateTime
from storage.database import upsert
from storage.office_codec import segment_settings
from storage.offices import grow, lock, read_office
from storage.rows import lead_row
from storage.sealing import seal
from storage.store import Store
from storage.tables.clients import clients, contacts, touches
from storage.tables.leads import leads
from storage.tables.office import offices, people, records, segments
from storage.touches import values_of

BATCH: Final = 2000  # leads that are written at once

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that the office has, or once had."""

    id: str
    name: str
    active: bool


@dataclass(frozen=True, slots=True)
class Before:
    """The office as it is before anything is imported. Of the persons and segments also those who have left."""

    id: int  # of the office
    office: Office
    version: int
    dialect: Dialect
    people: tuple[Named, ...]
    segments: tuple[Named, ...]
    salt: str | None  # hex; None before the first import
    keys: frozenset[str]  # of the lines that were imported
    taken: Mapping[str, datetime]  # by phone, when somebody first took a lead of it


@dataclass(frozen=True, slots=True)
class Brought:
    """One lead of the file. `key`: what its line is known by."""

    key: str
    past: Past
    client: Client


@dataclass(frozen=True, slots=True)
class News:
    """All that is new: the leads in the order of their numbers, and what follows from them."""

    salt: str
    leads: Prepared
    people: Sequence[Person] = ()
    segments: Sequence[Segment] = ()
    clients: Mapping[str, tuple[str, datetime]] = field(
        default_factory=dict
    )  # by phone: whose, and since when
    records: Mapping[tuple[str, str], Record] = field(default_factory=dict)  # by segment and person
    closings: Mapping[tuple[str, Closing], Record] = field(default_factory=dict)  # by segment


NOBODY: Final = Brought("", Past(datetime.min.replace(tzinfo=UTC), ""), Client())


class ChangedMeanwhileError(Exception):
    """The office is not any more what it was when it was read."""


def read_before(store: Store) -> Before:
    """Reads what an import has to know. Raises NoOfficeError."""
    found = read_office(store)
    row = store.execute(select(offices).where(offices.c.id == store.office)).one()
    of_office = (leads.c.office == store.office, leads.c.imported.is_not(None))
    keys = store.scalars(select(leads.c.imported).where(*of_office))
    return Before(
        store.office,
        found,
        row.version,
        store.dialect,
        _named(store, select(people).where(people.c.office == store.office).order_by(people.c.position)),
        _named(
            store, select(segments).where(segments.c.office == store.office).order_by(segments.c.position)
        ),
        row.import_salt,
        frozenset(filter(None, keys)),
        _taken(store),
    )


def _named(store: Store, query: Any) -> tuple[Named, ...]:
    rows = list(store.execute(query))
    return tuple(Named(r.id, r.name, r.active) for r in sorted(rows, key=lambda r: not r.active))


def _taken(store: Store) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    columns = (leads.c.handed_at, leads.c.held_at, leads.c.taken_after, leads.c.imported)
    of_client = leads.c.client == contacts.c.client
    query = select(contacts.c.value.label("phone"), *columns).join_from(contacts, leads, of_client)
    is_taken = leads.c.taken_by.is_not(None)
    for row in store.execute(query.where(contacts.c.office == store.office, IS_PHONE, is_taken)):
        exactly = row.held_at if row.imported else None
        at = exactly or row.handed_at + timedelta(seconds=row.taken_after or 0)
        found[row.phone] = min(at, found.get(row.phone, at))
    return found


@dataclass(frozen=True, slots=True)
class Prepared:
    """Holds rows of `leads` and `touches`, clients and bodies of the ledger, in the order of their numbers.

    What they have not yet are their numbers and rows, and those of their clients.
    """

    leads: Bulk
    touches: Bulk
    rows: Sequence[tuple[Bound, Bound]]
    said: Sequence[Client]
    bodies: Sequence[str]


def prepare(before: Before, news: Iterable[Brought]) -> Prepared:
    """Does all that can be done before the others have to wait."""
    office = before.id
    columns = sorted(_lead_row(NOBODY, office).keys() - {"number"})
    of_leads = Bulk(leads, columns, before.dialect, later=("id", "number", "client"))
    of_touches = Bulk(touches, sorted(_touch_row(NOBODY, office)), before.dialect, later=("lead", "client"))
    rows: list[tuple[Bound, Bound]] = []
    said: list[Client] = []
    bodies: list[str] = []
    for one in news:
        rows.append((of_leads.bind(_lead_row(one, office)), of_touches.bind(_touch_row(one, office))))
        said.append(one.client)
        bodies.append(canonical(said_of(one.past).body()))
    return Prepared(of_leads, of_touches, rows, said, bodies)


def write_past(
    store: Store,
    before: Before,
    news: News,
    now: datetime,
    stored: Callable[[int], None] = lambda _: None,
) -> None:
    """Stores them all. Raises ChangedMeanwhileError. `stored` is told of every few leads that are."""
    if lock(store) != before.version:
        raise ChangedMeanwhileError
    _create(store, news, now)
    prepared, first = news.leads, _take_numbers(store, news)
    for start in range(0, len(prepared.rows), BATCH):
        part = slice(start, start + BATCH)
        bodies = prepared.bodies[part]
        numbers = range(first + start, first + start + len(bodies))
        _write(store, prepared, part, numbers)
        ledger.append_many(store, Imported.kind, numbers, bodies, now)
        stored(len(bodies))
    _remember(store, news.clients)
    _count(store, news.records)
    closings.add(store, news.closings)
    seal(store, now)


def _write(store: Store, prepared: Prepared, part: slice, numbers: Sequence[int]) -> None:
    """Writes these leads, each with its client and what was said of the client."""
    whose = known_clients.recognise(store, prepared.said[part])
    ids = fresh_ids(store, leads, len(whose))
    rows = prepared.rows[part]
    prepared.leads.write(store, [row for row, _ in rows], list(zip(ids, numbers, whose, strict=True)))
    prepared.touches.write(store, [row for _, row in rows], list(zip(ids, whose, strict=True)))


def _take_numbers(store: Store, news: News) -> int:
    """The first of them. The version grows: whoever else is about to import looks again."""
    grow(store, import_salt=news.salt)
    last = offices.c.next_number + len(news.leads.rows)
    taken = update(offices).where(offices.c.id == store.office).values(next_number=last)
    return int(store.scalar(taken.returning(offices.c.next_number)) or 0) - len(news.leads.rows)


def _create(store: Store, news: News, now: datetime) -> None:
    """People as if they had left already, segments as if they were retired: they get no lead, and catch none."""
    for table, rows in (
        (people, [_person_row(person) for person in news.people]),
        (segments, [_segment_row(segment) for segment in news.segments]),
    ):
        last = store.scalar(select(func.max(table.c.position)).where(table.c.office == store.office))
        behind = (last if last is not None else -1) + 1
        for n, row in enumerate(rows):
            store.execute(insert(table).values(office=store.office, position=behind + n, active=False, **row))
    schemes = [entry for s in news.segments for entry in teams.switch(s.id, {}, None, s.scheme)]
    ledger.append(store, schemes, now)


def _person_row(person: Person) -> Row:
    return {"id": person.id, "name": person.name, "roles": list(person.roles), "locale": person.locale}


def _segment_row(segment: Segment) -> Row:
    return {"id": segment.id, "name": segment.name, "settings": segment_settings(segment)}


def _lead_row(brought: Brought, office: int) -> Row:
    past = brought.past
    return {**lead_row(lead_of(past)), "office": office, "created_at": past.at, "imported": brought.key}


def _touch_row(brought: Brought, office: int) -> Row:
    past, words = brought.past, values_of(brought.client)
    return {"office": office, "kind": TouchKind.FIRST, "at": past.at, "source": past.source, **words}


def _remember(store: Store, owners: Mapping[str, tuple[str, datetime]]) -> None:
    """Whoever had the client last looks after the client; somebody may have had the client since."""
    phone, at = bindparam("phone", type_=Text), bindparam("at", type_=UtcDateTime)
    whose = select(contacts.c.client).where(is_contact(phone, store.office)).scalar_subquery()
    earlier = or_(clients.c.last_at.is_(None), clients.c.last_at < at)
    change = update(clients).where(clients.c.id == whose, earlier).values(owner=bindparam("who"), last_at=at)
    rows = [{"phone": phone, "who": who, "at": at} for phone, (who, at) in owners.items()]
    for start in range(0, len(rows), BATCH):
        store.execute(change, rows[start : start + BATCH])


def _count(store: Store, sums: Mapping[tuple[str, str], Record]) -> None:
    row = upsert(store, records)
    change = row.on_conflict_do_update(
        index_elements=["office", "segment", "person"],
        set_={"won": records.c.won + row.excluded.won, "lost": records.c.lost + row.excluded.lost},
    )
    for (segment, who), sum_ in sums.items():
        row_of = {"office": store.office, "segment": segment, "person": who}
        store.execute(change, row_of | {"won": sum_.won, "lost": sum_.lost})
