"""Two clients may be made one, and parted again; a lead may be added to another one of its client's."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

RowId = sa.BigInteger().with_variant(sa.Integer, "sqlite")
IS_OF_CLIENTS = sa.text("kind IN ('clients_joined', 'clients_parted')")


def upgrade() -> None:
    op.create_table(
        "joins",
        sa.Column("id", RowId, nullable=False),
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("client", RowId, nullable=False),
        sa.Column("same_as", RowId, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("numbers", Json(), nullable=False),
        sa.Column("other_numbers", Json(), nullable=False),
        sa.Column("owner", sa.Text()),
        sa.Column("last_at", UtcDateTime()),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name=op.f("fk_joins_office")),
        sa.ForeignKeyConstraint(["client"], ["clients.id"], name=op.f("fk_joins_client")),
        sa.ForeignKeyConstraint(["same_as"], ["clients.id"], name=op.f("fk_joins_same_as")),
        sa.ForeignKeyConstraint(
            ["office", "owner"], ["people.office", "people.id"], name=op.f("fk_joins_office_owner")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joins")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_joins_client", "joins", ["client"], unique=True)
    op.create_index("ix_joins_same_as", "joins", ["same_as"])
    op.add_column("contacts", sa.Column("came_with", sa.BigInteger()))
    op.add_column("leads", sa.Column("came_with", sa.BigInteger()))
    op.add_column("touches", sa.Column("came_with", sa.BigInteger()))
    op.add_column("leads", sa.Column("added_to", sa.Integer()))
    op.create_index(
        "ix_ledger_of_clients",
        "ledger",
        ["office", "seq"],
        sqlite_where=IS_OF_CLIENTS,
        postgresql_where=IS_OF_CLIENTS,
    )


def downgrade() -> None:
    """Whoever was made one stays one: of who came with whom nothing is kept."""
    op.drop_index("ix_ledger_of_clients", "ledger")
    op.drop_column("leads", "added_to")
    op.drop_column("leads", "came_with")
    op.drop_column("contacts", "came_with")
    op.drop_column("touches", "came_with")
    op.drop_table("joins")
