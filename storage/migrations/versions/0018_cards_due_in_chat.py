"""Each chat's first card that is due is found however much waits for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

IS_DUE = sa.text("(wanted <> shown OR stale <> '[]')")


def upgrade() -> None:
    columns = ["chat", "urgency", "id"]
    op.create_index("ix_cards_due_in_chat", "cards", columns, sqlite_where=IS_DUE, postgresql_where=IS_DUE)


def downgrade() -> None:
    op.drop_index("ix_cards_due_in_chat", "cards")
