"""What stands beside the ledger and can be worked out again, read strictly; and what lies beside our tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Table, text

from leads.office import Office
from storage import strict, views
from storage.office_codec import office_from
from storage.store import Store
from storage.tables.base import metadata
from storage.tables.chats import summaries, updates
from storage.tables.clients import clients as clients_table
from storage.tables.clients import contacts
from storage.tables.leads import leads
from storage.tables.office import invitations as invitations_table
from storage.tables.office import offices

Invited = tuple[str | None, str | None]

OURS: Final = frozenset({"alembic_version", *(table.name for table in metadata.tables.values())})
INDEXES: Final = frozenset(str(index.name) for table in metadata.tables.values() for index in table.indexes)
SQLITES_OWN: Final = ("sqlite_sequence", "sqlite_stat", "sqlite_autoindex_")

ON_SQLITE: Final = text("SELECT type, name FROM sqlite_master ORDER BY type, name")
ON_POSTGRESQL: Final = text(
    """
    SELECT 'trigger' AS type, t.tgname AS name
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT 'rule', r.rulename FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
     WHERE r.rulename <> '_RETURN' AND c.relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT 'policy', p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
     WHERE c.relnamespace = current_schema()::regnamespace
    UNION ALL
    SELECT CASE c.relkind WHEN 'i' THEN 'index' WHEN 'r' THEN 'table' ELSE 'view' END, c.relname
      FROM pg_class c
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('i', 'r', 'p', 'v', 'm', 'f')
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid)
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY 1, 2
    """
)


def settings(store: Store) -> Office | None:
    """Returns the office without its people and segments; None where they make no sense:
    they are not what was sealed then.
    """
    here = offices.c.id == store.office
    for row in strict.read(store, [offices.c.name, offices.c.settings], lambda q: q.where(here)):
        try:
            return office_from(row.values.name, row.values.settings)
        except strict.NOT_READABLE:
            return None
    return None


def counts(store: Store, flaws: list[str]) -> tuple[int | None, int | None]:
    """Tells how many entries the ledger has had by the office's own count,
    and which one sealed the set-up last.
    """
    columns = [offices.c.ledger_length, offices.c.set_up_entry]
    rows = strict.read(store, columns, lambda q: q.where(offices.c.id == store.office))
    flaws += [
        f"the office: its {name} cannot be read as it was written" for row in rows for name in row.flaws
    ]
    return (rows[0].values.ledger_length, rows[0].values.set_up_entry) if rows else (None, None)


def clients(store: Store, flaws: list[str]) -> list[tuple[int, str | None, datetime | None]]:
    """Returns row, manager, since when. Of one that cannot be read is said no more than that there is one."""
    rows = _sound(store, flaws, clients_table, "id", "owner", "last_at")
    return [(row.id, row.owner, row.last_at) for row in rows]


def clients_of_leads(store: Store) -> list[tuple[int, int]]:
    """Returns the number and the client of each lead that was handed over;
    `whole.cases` tells of what is wrong with a number.
    """
    rows = _sound(store, [], leads, "number", "client")
    return [(row.number, row.client) for row in rows if row.number and row.client]


def recognised_clients(store: Store) -> frozenset[int]:
    """Returns the rows of those who have a contact."""
    return frozenset(row.client for row in _sound(store, [], contacts, "client"))


def invitations(store: Store, flaws: list[str]) -> list[tuple[str, Invited]]:
    """Returns all invitations that there ever were, by the hash of the link."""
    rows = _sound(store, flaws, invitations_table, "token", "person", "role")
    return [(row.token, (row.person, row.role)) for row in rows]


def evenings(store: Store, flaws: list[str]) -> tuple[datetime | None, list[str]]:
    """Tells when the next summary is due, and the days of which one was told."""
    here = offices.c.id == store.office
    rows = strict.read(store, [offices.c.summary_due], lambda q: q.where(here))
    flaws += ["the office: its summary_due cannot be read as it was written" for row in rows if row.flaws]
    told = [row.day for row in _sound(store, flaws, summaries, "day")]
    return rows[0].values.summary_due if rows else None, told


def last_update(store: Store) -> datetime | None:
    """Tells when the newest update was heard."""
    rows = strict.read(store, [updates.c.at], lambda q: q.order_by(updates.c.at.desc()).limit(1))
    return rows[0].values.at if rows else None


def _sound(store: Store, flaws: list[str], table: Table, *names: str) -> list[Any]:
    """Rows of the office, in the order of their first column. No sentence holds what stands there."""
    columns = [table.c[name] for name in names]
    rows = strict.read(store, columns, lambda q: q.where(table.c.office == store.office).order_by(columns[0]))
    for row in rows:
        flaws += [f"{table.name}: a {name} cannot be read as it was written" for name in row.flaws]
    return [row.values for row in rows if not row.flaws]


def foreign_objects(store: Store) -> list[str]:
    """There is a plain sentence for each that this program has not made, and for each index or view of ours that is
    gone, or says something else.
    """
    query = ON_SQLITE if store.dialect.name == "sqlite" else ON_POSTGRESQL
    rows = [(str(row.type), str(row.name)) for row in store.execute(query)]
    return [*_foreign(rows), *_not_ours(store)]


def _not_ours(store: Store) -> Iterator[str]:
    for name in views.altered(store):
        yield f"the database: the view {name} is not as this program has made it"


def _foreign(rows: list[tuple[str, str]]) -> Iterator[str]:
    for name in sorted(INDEXES - {name for kind, name in rows if kind == "index"}):
        yield f"the database: the index {name} is missing"
    known = {"table": OURS, "index": INDEXES, "view": frozenset(views.VIEWS)}
    for kind, name in rows:
        if name not in known.get(kind, ()) and not name.startswith(SQLITES_OWN):
            yield f"the database: the {kind} {name} is not one of this program"
