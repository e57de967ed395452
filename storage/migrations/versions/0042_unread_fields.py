"""The fields of what nothing could be read of, for somebody to say which is what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("requests", sa.Column("fields", Json(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("requests", "fields")
