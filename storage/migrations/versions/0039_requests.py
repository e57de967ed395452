"""What sources send, as it came, and the secrets of those that are set up in the chat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

RowId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
HAS_KEY = sa.text("key IS NOT NULL")
IS_OPEN = sa.text("state IN ('stored', 'waits', 'unread')")


def upgrade() -> None:
    op.create_table(
        "requests",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("source", "kind")),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("key", sa.Text()),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("digest", "query", "content_type")),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("trouble", "call", "contact")),
        *(sa.Column(name, sa.BigInteger()) for name in ("touch", "lead")),
    )
    op.create_index("ix_requests_digest", "requests", ["office", "source", "digest"])
    op.create_index(
        "ix_requests_key",
        "requests",
        ["office", "source", "key"],
        unique=True,
        sqlite_where=HAS_KEY,
        postgresql_where=HAS_KEY,
    )
    op.create_index(
        "ix_requests_open",
        "requests",
        ["office", "state", "id"],
        sqlite_where=IS_OPEN,
        postgresql_where=IS_OPEN,
    )
    op.create_index("ix_requests_at", "requests", ["office", "at"])
    op.create_index("ix_requests_touch", "requests", ["touch"])
    op.create_table(
        "secrets",
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), primary_key=True, nullable=False),
        sa.Column("source", sa.Text(), primary_key=True, nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("secrets")
    op.drop_table("requests")
