"""The step at which an office is that is just being set up in the chat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("offices", sa.Column("setting_up", sa.Text()))


def downgrade() -> None:
    op.drop_column("offices", "setting_up")
