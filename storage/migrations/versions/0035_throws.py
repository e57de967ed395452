"""A week is drawn with a throw after the lots are closed; until then the ledger has only seals of the lots."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, UtcDateTime

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

TEXTS = ("thrower", "throw")
MOMENTS = ("throw_until", "asked_at")
MAPPINGS = ("seals", "salts", "times")


def upgrade() -> None:
    for name in TEXTS:
        op.add_column("draws", sa.Column(name, sa.Text()))
    for name in MOMENTS:
        op.add_column("draws", sa.Column(name, UtcDateTime()))
    for name in MAPPINGS:
        op.add_column("draws", sa.Column(name, Json(), nullable=False, server_default="{}"))


def downgrade() -> None:
    for name in reversed((*TEXTS, *MOMENTS, *MAPPINGS)):
        op.drop_column("draws", name)
