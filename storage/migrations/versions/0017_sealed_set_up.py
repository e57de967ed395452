"""The set-up is sealed into the ledger, and the office counts its entries; an older office has its first seal when
the bot writes next."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

OFFICES = sa.table("offices", sa.column("id", sa.Integer), sa.column("account_key", sa.Text))


def upgrade() -> None:
    with op.batch_alter_table("offices") as offices:
        offices.add_column(sa.Column("ledger_length", sa.BigInteger(), nullable=False, server_default="0"))
        offices.add_column(sa.Column("set_up_entry", sa.BigInteger()))
        offices.add_column(sa.Column("account_key", sa.Text(), nullable=False, server_default=""))
    op.execute(
        "UPDATE offices SET ledger_length = (SELECT count(*) FROM ledger WHERE ledger.office = offices.id)"
    )
    for (id,) in op.get_bind().execute(sa.select(OFFICES.c.id)).all():
        op.execute(sa.update(OFFICES).where(OFFICES.c.id == id).values(account_key=secrets.token_hex(32)))
    with op.batch_alter_table("offices") as offices:
        offices.alter_column("account_key", server_default=None)


def downgrade() -> None:
    """The entries stay: nothing is ever taken out of the ledger."""
    for column in ("account_key", "set_up_entry", "ledger_length"):
        op.drop_column("offices", column)
