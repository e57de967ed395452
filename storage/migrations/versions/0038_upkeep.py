"""When a copy of the database was last made, and the ledger last verified from the chat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "upkeep",
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("at", UtcDateTime()),
        sa.Column("facts", Json(), nullable=False),
        sa.Column("asked_at", UtcDateTime()),
        sa.Column("asked_by", sa.Text()),
    )


def downgrade() -> None:
    op.drop_table("upkeep")
