"""Leads out of a file of past ones: what has to be known before they are stored, and how they are, all or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Dialect, func, insert, select, update

from leads import teams
from leads.client import Client
from leads.entries.hands import Imported
from leads.ledger import canonical
from leads.office import Office, Person, Segment
from leads.past import Past, lead_of, said_of
from leads.rates import Record
from storage import ledger
from storage.bulk import Bound, Bulk
from storage.database import upsert
from storage.drafts import phone_values
from storage.office_codec import segment_settings
from storage.offices import FIRST, grow, lock, read_office
from storage.rows import lead_row
from storage.sealing import seal
from storage.tables import clients, leads, offices, people, records, segments

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


NOBODY: Final = Brought("", Past(datetime.min.replace(tzinfo=UTC), ""), Client())


class ChangedMeanwhileError(Exception):
    """The office is not any more what it was when it was read."""


def read_before(conn: Connection, office: int = FIRST) -> Before:
    """Raises NoOfficeError."""
    found = read_office(conn, office)
    row = conn.execute(select(offices).where(offices.c.id == office)).one()
    of_office = (leads.c.office == office, leads.c.imported.is_not(None))
    keys = conn.scalars(select(leads.c.imported).where(*of_office))
    return Before(
        found,
        row.version,
        conn.dialect,
        _named(conn, select(people).where(people.c.office == office).order_by(people.c.position)),
        _named(conn, select(segments).where(segments.c.office == office).order_by(segments.c.position)),
        row.import_salt,
        frozenset(filter(None, keys)),
        _taken(conn, office),
    )


def _named(conn: Connection, query: Any) -> tuple[Named, ...]:
    rows = list(conn.execute(query))
    return tuple(Named(r.id, r.name, r.active) for r in sorted(rows, key=lambda r: not r.active))


def _taken(conn: Connection, office: int) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    columns = (leads.c.phone, leads.c.handed_at, leads.c.held_at, leads.c.taken_after, leads.c.imported)
    of_phone = (leads.c.office == office, leads.c.phone.is_not(None), leads.c.taken_by.is_not(None))
    for row in conn.execute(select(*columns).where(*of_phone)):
        exactly = row.held_at if row.imported else None
        at = exactly or row.handed_at + timedelta(seconds=row.taken_after or 0)
        found[row.phone] = min(at, found.get(row.phone, at))
    return found


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows of `leads` and bodies of the ledger, in the order of their numbers, which they do not have yet."""

    bulk: Bulk
    rows: Sequence[Bound]
    bodies: Sequence[str]


def prepare(before: Before, news: Iterable[Brought], office: int = FIRST) -> Prepared:
    """All that can be done before the others have to wait."""
    columns = sorted(_row(NOBODY, office).keys() - {"number"})
    bulk = Bulk(leads, columns, before.dialect, later="number")
    rows: list[Bound] = []
    bodies: list[str] = []
    for brought in news:
        rows.append(bulk.bind(_row(brought, office)))
        bodies.append(canonical(said_of(brought.past).body()))
    return Prepared(bulk, rows, bodies)


def store(
    conn: Connection,
    before: Before,
    news: News,
    now: datetime,
    stored: Callable[[int], None] = lambda _: None,
    office: int = FIRST,
) -> None:
    """Raises ChangedMeanwhileError. `stored` is told of every few leads that are."""
    if lock(conn, office) != before.version:
        raise ChangedMeanwhileError
    _create(conn, news, now, office)
    prepared, first = news.leads, _take_numbers(conn, news, office)
    for start in range(0, len(prepared.rows), BATCH):
        rows, bodies = prepared.rows[start : start + BATCH], prepared.bodies[start : start + BATCH]
        numbers = range(first + start, first + start + len(rows))
        prepared.bulk.write(conn, rows, numbers)
        ledger.append_many(conn, Imported.kind, numbers, bodies, now, office)
        stored(len(rows))
    _remember(conn, news.clients, office)
    _count(conn, news.records, office)
    seal(conn, now, office)


def _take_numbers(conn: Connection, news: News, office: int) -> int:
    """The first of them. The version grows: whoever else is about to import looks again."""
    grow(conn, office, import_salt=news.salt)
    last = offices.c.next_number + len(news.leads.rows)
    taken = update(offices).where(offices.c.id == office).values(next_number=last)
    return int(conn.scalar(taken.returning(offices.c.next_number)) or 0) - len(news.leads.rows)


def _create(conn: Connection, news: News, now: datetime, office: int) -> None:
    """People as if they had left already, segments as if they were retired: they get no lead, and catch none."""
    for table, rows in (
        (people, [_person_row(person) for person in news.people]),
        (segments, [_segment_row(segment) for segment in news.segments]),
    ):
        last = conn.scalar(select(func.max(table.c.position)).where(table.c.office == office))
        behind = (last if last is not None else -1) + 1
        for n, row in enumerate(rows):
            conn.execute(insert(table).values(office=office, position=behind + n, active=False, **row))
    schemes = [entry for s in news.segments for entry in teams.switch(s.id, {}, None, s.scheme)]
    ledger.append(conn, schemes, now, office)


def _person_row(person: Person) -> Row:
    return {"id": person.id, "name": person.name, "roles": list(person.roles), "locale": person.locale}


def _segment_row(segment: Segment) -> Row:
    return {"id": segment.id, "name": segment.name, "settings": segment_settings(segment)}


def _row(brought: Brought, office: int) -> Row:
    past, client = brought.past, brought.client
    return {
        **lead_row(lead_of(past)),
        "office": office,
        "created_at": past.at,
        "imported": brought.key,
        "client_name": client.name,
        **phone_values(client),
        "region": client.region,
        "place": client.place,
        "region_by": client.region_by,
        "language": client.language,
        "text": client.text,
        "attachments": {},
        "source_messages": [],
    }


def _remember(conn: Connection, owners: Mapping[str, tuple[str, datetime]], office: int) -> None:
    """Whoever had the client last, is his manager; somebody may have had him since."""
    row = upsert(conn, clients)
    change = row.on_conflict_do_update(
        index_elements=["office", "phone"],
        set_={"owner": row.excluded.owner, "last_at": row.excluded.last_at},
        where=clients.c.last_at < row.excluded.last_at,
    )
    rows = [
        {"office": office, "phone": phone, "owner": who, "last_at": at} for phone, (who, at) in owners.items()
    ]
    for start in range(0, len(rows), BATCH):
        conn.execute(change, rows[start : start + BATCH])


def _count(conn: Connection, sums: Mapping[tuple[str, str], Record], office: int) -> None:
    row = upsert(conn, records)
    change = row.on_conflict_do_update(
        index_elements=["office", "segment", "person"],
        set_={"won": records.c.won + row.excluded.won, "lost": records.c.lost + row.excluded.lost},
    )
    for (segment, who), sum_ in sums.items():
        row_of = {"office": office, "segment": segment, "person": who}
        conn.execute(change, row_of | {"won": sum_.won, "lost": sum_.lost})
