"""A lead knows how long it lay before it was handed over, what it overtook, and whether a hand did it.

Entries of old say nothing of that. Where this version has been before and was put back, they say it: it is read again.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

ledger = sa.table(
    "ledger", sa.column("office"), sa.column("seq"), sa.column("kind"), sa.column("lead"), sa.column("body")
)
leads = sa.table(
    "leads",
    *(sa.column("office"), sa.column("number")),
    *(sa.column("waited"), sa.column("overtook"), sa.column("by_itself", sa.Boolean())),
)


def upgrade() -> None:
    op.add_column("leads", sa.Column("waited", sa.Integer()))
    op.add_column("leads", sa.Column("overtook", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("leads", sa.Column("by_itself", sa.Boolean(), nullable=False, server_default=sa.false()))
    told = (ledger.c.kind == "handed", ledger.c.body.contains('"waited"'))
    for row in op.get_bind().execute(sa.select(ledger).where(*told).order_by(ledger.c.seq)).all():
        body = json.loads(row.body)
        values = {key: body[key] for key in ("waited", "overtook", "by_itself") if key in body}
        its = (leads.c.office == row.office, leads.c.number == row.lead)
        op.get_bind().execute(sa.update(leads).where(*its).values(values))


def downgrade() -> None:
    for name in ("by_itself", "overtook", "waited"):
        op.drop_column("leads", name)
