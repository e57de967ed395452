"""Who was the first to have a lead, and how soon: figures are counted from the lead's own row."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

leads = sa.table(
    "leads",
    sa.column("id"),
    sa.column("handed_at", UtcDateTime()),
    sa.column("taken_by"),
    sa.column("taken_after"),
)
offers = sa.table(
    "offers",
    sa.column("id"),
    sa.column("lead"),
    sa.column("result"),
    sa.column("claimed_by"),
    sa.column("closed_at", UtcDateTime()),
)


def upgrade() -> None:
    op.add_column("leads", sa.Column("taken_by", sa.Text()))
    op.add_column("leads", sa.Column("taken_after", sa.Integer()))
    bind = op.get_bind()
    first = sa.select(sa.func.min(offers.c.id)).where(offers.c.result == "claimed").group_by(offers.c.lead)
    claims = (
        sa.select(offers.c.lead, offers.c.claimed_by, offers.c.closed_at, leads.c.handed_at)
        .join(leads, leads.c.id == offers.c.lead)
        .where(offers.c.id.in_(first))
    )
    found = [
        {"row": claim.lead, "who": claim.claimed_by, "after": _seconds(claim.handed_at, claim.closed_at)}
        for claim in bind.execute(claims)
    ]
    if found:
        its = leads.c.id == sa.bindparam("row")
        values: dict[Any, Any] = {"taken_by": sa.bindparam("who"), "taken_after": sa.bindparam("after")}
        bind.execute(sa.update(leads).where(its).values(values), found)


def downgrade() -> None:
    op.drop_column("leads", "taken_after")
    op.drop_column("leads", "taken_by")


def _seconds(handed_at: datetime, taken_at: datetime) -> int:
    return max(0, round((taken_at - handed_at).total_seconds()))
