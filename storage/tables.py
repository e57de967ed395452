"""Every table. Each row knows its office; people and segments go by their short ids.

Personal data of clients is in `clients`, `contacts`, `touches`, and as it came in `set_aside`; nowhere else
(docs/decisions/0021-clients-and-touches.md). How it is erased: `storage.personal`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    literal_column,
    text,
    true,
)

from storage.columns import Exact, Json, Seconds, UtcDateTime, fresh_key

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

RowId = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows only in an INTEGER key


def _office(primary_key: bool = False) -> Column[int]:
    return Column("office", ForeignKey("offices.id"), primary_key=primary_key, nullable=False)


def _person(name: str, nullable: bool = True) -> tuple[Column[str], ForeignKeyConstraint]:
    return Column(name, Text, nullable=nullable), ForeignKeyConstraint(
        ["office", name], ["people.office", "people.id"]
    )


offices = Table(
    "offices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("settings", Json, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),  # grows with every change of the set-up
    Column("next_number", Integer, nullable=False, server_default="1"),  # of the next lead
    Column("summary_due", UtcDateTime),  # when the next daily summary is due
    Column("loaded", Json),  # the office as the last file left it
    Column(
        "ledger_length", BigInteger, nullable=False, server_default="0"
    ),  # entries, also of a tail cut off
    Column("set_up_entry", BigInteger),  # of the ledger, in which the set-up was last sealed
    Column("account_key", Text, nullable=False, default=fresh_key),  # hides people's accounts there, hex
    Column("import_salt", Text),  # of the keys of imported lines, hex; made at the first import
)

people = Table(
    "people",
    metadata,
    _office(primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("telegram_id", BigInteger),
    Column("roles", Json, nullable=False),
    Column("weight", Float, nullable=False, server_default="1"),
    Column("capacity", Integer),
    Column("locale", Text, nullable=False),
    Column("active", Boolean, nullable=False, server_default=true()),
    Column("reachable", Boolean, nullable=False, server_default=true()),
    Column("paused", Text),
    Column("checked_in", Boolean, nullable=False, server_default=false()),
    Column("leave_from", UtcDateTime),  # of a leave that was planned; NULL: from the moment it was told
    Column("leave_until", UtcDateTime),
    Column("lapses", Integer, nullable=False, server_default="0"),
    Column("arrival", Integer, nullable=False, server_default="0"),  # the order of checking in
    Column("idle_since", UtcDateTime),
    Column("took_at", UtcDateTime),
    Column("asked", BigInteger),  # the lead whose amount this person is being asked for
    UniqueConstraint("office", "telegram_id"),
)

segments = Table(
    "segments",
    metadata,
    _office(primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("settings", Json, nullable=False),
    Column("active", Boolean, nullable=False, server_default=true()),
)

members = Table(
    "members",
    metadata,
    _office(primary_key=True),
    Column("segment", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("credit", Exact, nullable=False),
    Column("ticket", BigInteger, nullable=False),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
    ForeignKeyConstraint(["office", "person"], ["people.office", "people.id"]),
)

records = Table(
    "records",
    metadata,
    _office(primary_key=True),
    Column("segment", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("won", Integer, nullable=False),
    Column("lost", Integer, nullable=False),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
    ForeignKeyConstraint(["office", "person"], ["people.office", "people.id"]),
)

shifts = Table(
    "shifts",
    metadata,
    Column("id", RowId, primary_key=True),
    _office(),
    Column("segment", Text, nullable=False),
    *_person("person", nullable=False),
    Column("settings", Json, nullable=False),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
)

swaps = Table(
    "swaps",
    metadata,
    Column("id", RowId, primary_key=True),
    _office(),
    Column("segment", Text, nullable=False),
    *_person("person", nullable=False),  # whose duty it is
    Column("starts_at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    *_person("taken_by"),
    Column("taken_at", UtcDateTime),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
)
Index("ix_swaps_state", swaps.c.office, swaps.c.state, swaps.c.ends_at)

rosters = Table(
    "rosters",
    metadata,
    Column("id", RowId, primary_key=True),
    _office(),
    Column("segment", Text, nullable=False),
    Column("week", Text, nullable=False),  # ISO date of its Monday
    Column("plan", Text, nullable=False),
    Column("state", Text, nullable=False),
    *_person("proposed_by", nullable=False),
    *_person("settled_by"),
    Column("shifts", Json, nullable=False),
    Column("figures", Json, nullable=False),  # what the head looks at before he approves
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
)
Index("ix_rosters_week", rosters.c.office, rosters.c.state, rosters.c.week)

invitations = Table(
    "invitations",
    metadata,
    Column("token", Text, primary_key=True),  # SHA-256 of it; the token itself is nowhere
    _office(),
    *_person("person"),
    Column("role", Text),
    Column("replaces", BigInteger),  # the account that the person had when it was made
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)

clients = Table(
    "clients",
    metadata,
    Column("id", RowId, primary_key=True),
    _office(),
    Column("name", Text),
    Column("language", Text),
    Column("region", Text),  # where the client is, in words
    Column("place", Text),  # its id in the gazetteer
    Column("region_by", Text),  # how it is known
    *_person("owner"),  # the manager who looks after the client
    Column("last_at", UtcDateTime),  # since when; NULL: nobody has had the client yet
    sqlite_autoincrement=True,  # one that was erased is never another's
)

contacts = Table(
    "contacts",
    metadata,
    _office(primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),  # as it is compared; a phone is E.164, `;ext=` behind
    Column("client", ForeignKey("clients.id"), nullable=False),
    Column("position", Integer, nullable=False, server_default="0"),  # among the client's own
)
Index("ix_contacts_client", contacts.c.client)

leads = Table(
    "leads",
    metadata,
    Column("id", RowId, primary_key=True),
    _office(),
    Column("number", Integer),
    Column("client", ForeignKey("clients.id")),  # NULL: erased
    Column("state", Text, nullable=False),
    Column("segment", Text, nullable=False),
    Column("known", Boolean, nullable=False, server_default=false()),
    *_person("owner"),
    Column("duplicate_of", Integer),
    Column("picked", Text),  # whom the secretary picked, and who she is
    Column("picked_by", Text),
    Column("path", Json, nullable=False),
    Column("rung", Integer, nullable=False, server_default="0"),
    Column("ack_timeout", Seconds, nullable=False),
    Column("step_timeout", Seconds, nullable=False),
    Column("wait_for_owner", Boolean, nullable=False, server_default=false()),
    Column("created_at", UtcDateTime, nullable=False),
    Column("handed_at", UtcDateTime),
    *_person("holder"),
    Column("held_at", UtcDateTime),
    Column("taken_by", Text),  # the first who had it
    Column("taken_after", Integer),  # in how many seconds from the hand-over
    Column("closed_at", UtcDateTime),
    Column("outcome", Text),
    Column("amount", BigInteger),
    Column("lost_reason", Text),
    Column("progress", Text),  # the last mark
    Column("marks", Json, nullable=False, server_default="[]"),  # all that ever were made
    Column("reminders", Integer, nullable=False, server_default="0"),
    Column("repeats", Integer, nullable=False, server_default="0"),
    Column("due_kind", Text),
    Column("due_at", UtcDateTime),
    *_person("secretary"),
    Column("source", Text),
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

touches = Table(
    "touches",
    metadata,
    Column("id", RowId, primary_key=True),
    _office(),
    Column("client", ForeignKey("clients.id"), nullable=False),
    Column("lead", ForeignKey("leads.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    *_person("who"),  # wrote it down; NULL: nobody of the office
    Column("kind", Text, nullable=False),
    Column("source", Text),  # by which it came; what counts for the lead is its own
    Column("text", Text, nullable=False, server_default=""),
    Column("attachments", Json, nullable=False),  # how many of each kind
    Column("chat", BigInteger),  # where its messages are
    Column("messages", Json, nullable=False),
    Column("album", Text),  # Telegram's media group
    Column("name", Text),  # from here on what was read in it
    Column("phone", Text),  # which of the numbers is the client's own
    Column("phones", Json, nullable=False, server_default="[]"),  # every number, in its order
    Column("phones_found", Integer, nullable=False, server_default="0"),  # how many there are
    Column(
        "slips", Json, nullable=False, server_default="[]"
    ),  # what looks like a number: its flaw, as written
    Column("language", Text),
    Column("region", Text),
    Column("place", Text),
    Column("region_by", Text),
)
Index("ix_touches_lead", touches.c.lead)
Index("ix_touches_client", touches.c.client)
IS_FIRST = touches.c.kind == literal_column("'first'")  # a value of its own would not find the index
Index("ix_touches_first", touches.c.lead, unique=True, sqlite_where=IS_FIRST, postgresql_where=IS_FIRST)
IS_OF_ALBUM = text("album IS NOT NULL")
Index(
    "ix_touches_album",
    touches.c.office,
    touches.c.album,
    sqlite_where=IS_OF_ALBUM,
    postgresql_where=IS_OF_ALBUM,
)

offers = Table(
    "offers",
    metadata,
    Column("id", RowId, primary_key=True),
    _office(),
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
    Column("chosen_by", Text),  # by hand: who chose
    Column("fair", Text),  # chosen by hand: whom the rule would have chosen
)
Index("ix_offers_lead", offers.c.lead)
Index("ix_offers_sole", offers.c.office, offers.c.sole)

ledger = Table(
    "ledger",
    metadata,
    _office(primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", Text, nullable=False),
    Column("lead", Integer),  # its number
    Column("body", Text, nullable=False),  # canonical JSON
    Column("seal", Text, nullable=False),
)
Index("ix_ledger_lead", ledger.c.office, ledger.c.lead, ledger.c.seq)

cards = Table(
    "cards",
    metadata,
    Column("id", RowId, primary_key=True),
    _office(),
    Column("chat", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    *_person("person"),
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
    _office(primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("since", UtcDateTime, nullable=False),
)

summaries = Table(
    "summaries",
    metadata,
    _office(primary_key=True),
    Column("day", Text, primary_key=True),  # ISO date in the office's time zone
    Column("at", UtcDateTime, nullable=False),
)

draws = Table(
    "draws",
    metadata,
    _office(primary_key=True),
    Column("segment", Text, primary_key=True),
    Column("monday", Text, primary_key=True),  # ISO date in the office's time zone
    Column("commitment", Text, nullable=False),
    Column("secret", Text, nullable=False),  # nobody is shown it before it is opened
    Column("lots", Json, nullable=False),
    Column("members", Json, nullable=False),  # at the draw; empty before
    Column("drawn", Json, nullable=False),  # their ids in the drawn order
    Column("announced_at", UtcDateTime, nullable=False),
    Column("draw_at", UtcDateTime, nullable=False),
    Column("opened_at", UtcDateTime),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
)
