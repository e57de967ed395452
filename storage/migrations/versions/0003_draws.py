"""The weekly draws of the scheme `lottery`."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    texts = ("segment", "monday", "commitment", "secret", "lots", "members", "drawn")
    op.create_table(
        "draws",
        sa.Column("office", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("announced_at", INSTANT, nullable=False),
        sa.Column("draw_at", INSTANT, nullable=False),
        sa.Column("opened_at", INSTANT),
        sa.PrimaryKeyConstraint("office", "segment", "monday", name=op.f("pk_draws")),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name=op.f("fk_draws_office")),
        sa.ForeignKeyConstraint(
            ["office", "segment"],
            ["segments.office", "segments.id"],
            name=op.f("fk_draws_office_segment"),
        ),
    )


def downgrade() -> None:
    op.drop_table("draws")
