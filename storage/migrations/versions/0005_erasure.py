"""Leads whose client's data were erased say so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("leads", sa.Column("erased", sa.Text()))


def downgrade() -> None:
    op.drop_column("leads", "erased")
