"""Swaps between managers, and roster proposals.

Types are spelled out here and not taken from `storage.columns`, so that this revision stays what it was.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "swaps",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("taken_by", sa.Text()),
        sa.Column("taken_at", INSTANT),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_swaps")),
        *_belongs("swaps", "person", "taken_by"),
    )
    op.create_index("ix_swaps_state", "swaps", ["office", "state", "ends_at"])
    op.create_table(
        "rosters",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("segment", sa.Text(), nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.Text()),
        sa.Column("shifts", sa.Text(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rosters")),
        *_belongs("rosters", "proposed_by", "settled_by"),
    )
    op.create_index("ix_rosters_week", "rosters", ["office", "state", "week"])


def downgrade() -> None:
    op.drop_table("rosters")
    op.drop_table("swaps")


def _belongs(table: str, *people: str) -> list[sa.ForeignKeyConstraint]:
    """To an office, to a segment and to people of it."""
    of_office = sa.ForeignKeyConstraint(["office"], ["offices.id"], name=op.f(f"fk_{table}_office"))
    columns = [("segment", "segments"), *((column, "people") for column in people)]
    return [
        of_office,
        *(
            sa.ForeignKeyConstraint(
                ["office", column], [f"{of}.office", f"{of}.id"], name=op.f(f"fk_{table}_office_{column}")
            )
            for column, of in columns
        ),
    ]
