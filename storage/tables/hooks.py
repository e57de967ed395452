"""Addresses outside that hear of leads: how each is doing, and what is on its way there; nothing of a client's."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text, text

from storage.columns import Json, UtcDateTime
from storage.tables.base import RowId, metadata, office_key

hooks = Table(
    "hooks",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("url", Text, nullable=False),
    Column("off", Text),  # why nothing is sent there, as of `storage.hooks.Off`; NULL: it is
    Column("off_at", UtcDateTime),
    Column("failing_since", UtcDateTime),  # NULL: the last letter arrived, or none was sent yet
    Column("told_at", UtcDateTime),  # when the administrator was told that it fails; NULL: nobody was
    Column("not_before", UtcDateTime),  # it has asked to be left alone until then
)
Index("ix_hooks_url", hooks.c.office, hooks.c.url, unique=True)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("hook", ForeignKey("hooks.id"), nullable=False),
    Column("seq", BigInteger),  # the entry of the ledger that it tells of; NULL: none, it is a test
    Column("lead", BigInteger),  # its number
    Column("event", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),  # as of `storage.deliveries.DeliveryState`
    Column("due_at", UtcDateTime),  # NULL: it waits for an earlier one of its lead, or is settled
    Column("tries", Integer, nullable=False, server_default="0"),  # since it was put on its way last
    Column("log", Json, nullable=False, server_default="[]"),  # each try: when, and what came of it
)
IS_PENDING = text("state = 'pending'")
Index("ix_deliveries_entry", deliveries.c.hook, deliveries.c.seq, unique=True)
Index(
    "ix_deliveries_due",
    deliveries.c.hook,
    deliveries.c.due_at,
    sqlite_where=IS_PENDING,
    postgresql_where=IS_PENDING,
)
Index(
    "ix_deliveries_lead",
    deliveries.c.hook,
    deliveries.c.lead,
    deliveries.c.seq,
    sqlite_where=IS_PENDING,
    postgresql_where=IS_PENDING,
)
Index("ix_deliveries_at", deliveries.c.office, deliveries.c.at)
