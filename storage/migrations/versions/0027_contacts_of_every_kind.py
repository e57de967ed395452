"""A message has more contacts than phones, an author where it was forwarded, and words of its own in an album."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("contacts", "lengths"):
        op.add_column("touches", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
    op.add_column("touches", sa.Column("author", sa.Text()))


def downgrade() -> None:
    for name in ("author", "lengths", "contacts"):
        op.drop_column("touches", name)
