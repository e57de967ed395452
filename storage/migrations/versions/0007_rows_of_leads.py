"""A lead's row keeps its number for good: SQLite gave the number of a draft that was thrown away to the next one."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _made_anew(counting=True)


def downgrade() -> None:
    _made_anew(counting=False)


def _made_anew(*, counting: bool) -> None:
    """PostgreSQL counts by a sequence, which never goes back."""
    if op.get_bind().dialect.name == "sqlite":
        arguments = {"sqlite_autoincrement": counting}
        with op.batch_alter_table("leads", recreate="always", table_kwargs=arguments):
            pass
