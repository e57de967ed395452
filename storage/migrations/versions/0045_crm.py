"""What of each lead the office's CRM shows, and is to show."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

RowId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
IS_DUE = sa.text("(wanted > pushed OR heard > looked)")


def upgrade() -> None:
    op.create_table(
        "crm_leads",
        sa.Column("lead", RowId, sa.ForeignKey("leads.id"), primary_key=True),
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("pushed", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("remote", sa.Text()),
        sa.Column("handle", sa.Text()),
        sa.Column("shown", Json(), nullable=False, server_default="{}"),
        sa.Column("sending", Json()),
        sa.Column("begun_at", UtcDateTime()),
        sa.Column("heard", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("looked", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("gone", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("failures", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("retry_at", UtcDateTime()),
        sa.Column("code", sa.Text()),
    )
    op.create_index(
        "ix_crm_leads_due", "crm_leads", ["office", "lead"], sqlite_where=IS_DUE, postgresql_where=IS_DUE
    )
    op.create_index("ix_crm_leads_remote", "crm_leads", ["office", "remote"])
    op.create_table(
        "crms",
        sa.Column("office", sa.Integer(), sa.ForeignKey("offices.id"), primary_key=True),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.Column("told_at", UtcDateTime()),
        sa.Column("last_at", UtcDateTime()),
        sa.Column("retry_at", UtcDateTime()),
        sa.Column("tries", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("known", Json(), nullable=False, server_default="{}"),
    )


def downgrade() -> None:
    op.drop_table("crms")
    op.drop_table("crm_leads")
