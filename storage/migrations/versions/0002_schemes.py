"""What the schemes look at: idle times, closing records, choices by hand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ADDED = {
    "people": ("arrival", "idle_since", "took_at"),
    "leads": ("picked", "picked_by"),
    "offers": ("chosen_by", "fair"),
}


def upgrade() -> None:
    op.add_column("people", sa.Column("arrival", sa.Integer(), nullable=False, server_default="0"))
    for name in ("idle_since", "took_at"):
        op.add_column("people", sa.Column(name, sa.DateTime(timezone=True)))
    for table, name in (
        ("leads", "picked"),
        ("leads", "picked_by"),
        ("offers", "chosen_by"),
        ("offers", "fair"),
    ):
        op.add_column(table, sa.Column(name, sa.Text()))
    op.create_table(
        "records",
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("won", sa.Integer(), nullable=False),
        sa.Column("lost", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office", "segment", "person", name=op.f("pk_records")),
        sa.ForeignKeyConstraint(["office"], ["offices.id"], name=op.f("fk_records_office")),
        _of_office("segment", "segments"),
        _of_office("person", "people"),
    )
    op.execute(
        "INSERT INTO records (office, segment, person, won, lost) "
        "SELECT office, segment, holder, SUM(CASE outcome WHEN 'won' THEN 1 ELSE 0 END), "
        "SUM(CASE outcome WHEN 'lost' THEN 1 ELSE 0 END) FROM leads "
        "WHERE outcome IN ('won', 'lost') AND holder IS NOT NULL GROUP BY office, segment, holder"
    )


def _of_office(column: str, of: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_records_office_{column}")
    return sa.ForeignKeyConstraint(["office", column], [f"{of}.office", f"{of}.id"], name=name)


def downgrade() -> None:
    op.drop_table("records")
    for table, columns in ADDED.items():
        for column in columns:
            op.drop_column(table, column)
