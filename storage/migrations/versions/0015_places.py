"""Where a client is has an id, and it is known how; of an erased client it is not kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is stored was read from the number alone."""
    op.add_column("leads", sa.Column("place", sa.Text))
    op.add_column("leads", sa.Column("region_by", sa.Text))
    op.execute("UPDATE leads SET region_by = 'number' WHERE region IS NOT NULL")
    op.execute("UPDATE leads SET region = NULL, region_by = NULL WHERE erased IS NOT NULL")


def downgrade() -> None:
    op.drop_column("leads", "region_by")
    op.drop_column("leads", "place")
