"""What the clock is to look at later that is no deadline of a lead: a row each."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text

from storage.columns import UtcDateTime
from storage.tables.base import metadata, office_key

watches = Table(
    "watches",
    metadata,
    office_key(primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("subject", Text, primary_key=True),  # as the kind says: a person, the row of a lead
    Column("since", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
)
Index("ix_watches_due", watches.c.office, watches.c.due_at)
