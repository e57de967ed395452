"""Whoever is asked something is asked one of several things; a touch may be a mark."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("asked_what", sa.Text()))
    op.execute("UPDATE people SET asked_what = 'amount' WHERE asked IS NOT NULL")
    op.add_column("people", sa.Column("asked_at", sa.DateTime(timezone=True)))
    op.add_column("touches", sa.Column("what", sa.Text()))


def downgrade() -> None:
    """What an older version does not ask, it would take for an amount."""
    op.execute("UPDATE people SET asked = NULL WHERE asked_what <> 'amount'")
    op.drop_column("touches", "what")
    for name in ("asked_at", "asked_what"):
        op.drop_column("people", name)
