"""How a mailbox answers is known, also before it was read for the first time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mailboxes", sa.Column("state", sa.Text()))
    op.add_column("mailboxes", sa.Column("since", UtcDateTime()))
    _may_be_none(True)


def downgrade() -> None:
    """A mailbox that was never read is one that was never looked into."""
    op.execute("DELETE FROM mailboxes WHERE validity IS NULL")
    _may_be_none(False)
    for name in ("state", "since"):
        op.drop_column("mailboxes", name)


def _may_be_none(nullable: bool) -> None:
    with op.batch_alter_table("mailboxes") as mailboxes:
        for name in ("validity", "uid"):
            mailboxes.alter_column(name, existing_type=sa.BigInteger(), nullable=nullable)
