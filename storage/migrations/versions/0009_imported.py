"""Leads that came out of a file know their line, so that the same file again brings nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

IS_IMPORTED = sa.text("imported IS NOT NULL")


def upgrade() -> None:
    op.add_column("offices", sa.Column("import_salt", sa.Text()))
    op.add_column("leads", sa.Column("imported", sa.Text()))
    op.create_index(
        "ix_leads_imported",
        "leads",
        ["office", "imported"],
        unique=True,
        sqlite_where=IS_IMPORTED,
        postgresql_where=IS_IMPORTED,
    )


def downgrade() -> None:
    op.drop_index("ix_leads_imported", "leads")
    op.drop_column("leads", "imported")
    op.drop_column("offices", "import_salt")
