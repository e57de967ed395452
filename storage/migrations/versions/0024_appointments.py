"""A client is promised a call or a meeting, at its time; who called a lead's client first, and how soon.

Who did so of the leads there are, the ledger tells.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

KINDS = ("claimed", "assigned", "progress", "returned", "closed", "disputed", "settled")

ledger = sa.table(
    "ledger", sa.column("at", UtcDateTime()), *map(sa.column, ("office", "seq", "kind", "lead", "body"))
)
leads = sa.table(
    "leads", *map(sa.column, ("office", "number", "uncalled", "contacted_by", "contacted_after"))
)


def upgrade() -> None:
    op.add_column("leads", sa.Column("appointment_what", sa.Text()))
    op.add_column("leads", sa.Column("appointment_at", sa.DateTime(timezone=True)))
    op.add_column("leads", sa.Column("appointment_told", sa.Integer()))
    op.add_column("leads", sa.Column("uncalled", sa.Integer()))
    op.add_column("leads", sa.Column("contacted_by", sa.Text()))
    op.add_column("leads", sa.Column("contacted_after", sa.Integer()))
    values: dict[Any, Any] = {
        "uncalled": sa.bindparam("waits"),
        "contacted_by": sa.bindparam("who"),
        "contacted_after": sa.bindparam("after"),
    }
    at = (leads.c.office == sa.bindparam("in"), leads.c.number == sa.bindparam("lead"))
    if found := list(_contacts()):
        op.get_bind().execute(leads.update().where(*at).values(values), found)


def downgrade() -> None:
    """A version that knows no appointments would not know what to do when one comes due: it looks again at once."""
    op.execute(
        "UPDATE leads SET due_kind = 'reminder' WHERE due_kind IN ('call_back', 'meeting', 'first_contact')"
    )
    for name in ("contacted_after", "contacted_by", "uncalled"):
        op.drop_column("leads", name)
    for name in ("appointment_told", "appointment_at", "appointment_what"):
        op.drop_column("leads", name)


def _contacts() -> Iterator[dict[str, Any]]:
    """Each lead that somebody has had, as its entries tell it."""
    said = sa.select(ledger.c.office, ledger.c.lead, ledger.c.kind, ledger.c.at, ledger.c.body)
    rows = said.where(ledger.c.kind.in_(KINDS)).order_by(ledger.c.office, ledger.c.lead, ledger.c.seq)
    found: dict[tuple[int, int], dict[str, Any]] = {}
    held: dict[tuple[int, int], datetime] = {}
    for row in op.get_bind().execute(rows):
        key, at = (row.office, row.lead), row.at
        lead = found.setdefault(
            key, {"in": row.office, "lead": row.lead, "waits": None, "who": None, "after": None}
        )
        if row.kind in {"claimed", "assigned"}:
            lead["waits"], held[key] = 0, at
            continue
        if row.kind == "progress" and lead["waits"] is not None and lead["who"] is None:
            lead["who"] = json.loads(row.body)["who"]
            lead["after"] = max(0, round((at - held[key]).total_seconds()))
        lead["waits"] = None
    yield from found.values()
