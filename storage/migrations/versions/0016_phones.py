"""A lead keeps every number of its message, and what only looks like one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("phones", "slips"):
        op.add_column("leads", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
    op.execute("""UPDATE leads SET phones = '["' || phone || '"]' WHERE phone IS NOT NULL""")


def downgrade() -> None:
    for name in ("slips", "phones"):
        op.drop_column("leads", name)
