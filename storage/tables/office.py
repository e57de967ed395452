"""The office as it is set up: its people and segments, who is in which, the shifts, the invitations."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)

from storage.columns import Exact, Json, UtcDateTime, fresh_key
from storage.tables.base import RowId, metadata, office_key, person_key

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
    Column("setting_up", Text),  # the step of /setup at which it stands; NULL: nobody is just setting it up
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
    office_key(primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("telegram_id", BigInteger),
    Column("roles", Json, nullable=False),
    Column("weight", Float, nullable=False, server_default="1"),
    Column("capacity", Integer),
    Column("locale", Text, nullable=False),
    Column("hours", Json),  # their own: by the week, or a rota; NULL: the office's
    Column("active", Boolean, nullable=False, server_default=true()),
    Column("reachable", Boolean, nullable=False, server_default=true()),
    Column("paused", Text),
    Column("checked_in", Boolean, nullable=False, server_default=false()),
    Column("leave_from", UtcDateTime),  # of a leave that was planned; NULL: from the moment it was told
    Column("leave_until", UtcDateTime),
    Column("lapses", Integer, nullable=False, server_default="0"),
    Column("answers", Json, nullable=False, server_default="[]"),  # as of leads/norm.py
    Column("arrival", Integer, nullable=False, server_default="0"),  # the order of checking in
    Column("idle_since", UtcDateTime),
    Column("took_at", UtcDateTime),
    Column("asked", BigInteger),  # the lead of which this person is being asked something
    Column("asked_what", Text),
    Column("asked_at", UtcDateTime),
    Column("asked_about", Json),  # what of the office they are being asked, where it is no lead
    UniqueConstraint("office", "telegram_id"),
)

segments = Table(
    "segments",
    metadata,
    office_key(primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("settings", Json, nullable=False),
    Column("active", Boolean, nullable=False, server_default=true()),
    Column("moment", Integer, nullable=False, server_default="0"),  # of its team, as of leads/turns.py
    Column("drawings", Json, nullable=False, server_default="[]"),
)

members = Table(
    "members",
    metadata,
    office_key(primary_key=True),
    Column("segment", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("credit", Exact, nullable=False),
    Column("ticket", BigInteger, nullable=False),
    Column(
        "since", Integer, nullable=False, server_default="0"
    ),  # the moment, of its team, at which they have joined
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
    ForeignKeyConstraint(["office", "person"], ["people.office", "people.id"]),
)

records = Table(
    "records",
    metadata,
    office_key(primary_key=True),
    Column("segment", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("won", Integer, nullable=False),
    Column("lost", Integer, nullable=False),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
    ForeignKeyConstraint(["office", "person"], ["people.office", "people.id"]),
)

closings = Table(
    "closings",
    metadata,
    office_key(primary_key=True),
    Column("segment", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("week", Integer, primary_key=True),  # as of `leads.track.week_of`
    Column("source", Text, primary_key=True),  # as the ledger calls it; "": nobody knows
    Column("known", Boolean, primary_key=True),
    Column("won", Integer, nullable=False),
    Column("lost", Integer, nullable=False),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
    ForeignKeyConstraint(["office", "person"], ["people.office", "people.id"]),
)

shifts = Table(
    "shifts",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("segment", Text, nullable=False),
    *person_key("person", nullable=False),
    Column("settings", Json, nullable=False),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
)

invitations = Table(
    "invitations",
    metadata,
    Column("token", Text, primary_key=True),  # SHA-256 of it; the token itself is nowhere
    office_key(),
    *person_key("person"),
    Column("role", Text),
    Column("replaces", BigInteger),  # the account that the person had when it was made
    Column(
        "asks", Boolean, nullable=False, server_default=false()
    ),  # that account, before it takes them from it
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)
