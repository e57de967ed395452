"""A lead knows how long it lay before it was handed over, what it overtook, and whether a hand did it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("waited", sa.Integer()))
    op.add_column("leads", sa.Column("overtook", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("leads", sa.Column("by_itself", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    for name in ("by_itself", "overtook", "waited"):
        op.drop_column("leads", name)
