"""What is sent to an address may be a test, which tells of no entry."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _may_be_none(True)


def downgrade() -> None:
    """Whoever was to get a test gets none."""
    op.execute("DELETE FROM deliveries WHERE seq IS NULL")
    _may_be_none(False)


def _may_be_none(nullable: bool) -> None:
    with op.batch_alter_table("deliveries") as deliveries:
        for name in ("seq", "lead"):
            deliveries.alter_column(name, existing_type=sa.BigInteger(), nullable=nullable)
