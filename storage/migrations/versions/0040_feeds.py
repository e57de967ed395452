"""Private addresses at which somebody's calendar reads when they are on duty."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feeds",
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), primary_key=True),
        sa.Column("link", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime()),
        sa.ForeignKeyConstraint(["office", "person"], ["people.office", "people.id"]),
    )
    op.create_index("ix_feeds_person", "feeds", ["office", "person"])


def downgrade() -> None:
    op.drop_table("feeds")
