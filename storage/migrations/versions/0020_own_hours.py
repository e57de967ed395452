"""People have hours of their own: by the week, or a rota; whoever has none has the office's, as before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("hours", sa.Text()))


def downgrade() -> None:
    """Own hours are forgotten: a program of that time knows the office's alone."""
    op.drop_column("people", "hours")
