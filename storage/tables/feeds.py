"""Private addresses at which somebody's calendar reads when they are on duty."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text

from storage.columns import UtcDateTime
from storage.tables.base import metadata, office_key, person_key

feeds = Table(
    "feeds",
    metadata,
    office_key(primary_key=True),
    Column("link", Text, primary_key=True),  # a hash of what stands in the address
    *person_key("person", nullable=False),
    Column("nonce", Text, nullable=False),  # makes the address together with a secret that is not stored
    Column("made_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),  # kept, so that whoever still reads it is told that it is over
)
Index("ix_feeds_person", feeds.c.office, feeds.c.person)
