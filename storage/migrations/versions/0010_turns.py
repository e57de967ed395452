"""A turn that was charged stands in columns of its own: figures are counted from them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BATCH = 10_000
offers = sa.table(
    "offers",
    sa.column("id"),
    sa.column("turn"),
    sa.column("payer"),
    sa.column("gained"),
    sa.column("ticket_before"),
    sa.column("idle_before", UtcDateTime()),
)
PARTS = ("payer", "gained", "ticket_before", "idle_before")
Row = Mapping[str, Any]


def upgrade() -> None:
    for column in (
        sa.Column("payer", sa.Text()),
        sa.Column("gained", sa.Text()),
        sa.Column("ticket_before", sa.BigInteger()),
        sa.Column("idle_before", sa.DateTime(timezone=True)),
    ):
        op.add_column("offers", column)
    for rows in _batches(offers.c.turn):
        _write(PARTS, [{"row": row["id"], **_apart(json.loads(row["turn"]))} for row in rows])
    op.drop_column("offers", "turn")


def downgrade() -> None:
    op.add_column("offers", sa.Column("turn", sa.Text()))
    for rows in _batches(offers.c.payer):
        _write(
            ("turn",), [{"row": row["id"], "turn_": json.dumps(_whole(row), sort_keys=True)} for row in rows]
        )
    for name in PARTS:
        op.drop_column("offers", name)


def _batches(of: sa.ColumnElement[Any]) -> Iterator[Sequence[Row]]:
    """The rows in which this column is not empty."""
    wanted = (offers.c.id, *(offers.c[name] for name in (PARTS if of is offers.c.payer else ("turn",))))
    last = 0
    while True:
        query = (
            sa.select(*wanted).where(of.is_not(None), offers.c.id > last).order_by(offers.c.id).limit(BATCH)
        )
        rows = op.get_bind().execute(query).mappings().all()
        if not rows:
            return
        last = rows[-1]["id"]
        yield [dict(row) for row in rows]


def _write(names: Sequence[str], values: Sequence[Row]) -> None:
    new: dict[Any, Any] = {name: sa.bindparam(f"{name}_") for name in names}
    op.get_bind().execute(sa.update(offers).where(offers.c.id == sa.bindparam("row")).values(new), values)


def _apart(turn: Row) -> Row:
    idle = turn.get("idle_before")
    return {
        "payer_": turn["payer"],
        "gained_": json.dumps(turn["gained"], ensure_ascii=False, sort_keys=True),
        "ticket_before_": turn["ticket_before"],
        "idle_before_": datetime.fromisoformat(idle) if idle else None,
    }


def _whole(row: Row) -> Row:
    turn = {"payer": row["payer"], "gained": json.loads(row["gained"]), "ticket_before": row["ticket_before"]}
    idle = row["idle_before"]
    return turn | {"idle_before": idle.isoformat()} if idle else turn
