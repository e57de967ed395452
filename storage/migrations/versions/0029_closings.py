"""What came of leads, by the week in which they were closed, their source, and whether the client was known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import islice
from typing import Any

import sqlalchemy as sa
from alembic import op

from leads.words import code_of
from storage.columns import UtcDateTime

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

BATCH = 5000

leads = sa.table(
    "leads",
    *(sa.column(name) for name in ("office", "segment", "holder", "owner", "source", "outcome")),
    sa.column("known", sa.Boolean()),
    sa.column("own", sa.Boolean()),
    *(sa.column(name, UtcDateTime()) for name in ("closed_at", "held_at", "handed_at")),
)
KEY = ("office", "segment", "person", "week", "source", "known")


def upgrade() -> None:
    closings = op.create_table(
        "closings",
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("won", sa.Integer(), nullable=False),
        sa.Column("lost", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*KEY, name=op.f("pk_closings")),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name=op.f("fk_closings_office")),
        _of_office("segment", "segments"),
        _of_office("person", "people"),
    )
    rows = _counted()
    while batch := list(islice(rows, BATCH)):
        op.get_bind().execute(sa.insert(closings), batch)


def downgrade() -> None:
    op.drop_table("closings")


def _of_office(column: str, of: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_closings_office_{column}")
    return sa.ForeignKeyConstraint(["office", column], [f"{of}.office", f"{of}.id"], name=name)


def _counted() -> Iterator[dict[str, Any]]:
    """All that there ever was, but of their holders' own clients."""
    others = sa.or_(leads.c.owner.is_(None), leads.c.owner != leads.c.holder)
    found = sa.select(leads).where(
        leads.c.outcome.in_(["won", "lost"]), leads.c.holder.is_not(None), leads.c.own.is_(False), others
    )
    won: Counter[tuple[Any, ...]] = Counter()
    closed: Counter[tuple[Any, ...]] = Counter()
    for row in op.get_bind().execute(found):
        key = (row.office, row.segment, row.holder, _week(row), code_of(row.source) or "", row.known)
        closed[key] += 1
        won[key] += row.outcome == "won"
    return ({**_named(key), "won": won[key], "lost": of - won[key]} for key, of in closed.items())


def _named(key: Iterable[Any]) -> dict[str, Any]:
    return dict(zip(KEY, key, strict=True))


def _week(row: Any) -> int:
    """By UTC, from Monday 0001-01-01 on."""
    at = row.closed_at or row.held_at or row.handed_at
    return (at.astimezone(UTC).toordinal() - 1) // 7 if at else 0
