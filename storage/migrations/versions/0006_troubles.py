"""What the watchdog has told of, so that a restart tells nothing twice.

Types are spelled out here and not taken from `storage.columns`, so that this revision stays what it was.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "troubles",
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name=op.f("fk_troubles_office")),
        sa.PrimaryKeyConstraint("office", "kind", name=op.f("pk_troubles")),
    )


def downgrade() -> None:
    op.drop_table("troubles")
