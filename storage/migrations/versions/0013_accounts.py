"""A link says whose account it may replace, and the role of ADMIN_IDS is stored with nobody any more.

The program used to write it into the roles of whoever pressed Start. The ledger tells those from the others: somebody
joined as administrator, and no link to that role was used at that instant. An office file that was loaded since may
have given the role as well, which nothing tells; it is taken all the same, and loading the file again gives it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from storage.columns import UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ADMIN = "admin"
people = sa.table("people", sa.column("office"), sa.column("id"), sa.column("roles"))
invitations = sa.table(
    "invitations", sa.column("office"), sa.column("role"), sa.column("used_at", UtcDateTime())
)
ledger = sa.table(
    "ledger", sa.column("office"), sa.column("at", UtcDateTime()), sa.column("kind"), sa.column("body")
)


def upgrade() -> None:
    op.add_column("invitations", sa.Column("replaces", sa.BigInteger()))
    op.add_column("offices", sa.Column("loaded", sa.Text()))
    bind = op.get_bind()
    for office, who in set(_given_by_the_settings(bind)):
        here = (people.c.office == office, people.c.id == who)
        roles = json.loads(bind.scalar(sa.select(people.c.roles).where(*here)) or "[]")
        kept = json.dumps([role for role in roles if role != ADMIN])
        bind.execute(sa.update(people).where(*here).values(roles=kept))


def downgrade() -> None:
    op.drop_column("offices", "loaded")
    op.drop_column("invitations", "replaces")


def _given_by_the_settings(bind: sa.Connection) -> Iterator[tuple[int, str]]:
    links = sa.select(invitations.c.office, invitations.c.used_at).where(invitations.c.role == ADMIN)
    by_link = {(row.office, row.used_at) for row in bind.execute(links)}
    joined = sa.select(ledger.c.office, ledger.c.at, ledger.c.body).where(ledger.c.kind == "joined")
    for row in bind.execute(joined):
        body = json.loads(row.body)
        if body["roles"] == [ADMIN] and (row.office, row.at) not in by_link:
            yield row.office, body["who"]
