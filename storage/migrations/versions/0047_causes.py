"""A card knows what has last made it due, for whoever follows a lead through the log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cards", sa.Column("cause", sa.Text()))


def downgrade() -> None:
    op.drop_column("cards", "cause")
