"""What sources send, as it came: kept until it is read, and for a while after that."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, Table, Text, text

from storage.columns import Json, UtcDateTime
from storage.tables.base import RowId, metadata, office_key

requests = Table(
    "requests",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("source", Text, nullable=False),  # its id, or what the sender calls it
    Column("kind", Text, nullable=False),  # by which it is read
    Column("at", UtcDateTime, nullable=False),
    Column("key", Text),  # stands for what the sender calls it, so that it is one when it comes again
    Column("digest", Text, nullable=False),  # stands for the whole of it
    Column("query", Text, nullable=False),
    Column("content_type", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),  # empty once it is forgotten
    Column("state", Text, nullable=False),
    Column("trouble", Text),  # why nothing could be read of it
    Column(
        "fields", Json, nullable=False, server_default="[]"
    ),  # then, as its sender calls them, with their values
    Column("call", Text),  # stands for the call that it is about
    Column("contact", Text),  # the number of whoever has called, while nobody has called back
    Column("touch", BigInteger),  # what was read of it
    Column("lead", BigInteger),  # the row of the lead that this was said with at first
)
Index("ix_requests_digest", requests.c.office, requests.c.source, requests.c.digest)
HAS_KEY = text("key IS NOT NULL")
Index(
    "ix_requests_key",
    requests.c.office,
    requests.c.source,
    requests.c.key,
    unique=True,
    sqlite_where=HAS_KEY,
    postgresql_where=HAS_KEY,
)
IS_OPEN = text("state IN ('stored', 'waits', 'unread')")
Index(
    "ix_requests_open",
    requests.c.office,
    requests.c.state,
    requests.c.id,
    sqlite_where=IS_OPEN,
    postgresql_where=IS_OPEN,
)
Index("ix_requests_at", requests.c.office, requests.c.at)
Index("ix_requests_touch", requests.c.touch)
