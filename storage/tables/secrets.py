"""The secrets that the chat has made or was told: of whose address they are, or whose letters they sign."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from storage.columns import UtcDateTime
from storage.tables.base import metadata, office_key

secrets = Table(
    "secrets",
    metadata,
    office_key(primary_key=True),
    Column("kind", Text, primary_key=True),  # as of `storage.secrets.SecretOf`
    Column("name", Text, primary_key=True),  # what has it, as its kind calls it
    Column("secret", Text, nullable=False),
    Column("before", Text),  # the one before it, which counts besides
    Column("before_until", UtcDateTime),  # so long
)
