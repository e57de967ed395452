"""Leads, the offers that are made of them, and the ledger that tells of both."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.columns import Json, Seconds, UtcDateTime
from storage.tables.base import RowId, metadata, office_key, person_key

leads = Table(
    "leads",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("number", Integer),
    Column("client", ForeignKey("clients.id")),  # NULL: erased
    Column("state", Text, nullable=False),
    Column("segment", Text, nullable=False),
    Column("known", Boolean, nullable=False, server_default=false()),
    *person_key("owner"),
    Column("duplicate_of", Integer),
    Column("picked", Text),  # whom the secretary picked, and who they are
    Column("picked_by", Text),
    Column("path", Json, nullable=False),
    Column("rung", Integer, nullable=False, server_default="0"),
    Column("ack_timeout", Seconds, nullable=False),
    Column("step_timeout", Seconds, nullable=False),
    Column("wait_for_owner", Boolean, nullable=False, server_default=false()),
    Column("created_at", UtcDateTime, nullable=False),
    Column("handed_at", UtcDateTime),
    *person_key("holder"),
    Column("held_at", UtcDateTime),
    Column("taken_by", Text),  # the first who had it
    Column("taken_after", Integer),  # in how many seconds from the hand-over
    Column("closed_at", UtcDateTime),
    Column("outcome", Text),
    Column("amount", BigInteger),
    Column("lost_reason", Text),
    Column("bad_reason", Text),
    Column("progress", Text),  # the last mark
    Column("marks", Json, nullable=False, server_default="[]"),  # all that ever were made
    Column("mark_at", UtcDateTime),  # when the last was made, for whoever takes it back; what it has changed:
    Column("mark_before", Text),
    Column("mark_again", Boolean),
    Column("mark_first", Boolean),
    Column("mark_uncalled", Integer),
    Column("mark_kept_what", Text),
    Column("mark_kept_at", UtcDateTime),
    Column("mark_kept_told", Integer),
    Column("reminders", Integer, nullable=False, server_default="0"),
    Column("repeats", Integer, nullable=False, server_default="0"),
    Column("appointment_what", Text),  # what the client was promised: a call, a meeting
    Column("appointment_at", UtcDateTime),
    Column("appointment_told", Integer),  # how far that was told of
    Column("uncalled", Integer),  # how often it was told that nobody has called yet; NULL: somebody has
    Column("contacted_by", Text),  # who called first
    Column("contacted_after", Integer),  # in how many seconds from the moment when they took it
    Column("due_kind", Text),
    Column("due_at", UtcDateTime),
    *person_key("secretary"),
    Column("source", Text),
    Column("own", Boolean, nullable=False, server_default=false()),
    Column("waited", Integer),  # seconds from its first message to the hand-over; NULL: nobody counted them
    Column("overtook", Integer, nullable=False, server_default="0"),  # older drafts of whoever took the call
    Column("by_itself", Boolean, nullable=False, server_default=false()),  # handed over by no hand
    Column("added_to", Integer),  # taken back: to which lead, by number, what was said with it was added
    Column("came_with", BigInteger),  # the client with whom it came to its own, by a join; NULL: none
    Column("erased", Text),  # why nothing of the client is stored any more
    Column("imported", Text),  # the key of the file's line that it came from; stays when the client is erased
    UniqueConstraint("office", "number"),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
    sqlite_autoincrement=True,  # a draft's row is never another's: its buttons live on in the chat
)
Index("ix_leads_due", leads.c.office, leads.c.due_at)
Index("ix_leads_state", leads.c.office, leads.c.state, leads.c.holder)
Index("ix_leads_client", leads.c.client)
Index("ix_leads_handed", leads.c.office, leads.c.handed_at)
IS_IMPORTED = text("imported IS NOT NULL")
Index(
    "ix_leads_imported",
    leads.c.office,
    leads.c.imported,
    unique=True,
    sqlite_where=IS_IMPORTED,
    postgresql_where=IS_IMPORTED,
)

offers = Table(
    "offers",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("lead", ForeignKey("leads.id"), nullable=False),
    Column("step", Text, nullable=False),
    Column("scheme", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("people", Json, nullable=False),
    Column("sole", Text),  # whom it occupies: an open offer to one person alone
    Column("result", Text, nullable=False),
    Column("answers", Json, nullable=False),
    Column("reasons", Json, nullable=False),
    Column("claimed_by", Text),
    Column("delivered_at", UtcDateTime),
    Column("closed_at", UtcDateTime),
    Column("payer", Text),  # of the turn that was charged; none was, or it was given back
    Column("gained", Json),  # by whom how much, in share units
    Column("ticket_before", BigInteger),
    Column("idle_before", UtcDateTime),
    Column("moment", Integer),  # of the team, as of leads/turns.py
    Column("chosen_by", Text),  # by hand: who chose
    Column("fair", Text),  # chosen by hand: whom the rule would have chosen
    Column("word", Text),  # declined as of another segment: what the head says of that
    Column("tap_window", Seconds),  # for so long from the first tap on whoever taps takes part
    Column("wanted", Json, nullable=False, server_default="[]"),  # who has tapped
)
Index("ix_offers_lead", offers.c.lead)
Index("ix_offers_sole", offers.c.office, offers.c.sole)

ledger = Table(
    "ledger",
    metadata,
    office_key(primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", Text, nullable=False),
    Column("lead", Integer),  # its number
    Column("body", Text, nullable=False),  # canonical JSON
    Column("seal", Text, nullable=False),
)
Index("ix_ledger_lead", ledger.c.office, ledger.c.lead, ledger.c.seq)
IS_OF_CLIENTS = text("kind IN ('clients_joined', 'clients_parted')")
Index(
    "ix_ledger_of_clients",
    ledger.c.office,
    ledger.c.seq,
    sqlite_where=IS_OF_CLIENTS,
    postgresql_where=IS_OF_CLIENTS,
)
