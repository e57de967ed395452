"""The last mark of a lead can be taken back: what it has changed is kept for that; and why a lead is bad."""

from __future__ import annotations

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


def upgrade() -> None:
    for name, kind in COLUMNS:
        op.add_column("leads", sa.Column(name, kind))


def downgrade() -> None:
    for name, _ in reversed(COLUMNS):
        op.drop_column("leads", name)
