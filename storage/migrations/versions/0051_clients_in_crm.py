"""What a CRM was told of a lead's client is known by marks, so that what is put right here follows there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.columns import Json

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("told", "telling"):
        op.add_column("crm_leads", sa.Column(name, Json()))


def downgrade() -> None:
    for name in ("told", "telling"):
        op.drop_column("crm_leads", name)
