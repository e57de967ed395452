"""A card that cannot be shown waits behind the others of its chat; offers go before answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SWAPPED = "UPDATE cards SET urgency = 1 - urgency WHERE urgency < 2"
INSTANTS = ("retry_at", "given_up_at", "shown_at")
COUNTS = ("failing", "failures")
IS_GIVEN_UP = sa.text("given_up_at IS NOT NULL")


def upgrade() -> None:
    for name in COUNTS:
        op.add_column("cards", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    for name in INSTANTS:
        op.add_column("cards", sa.Column(name, sa.DateTime(timezone=True)))
    op.create_index(
        "ix_cards_given_up",
        "cards",
        ["given_up_at"],
        sqlite_where=IS_GIVEN_UP,
        postgresql_where=IS_GIVEN_UP,
    )
    op.execute(SWAPPED)


def downgrade() -> None:
    op.execute(SWAPPED)
    op.drop_index("ix_cards_given_up", "cards")
    for name in (*INSTANTS, *COUNTS):
        op.drop_column("cards", name)
