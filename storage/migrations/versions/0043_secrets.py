"""Secrets have a room of their own: of whatever has one, and for a while the one before it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.rename_table("secrets", "secrets_of_sources")
    if op.get_bind().dialect.name != "sqlite":  # there the key keeps the name that it was made with
        op.execute("ALTER TABLE secrets_of_sources RENAME CONSTRAINT pk_secrets TO pk_secrets_of_sources")
    op.create_table(
        "secrets",
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text(), primary_key=True, nullable=False) for name in ("kind", "name")),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("before_until", UtcDateTime()),
    )
    op.execute(
        "INSERT INTO secrets (office, kind, name, secret)"
        " SELECT office, 'source', source, secret FROM secrets_of_sources"
    )
    op.drop_table("secrets_of_sources")


def downgrade() -> None:
    op.rename_table("secrets", "secrets_of_all")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("ALTER TABLE secrets_of_all RENAME CONSTRAINT pk_secrets TO pk_secrets_of_all")
    op.create_table(
        "secrets",
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), primary_key=True, nullable=False),
        sa.Column("source", sa.Text(), primary_key=True, nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
    )
    op.execute(
        "INSERT INTO secrets (office, source, secret)"
        " SELECT office, name, secret FROM secrets_of_all WHERE kind = 'source'"
    )
    op.drop_table("secrets_of_all")
