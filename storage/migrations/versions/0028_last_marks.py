"""The last mark of a lead can be taken back: what it has changed is kept for that; and why a lead is bad.

Where this version has been before and was put back, the ledger says why a lead is bad: it is read again.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

COLUMNS = (
    ("mark_at", UtcDateTime()),
    ("mark_before", sa.Text()),
    ("mark_again", sa.Boolean()),
    ("mark_first", sa.Boolean()),
    ("mark_uncalled", sa.Integer()),
    ("mark_kept_what", sa.Text()),
    ("mark_kept_at", UtcDateTime()),
    ("mark_kept_told", sa.Integer()),
    ("bad_reason", sa.Text()),
)

CLEARS = ("disputed", "settled", "reopened")
ledger = sa.table(
    "ledger", sa.column("office"), sa.column("seq"), sa.column("kind"), sa.column("lead"), sa.column("body")
)
leads = sa.table("leads", sa.column("office"), sa.column("number"), sa.column("bad_reason"))


def upgrade() -> None:
    for name, kind in COLUMNS:
        op.add_column("leads", sa.Column(name, kind))
    told: dict[tuple[int, int], str | None] = {}
    kinds = ledger.c.kind.in_((*CLEARS, "bad_reason"))
    for row in op.get_bind().execute(sa.select(ledger).where(kinds).order_by(ledger.c.seq)).all():
        body = json.loads(row.body)
        if row.kind == "bad_reason":
            told[row.office, row.lead] = body["reason"]
        elif not body.get("bad"):  # a bad lead that is settled keeps it
            told[row.office, row.lead] = None
    for (office, number), reason in told.items():
        if reason:
            its = (leads.c.office == office, leads.c.number == number)
            op.get_bind().execute(sa.update(leads).where(*its).values(bad_reason=reason))


def downgrade() -> None:
    for name, _ in reversed(COLUMNS):
        op.drop_column("leads", name)
