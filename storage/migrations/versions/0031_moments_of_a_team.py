"""A turn knows at which moment of its team it was charged, so what came between is known when it is given back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("segments", sa.Column("moment", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("segments", sa.Column("drawings", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("members", sa.Column("since", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("offers", sa.Column("moment", sa.Integer()))
    offers = sa.table("offers", sa.column("payer"), sa.column("moment"))
    op.execute(sa.update(offers).where(offers.c.payer.is_not(None)).values(moment=0))


def downgrade() -> None:
    op.drop_column("offers", "moment")
    op.drop_column("members", "since")
    op.drop_column("segments", "drawings")
    op.drop_column("segments", "moment")
