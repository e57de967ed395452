"""Views for whoever draws their own figures: whoever climbs puts up those of this program (`storage.views`)."""

from __future__ import annotations

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing of the tables changes."""


def downgrade() -> None:
    """Whoever climbs has taken the views down already."""
