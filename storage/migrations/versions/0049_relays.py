"""A message knows the bot or the channel that it was forwarded from, by which the source of the next one is known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

HAS_RELAY = sa.text("relay IS NOT NULL")


def upgrade() -> None:
    op.add_column("touches", sa.Column("relay", sa.Text()))
    op.create_index(
        "ix_touches_relay",
        "touches",
        ["office", "relay", "id"],
        sqlite_where=HAS_RELAY,
        postgresql_where=HAS_RELAY,
    )


def downgrade() -> None:
    op.drop_index("ix_touches_relay", "touches")
    op.drop_column("touches", "relay")
