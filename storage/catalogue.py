"""What lies in the database beside our tables: triggers, views and the like do things that no entry tells of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import text

from storage.store import Store
from storage.tables import metadata

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


def foreign_objects(store: Store) -> list[str]:
    """A plain sentence for each that this program has not made, and for each index of ours that is gone."""
    query = ON_SQLITE if store.dialect.name == "sqlite" else ON_POSTGRESQL
    rows = [(str(row.type), str(row.name)) for row in store.execute(query)]
    return list(_foreign(rows))


def _foreign(rows: list[tuple[str, str]]) -> Iterator[str]:
    for name in sorted(INDEXES - {name for kind, name in rows if kind == "index"}):
        yield f"the database: the index {name} is missing"
    known = {"table": OURS, "index": INDEXES}
    for kind, name in rows:
        if name not in known.get(kind, ()) and not name.startswith(SQLITES_OWN):
            yield f"the database: the {kind} {name} is not one of this program"
