"""Addresses outside that hear of leads, and what is on its way there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

RowId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
IS_PENDING = sa.text("state = 'pending'")


def upgrade() -> None:
    op.create_table(
        "hooks",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("off", sa.Text()),
        *(sa.Column(name, UtcDateTime()) for name in ("off_at", "failing_since", "told_at", "not_before")),
    )
    op.create_index("ix_hooks_url", "hooks", ["office", "url"], unique=True)
    op.create_table(
        "deliveries",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), nullable=False),
        sa.Column("hook", RowId, sa.ForeignKey("hooks.id"), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("seq", "lead")),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", UtcDateTime()),
        sa.Column("tries", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("log", Json(), nullable=False, server_default="[]"),
    )
    op.create_index("ix_deliveries_entry", "deliveries", ["hook", "seq"], unique=True)
    for name, columns in (("due", ["hook", "due_at"]), ("lead", ["hook", "lead", "seq"])):
        op.create_index(
            f"ix_deliveries_{name}",
            "deliveries",
            columns,
            sqlite_where=IS_PENDING,
            postgresql_where=IS_PENDING,
        )
    op.create_index("ix_deliveries_at", "deliveries", ["office", "at"])


def downgrade() -> None:
    op.drop_table("deliveries")
    op.drop_table("hooks")
