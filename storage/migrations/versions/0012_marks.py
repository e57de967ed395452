"""All marks that a lead ever had, and not only the last: figures tell what was marked, and conclude nothing."""

from __future__ import annotations

import json
from collections import defaultdict

import sqlalchemy as sa
from alembic import op

from storage.columns import Json

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ORDER = ("not_reached", "reached", "met", "invoiced")

leads = sa.table("leads", sa.column("office"), sa.column("number"), sa.column("marks", Json()))
ledger = sa.table("ledger", *map(sa.column, ("office", "kind", "lead", "body")))


def upgrade() -> None:
    op.add_column("leads", sa.Column("marks", Json(), nullable=False, server_default="[]"))
    bind = op.get_bind()
    noted = sa.select(ledger.c.office, ledger.c.lead, ledger.c.body).where(ledger.c.kind == "progress")
    found: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for entry in bind.execute(noted):
        found[entry.office, entry.lead].add(json.loads(entry.body)["progress"])
    if found:
        its = (leads.c.office == sa.bindparam("whose"), leads.c.number == sa.bindparam("lead"))
        change = sa.update(leads).where(*its).values({"marks": sa.bindparam("all_marks", type_=Json())})
        bind.execute(change, [_marked(*key, marks) for key, marks in found.items()])


def downgrade() -> None:
    op.drop_column("leads", "marks")


def _marked(office: int, lead: int, marks: set[str]) -> dict[str, object]:
    return {"whose": office, "lead": lead, "all_marks": [mark for mark in ORDER if mark in marks]}
