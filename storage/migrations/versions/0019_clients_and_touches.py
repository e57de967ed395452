"""A client has a row and contacts, what was said of one is a touch; a lead refers to its client and holds none of it.

A client that comes of leads gets the row number of the oldest of them. One whose leads are all erased, but whom a
manager has had, comes behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

from storage.columns import Json, UtcDateTime

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

RowId = sa.BigInteger().with_variant(sa.Integer, "sqlite")
SAID = (
    *("text", "attachments", "album", "phone", "phones", "phones_found", "slips"),
    *("language", "region", "place", "region_by"),
)
RENAMED = {"name": "client_name", "chat": "source_chat", "messages": "source_messages"}
"""Columns of `touches`, and how they were called in `leads`; those of SAID are called the same."""


def upgrade() -> None:
    op.execute("CREATE TEMPORARY TABLE known_before AS SELECT * FROM clients")
    op.drop_table("clients")
    _make_clients()
    _make_contacts()
    _make_touches()
    _fill_clients()
    _fill_touches()
    _index()
    op.drop_index("ix_leads_phone", "leads")
    op.drop_index("ix_leads_album", "leads")
    with _leads_anew() as leads:
        leads.add_column(sa.Column("client", RowId))
        leads.create_foreign_key(op.f("fk_leads_client"), "clients", ["client"], ["id"])
        for column in (*SAID, *RENAMED.values()):
            leads.drop_column(column)
    op.execute(
        "UPDATE leads SET client = (SELECT client FROM touches WHERE lead = leads.id AND kind = 'first')"
    )
    op.create_index("ix_leads_client", "leads", ["client"])


def downgrade() -> None:
    """A client without a phone is nobody to be recognised there, and of several phones each is a client."""
    _widen()
    _fill_back()
    op.drop_table("touches")
    op.drop_index("ix_leads_client", "leads")
    with _leads_anew() as leads:
        leads.drop_constraint(op.f("fk_leads_client"), type_="foreignkey")
        leads.drop_column("client")
        leads.alter_column("attachments", server_default=None)
        leads.alter_column("source_messages", server_default=None)
    op.create_index("ix_leads_phone", "leads", ["office", "phone", "number"])
    op.create_index("ix_leads_album", "leads", ["office", "album"])
    op.execute(
        "CREATE TEMPORARY TABLE known_after AS SELECT c.office, k.value AS phone, c.owner, c.last_at FROM clients c "
        "JOIN contacts k ON k.client = c.id WHERE k.kind = 'phone' AND c.last_at IS NOT NULL"
    )
    op.drop_table("contacts")
    op.drop_table("clients")
    op.create_table(
        "clients",
        _office(primary_key=True),
        sa.Column("phone", sa.Text(), primary_key=True),
        sa.Column("owner", sa.Text()),
        sa.Column("last_at", UtcDateTime(), nullable=False),
        _person("clients", "owner"),
    )
    op.execute("INSERT INTO clients (office, phone, owner, last_at) SELECT * FROM known_after")
    op.execute("DROP TABLE known_after")


def _office(primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(
        "office", sa.Integer(), sa.ForeignKey("offices.id"), primary_key=primary_key, nullable=False
    )


def _person(table: str, column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_office_{column}")
    return sa.ForeignKeyConstraint(["office", column], ["people.office", "people.id"], name=name)


def _make_clients() -> None:
    op.create_table(
        "clients",
        sa.Column("id", RowId, primary_key=True),
        _office(),
        sa.Column("name", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("region", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("region_by", sa.Text()),
        sa.Column("owner", sa.Text()),
        sa.Column("last_at", UtcDateTime()),
        _person("clients", "owner"),
        sqlite_autoincrement=True,
    )


def _make_contacts() -> None:
    op.create_table(
        "contacts",
        _office(primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), primary_key=True),
        sa.Column("client", RowId, sa.ForeignKey("clients.id"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, server_default="0"),
    )


def _make_touches() -> None:
    op.create_table(
        "touches",
        sa.Column("id", RowId, primary_key=True),
        _office(),
        sa.Column("client", RowId, sa.ForeignKey("clients.id"), nullable=False),
        sa.Column("lead", RowId, sa.ForeignKey("leads.id"), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("who", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False, server_default=""),
        sa.Column("attachments", Json(), nullable=False),
        sa.Column("chat", sa.BigInteger()),
        sa.Column("messages", Json(), nullable=False),
        sa.Column("album", sa.Text()),
        sa.Column("name", sa.Text()),
        sa.Column("phone", sa.Text()),
        sa.Column("phones", Json(), nullable=False, server_default="[]"),
        sa.Column("phones_found", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("slips", Json(), nullable=False, server_default="[]"),
        sa.Column("language", sa.Text()),
        sa.Column("region", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("region_by", sa.Text()),
        _person("touches", "who"),
    )


def _fill_clients() -> None:
    """Of what several leads say of one client the oldest word counts, and a region goes with how it is known."""
    op.execute(
        """
        CREATE TEMPORARY TABLE found AS
        SELECT office, phone, min(id) AS id,
               min(CASE WHEN client_name IS NOT NULL THEN id END) AS names,
               min(CASE WHEN language IS NOT NULL THEN id END) AS speaks,
               min(CASE WHEN region IS NOT NULL THEN id END) AS lives
          FROM leads WHERE phone IS NOT NULL GROUP BY office, phone
        UNION ALL
        SELECT office, NULL, id, id, id, id FROM leads WHERE phone IS NULL AND erased IS NULL
        """
    )
    op.execute(
        """
        INSERT INTO clients (id, office, name, language, region, place, region_by, owner, last_at)
        SELECT f.id, f.office, n.client_name, s.language, r.region, r.place, r.region_by, k.owner, k.last_at
          FROM found f
          LEFT JOIN leads n ON n.id = f.names
          LEFT JOIN leads s ON s.id = f.speaks
          LEFT JOIN leads r ON r.id = f.lives
          LEFT JOIN known_before k ON k.office = f.office AND k.phone = f.phone
        """
    )
    op.execute(
        "INSERT INTO contacts (office, kind, value, client) "
        "SELECT office, 'phone', phone, id FROM found WHERE phone IS NOT NULL"
    )
    op.execute(
        """
        CREATE TEMPORARY TABLE alone AS
        SELECT k.office, k.phone, k.owner, k.last_at,
               (SELECT coalesce(max(id), 0) FROM leads) + row_number() OVER (ORDER BY k.office, k.phone) AS id
          FROM known_before k
         WHERE NOT EXISTS (SELECT 1 FROM contacts c WHERE c.office = k.office AND c.value = k.phone)
        """
    )
    op.execute(
        "INSERT INTO clients (id, office, owner, last_at) SELECT id, office, owner, last_at FROM alone"
    )
    op.execute(
        "INSERT INTO contacts (office, kind, value, client) SELECT office, 'phone', phone, id FROM alone"
    )
    if op.get_bind().dialect.name == "postgresql":
        sequence = "pg_get_serial_sequence('clients', 'id')"
        op.execute(f"SELECT setval({sequence}, coalesce(max(id), 0) + 1, false) FROM clients")  # noqa: S608 - our own words


def _fill_touches() -> None:
    """Each lead that is not erased has its first one."""
    target = ", ".join((*SAID, *RENAMED))
    origin = ", ".join(f"l.{name}" for name in (*SAID, *RENAMED.values()))
    op.execute(
        f"INSERT INTO touches (office, client, lead, at, who, kind, source, {target}) "  # noqa: S608 - our own columns
        f"SELECT l.office, coalesce(c.client, l.id), l.id, l.created_at, l.secretary, 'first', l.source, {origin} "
        "FROM leads l LEFT JOIN contacts c ON c.office = l.office AND c.kind = 'phone' AND c.value = l.phone "
        "WHERE l.phone IS NOT NULL OR l.erased IS NULL ORDER BY l.id"
    )
    for table in ("known_before", "found", "alone"):
        op.execute(f"DROP TABLE {table}")


def _index() -> None:
    op.create_index("ix_contacts_client", "contacts", ["client"])
    op.create_index("ix_touches_lead", "touches", ["lead"])
    op.create_index("ix_touches_client", "touches", ["client"])
    first, album = sa.text("kind = 'first'"), sa.text("album IS NOT NULL")
    op.create_index(
        "ix_touches_first", "touches", ["lead"], unique=True, sqlite_where=first, postgresql_where=first
    )
    op.create_index(
        "ix_touches_album", "touches", ["office", "album"], sqlite_where=album, postgresql_where=album
    )


def _widen() -> None:
    for column in (
        sa.Column("client_name", sa.Text()),
        sa.Column("phone", sa.Text()),
        sa.Column("phones", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("phones_found", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("slips", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("region", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("region_by", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False, server_default=""),
        sa.Column("attachments", sa.Text(), nullable=False, server_default="{}"),
        sa.Column("source_chat", sa.BigInteger()),
        sa.Column("source_messages", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("album", sa.Text()),
    ):
        op.add_column("leads", column)


def _fill_back() -> None:
    columns = {name: name for name in SAID} | {old: new for new, old in RENAMED.items()}
    theirs = ", ".join(f"{old} = t.{new}" for old, new in columns.items())
    op.execute(f"UPDATE leads SET {theirs} FROM touches t WHERE t.lead = leads.id AND t.kind = 'first'")  # noqa: S608 - our own columns


@contextmanager
def _leads_anew() -> Iterator[BatchOperations]:
    """SQLite copies the table for that; its rows go on being counted where they were."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    if is_sqlite:
        op.execute("CREATE TEMPORARY TABLE counted AS SELECT seq FROM sqlite_sequence WHERE name = 'leads'")
    with op.batch_alter_table("leads", table_kwargs={"sqlite_autoincrement": True}) as leads:
        yield leads
    if is_sqlite:
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'leads'")
        op.execute("INSERT INTO sqlite_sequence (name, seq) SELECT 'leads', seq FROM counted")
        op.execute("DROP TABLE counted")
