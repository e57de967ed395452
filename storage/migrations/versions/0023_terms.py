"""Clients are found by their names, by any four digits of their numbers, by their names in Telegram.

What a term is, the program says: they can be made anew at any time out of what is said of the clients.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import sqlalchemy as sa
from alembic import op

from leads.client import Client
from leads.sought import terms_of
from storage.columns import Json

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

BATCH = 5000
RowId = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TERM = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TOUCHES = sa.table(
    "touches",
    *(sa.column(name) for name in ("office", "client", "name", "phone", "text")),
    sa.column("phones", Json),
)
CLIENTS = sa.table("clients", *(sa.column(name) for name in ("office", "id", "name")))
CONTACTS = sa.table("contacts", *(sa.column(name) for name in ("office", "client", "value")))


def upgrade() -> None:
    terms = op.create_table(
        "terms",
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("term", TERM, nullable=False),
        sa.Column("client", RowId, nullable=False),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name=op.f("fk_terms_office")),
        sa.ForeignKeyConstraint(["client"], ["clients.id"], name=op.f("fk_terms_client")),
        sa.PrimaryKeyConstraint("office", "term", "client", name=op.f("pk_terms")),
        sqlite_with_rowid=False,
    )
    found = iter(sorted(set(_terms())))
    while rows := [dict(zip(("office", "term", "client"), row, strict=True)) for row in islice(found, BATCH)]:
        op.bulk_insert(terms, rows)
    op.create_index("ix_terms_client", "terms", ["client"])


def downgrade() -> None:
    op.drop_table("terms")


def _terms() -> Iterator[tuple[int, str, int]]:
    for office, client, said in _said():
        for term in terms_of(said):
            yield office, term, client


def _said() -> Iterator[tuple[int, int, Client]]:
    conn = op.get_bind()
    for row in conn.execute(sa.select(TOUCHES)):
        yield row.office, row.client, Client(row.name, row.phone, row.phones, text=row.text)
    for row in conn.execute(sa.select(CLIENTS)):
        yield row.office, row.id, Client(row.name)
    for row in conn.execute(sa.select(CONTACTS)):
        yield row.office, row.client, Client(phone=row.value)
