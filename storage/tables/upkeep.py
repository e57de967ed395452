"""When what keeps the office's data safe was last done: a copy of the database made, the ledger verified."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from storage.columns import Json, UtcDateTime
from storage.tables.base import metadata, office_key

upkeep = Table(
    "upkeep",
    metadata,
    office_key(primary_key=True),
    Column("kind", Text, primary_key=True),  # as of `storage.upkeep.UpkeepKind`
    Column("at", UtcDateTime),  # when it was last done; NULL: never yet
    Column("facts", Json, nullable=False),  # what came of it
    Column("asked_at", UtcDateTime),  # since when it is being done; NULL: it is not
    Column("asked_by", Text),
)
