"""Who has changed what of the set-up, and when; what somebody is asked of the office itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

RowId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("people", sa.Column("asked_about", Json()))
    op.create_table(
        "changes",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("person", sa.Text()),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("differences", Json(), nullable=False),
    )
    op.create_index("ix_changes_newest", "changes", ["office", "id"])


def downgrade() -> None:
    op.drop_table("changes")
    op.execute("UPDATE people SET asked_what = NULL, asked_at = NULL WHERE asked_what = 'office'")
    op.drop_column("people", "asked_about")
