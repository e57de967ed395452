"""How far the mailboxes have been read from which leads come."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from storage.columns import UtcDateTime
from storage.tables.base import metadata, office_key

mailboxes = Table(
    "mailboxes",
    metadata,
    office_key(primary_key=True),
    Column("source", Text, primary_key=True),
    Column("validity", BigInteger),  # UIDVALIDITY: with another one the numbers mean others; NULL: never read
    Column("uid", BigInteger),  # the last letter that is stored
    Column("state", Text),  # as of `storage.mailboxes.MailboxState`; NULL: nobody has tried it yet
    Column("since", UtcDateTime),
)
