"""Clients, their contacts, and everything that happened around their leads. Nothing personal is anywhere else."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    literal_column,
    text,
)

from storage.columns import Json, UtcDateTime
from storage.tables.base import RowId, metadata, office_key, person_key

clients = Table(
    "clients",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("name", Text),
    Column("language", Text),
    Column("region", Text),  # where the client is, in words
    Column("place", Text),  # its id in the gazetteer
    Column("region_by", Text),  # how it is known
    *person_key("owner"),  # the manager who looks after the client
    Column("last_at", UtcDateTime),  # since when; NULL: nobody has had the client yet
    sqlite_autoincrement=True,  # one that was erased is never another's
)

contacts = Table(
    "contacts",
    metadata,
    office_key(primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),  # as it is compared; a phone is E.164, `;ext=` behind
    Column("client", ForeignKey("clients.id"), nullable=False),
    Column("position", Integer, nullable=False, server_default="0"),  # among the client's own
    Column("came_with", BigInteger),  # the client with whom it came here, by a join; NULL: none
)
Index("ix_contacts_client", contacts.c.client)

terms = Table(
    "terms",  # by which words a client is found; made of the others
    metadata,
    office_key(primary_key=True),
    Column("term", Text().with_variant(Text(collation="C"), "postgresql"), primary_key=True),
    Column("client", ForeignKey("clients.id"), primary_key=True),
    sqlite_with_rowid=False,
)
Index("ix_terms_client", terms.c.client)

joins = Table(
    "joins",  # of two clients who are one: whose everything is with the other now, until they are parted
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("client", ForeignKey("clients.id"), nullable=False),
    Column("same_as", ForeignKey("clients.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("numbers", Json, nullable=False),  # of the leads of each, as the ledger names them
    Column("other_numbers", Json, nullable=False),
    *person_key("owner"),  # who looked after the other one before anybody was joined with them
    Column("last_at", UtcDateTime),
    sqlite_autoincrement=True,  # a button of one that was parted parts no other
)
Index("ix_joins_client", joins.c.client, unique=True)
Index("ix_joins_same_as", joins.c.same_as)

touches = Table(
    "touches",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("client", ForeignKey("clients.id"), nullable=False),
    Column("lead", ForeignKey("leads.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("came_with", BigInteger),  # the lead that was added to this one, with it; NULL: none
    *person_key("who"),  # wrote it down; NULL: nobody of the office
    Column("kind", Text, nullable=False),
    Column("what", Text),  # of a mark: which
    Column("source", Text),  # by which it came; what counts for the lead is its own
    Column("text", Text, nullable=False, server_default=""),
    Column("attachments", Json, nullable=False),  # how many of each kind
    Column("chat", BigInteger),  # where its messages are
    Column("messages", Json, nullable=False),
    Column("lengths", Json, nullable=False, server_default="[]"),  # of the words of each, in the text
    Column("album", Text),  # Telegram's media group
    Column("author", Text),  # what stands for whoever wrote what was forwarded
    Column("relay", Text),  # what stands for the bot or the channel that it was forwarded from
    Column("name", Text),  # from here on what was read in it
    Column("phone", Text),  # which of the numbers is the client's own
    Column("phones", Json, nullable=False, server_default="[]"),  # every number, in its order
    Column("phones_found", Integer, nullable=False, server_default="0"),  # how many there are
    Column(
        "slips", Json, nullable=False, server_default="[]"
    ),  # what looks like a number: its flaw, as written
    Column("contacts", Json, nullable=False, server_default="[]"),  # all others than phones: kind, value
    Column("language", Text),
    Column("region", Text),
    Column("place", Text),
    Column("region_by", Text),
)
Index("ix_touches_lead", touches.c.lead)
Index("ix_touches_client", touches.c.client)
FIRST: ColumnElement[str] = literal_column("'first'")
"""The kind, for statements: a value of its own would not find the index of the first ones, and SQLite would hold it
against that index, and plan the statement anew, each time that it is executed.
"""
IS_FIRST = touches.c.kind == FIRST
Index("ix_touches_first", touches.c.lead, unique=True, sqlite_where=IS_FIRST, postgresql_where=IS_FIRST)
IS_OF_ALBUM = text("album IS NOT NULL")
Index(
    "ix_touches_album",
    touches.c.office,
    touches.c.album,
    sqlite_where=IS_OF_ALBUM,
    postgresql_where=IS_OF_ALBUM,
)
HAS_RELAY = text("relay IS NOT NULL")
Index(
    "ix_touches_relay",
    touches.c.office,
    touches.c.relay,
    touches.c.id,
    sqlite_where=HAS_RELAY,
    postgresql_where=HAS_RELAY,
)
