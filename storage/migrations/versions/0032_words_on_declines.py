"""That a lead is of another segment waits for the head's word."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("offers", sa.Column("word", sa.Text()))


def downgrade() -> None:
    op.drop_column("offers", "word")
