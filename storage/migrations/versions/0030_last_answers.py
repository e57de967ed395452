"""Of everybody's last answers it is known which were free: what the ledger says of those before is counted."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

WINDOW = 40
BATCH = 10_000
ANSWERS = ("claimed", "declined", "lapsed")
TAKEN = ("claimed", "claimed_late", "assigned", "kept")
KINDS = ("offered", *ANSWERS, *TAKEN[1:], "given_back", "withdrawn")

ledger = sa.table(
    "ledger",
    sa.column("office"),
    sa.column("seq"),
    sa.column("kind"),
    sa.column("lead"),
    sa.column("body"),
)
people = sa.table("people", sa.column("office"), sa.column("id"), sa.column("answers"))


def upgrade() -> None:
    op.add_column("people", sa.Column("answers", sa.Text(), nullable=False, server_default="[]"))
    for office in op.get_bind().scalars(sa.select(ledger.c.office).distinct()).all():
        for who, answers in _folded(office).items():
            theirs = (people.c.office == office, people.c.id == who)
            op.get_bind().execute(sa.update(people).where(*theirs).values(answers=json.dumps(answers)))


def downgrade() -> None:
    op.drop_column("people", "answers")


def _folded(office: int) -> dict[str, list[int]]:
    """As `leads.norm` and `leads.evolve` have it: numbers of leads, below nothing where the decline was free."""
    answers: dict[str, list[int]] = defaultdict(list)
    alone: dict[int, str | None] = {}  # by lead: whom the scheme has asked alone just now
    for row in _entries(office):
        body: Mapping[str, Any] = json.loads(row.body)
        if row.kind == "offered":
            is_one = body["step"] == "offer" and len(body["offered"]) == 1
            alone[row.lead] = body["offered"][0] if is_one else None
        if row.kind in ANSWERS and (who := alone.get(row.lead)):
            answers[who] = [*(one for one in answers[who] if abs(one) != row.lead), row.lead][-WINDOW:]
        if row.kind == "given_back" and body["cause"] == "accepted_reason":
            answers[body["who"]] = [-one if one == row.lead else one for one in answers[body["who"]]]
        undone = list(answers) if row.kind == "withdrawn" else [body["who"]] if row.kind in TAKEN else []
        for who in undone:
            answers[who] = [row.lead if one == -row.lead else one for one in answers[who]]
    return answers


def _entries(office: int) -> Iterator[Any]:
    last = 0
    while True:
        after = (ledger.c.office == office, ledger.c.seq > last, ledger.c.kind.in_(KINDS))
        query = sa.select(ledger.c.seq, ledger.c.kind, ledger.c.lead, ledger.c.body)
        rows = op.get_bind().execute(query.where(*after).order_by(ledger.c.seq).limit(BATCH)).all()
        if not rows:
            return
        yield from rows
        last = rows[-1].seq
