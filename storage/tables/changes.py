"""What was changed of the set-up, by whom and when: a row for each transaction that has changed it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, Text

from storage.columns import Json, UtcDateTime
from storage.tables.base import RowId, metadata, office_key

changes = Table(
    "changes",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("at", UtcDateTime, nullable=False),
    Column("person", Text),  # who has changed it; NULL: an office file, or whoever came by a link
    Column("entry", BigInteger, nullable=False),  # of the ledger, which has sealed the set-up with it
    Column("differences", Json, nullable=False),  # as of `storage.changes.Difference`
)
Index("ix_changes_newest", changes.c.office, changes.c.id)
