"""How far the mailboxes have been read from which leads come."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from storage.tables.base import metadata, office_key

mailboxes = Table(
    "mailboxes",
    metadata,
    office_key(primary_key=True),
    Column("source", Text, primary_key=True),
    Column("validity", BigInteger, nullable=False),  # UIDVALIDITY: with another one the numbers mean others
    Column("uid", BigInteger, nullable=False),  # the last letter that is stored
)
