"""An offer to several may wait for all who want it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, Seconds

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("offers", sa.Column("tap_window", Seconds()))
    op.add_column("offers", sa.Column("wanted", Json(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("offers", "wanted")
    op.drop_column("offers", "tap_window")
