"""What the clock is to look at later, beside the deadlines of leads, is a row of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "watches",
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name=op.f("fk_watches_office")),
        sa.PrimaryKeyConstraint("office", "kind", "subject", name=op.f("pk_watches")),
    )
    op.create_index("ix_watches_due", "watches", ["office", "due_at"])


def downgrade() -> None:
    """What was to be looked at is forgotten; the leads' own deadlines stay."""
    op.drop_table("watches")
