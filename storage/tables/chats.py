"""What each chat shows, what has been heard in it, and what has been told of already."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, UniqueConstraint, text

from storage.columns import Json, UtcDateTime
from storage.tables.base import RowId, metadata, office_key, person_key

cards = Table(
    "cards",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("chat", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    *person_key("person"),
    Column("urgency", Integer, nullable=False),  # the lowest goes first
    Column("payload", Json, nullable=False),  # what a note says; which list of buttons is open
    Column("wanted", Integer, nullable=False, server_default="1"),
    Column("shown", Integer, nullable=False, server_default="0"),
    Column("anew", Integer, nullable=False, server_default="1"),  # from this version on sent anew, not edited
    Column("begun", Integer, nullable=False, server_default="0"),  # sends whose end nobody knows
    Column("stale", Json, nullable=False),  # messages that newer ones have replaced, still to be removed
    Column("message_ids", Json, nullable=False),
    Column("failing", Integer, nullable=False, server_default="0"),  # the version that could not be shown
    Column("failures", Integer, nullable=False, server_default="0"),  # how often it could not
    Column("retry_at", UtcDateTime),  # when that is tried again
    Column("given_up_at", UtcDateTime),  # when a version of it was last given up
    Column("shown_at", UtcDateTime),
    Column("cause", Text),  # what has last made it due, as of storage/causes.py
    UniqueConstraint("office", "chat", "kind", "subject"),
)
CARD_IS_DUE = text("(wanted <> shown OR stale <> '[]')")  # a query finds the index by the very same words
Index(
    "ix_cards_due",
    cards.c.urgency,
    cards.c.id,
    sqlite_where=CARD_IS_DUE,
    postgresql_where=CARD_IS_DUE,
)
Index(
    "ix_cards_due_in_chat",
    cards.c.chat,
    cards.c.urgency,
    cards.c.id,
    sqlite_where=CARD_IS_DUE,
    postgresql_where=CARD_IS_DUE,
)
Index("ix_cards_subject", cards.c.office, cards.c.kind, cards.c.subject)
IS_GIVEN_UP = text("given_up_at IS NOT NULL")
Index("ix_cards_given_up", cards.c.given_up_at, sqlite_where=IS_GIVEN_UP, postgresql_where=IS_GIVEN_UP)

updates = Table(
    "updates",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # the update's
    Column("at", UtcDateTime, nullable=False),
    Column("error", Text, nullable=False),
    Column("body", Json, nullable=False),
)

troubles = Table(
    "troubles",
    metadata,
    office_key(primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("since", UtcDateTime, nullable=False),
)

summaries = Table(
    "summaries",
    metadata,
    office_key(primary_key=True),
    Column("day", Text, primary_key=True),  # ISO date in the office's time zone
    Column("at", UtcDateTime, nullable=False),
)
