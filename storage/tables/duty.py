"""What people agree on and what is drawn by lot: swaps, rosters, weekly draws."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKeyConstraint, Index, Table, Text

from storage.columns import Json, UtcDateTime
from storage.tables.base import RowId, metadata, office_key, person_key

swaps = Table(
    "swaps",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("segment", Text, nullable=False),
    *person_key("person", nullable=False),  # whose duty it is
    Column("starts_at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    *person_key("taken_by"),
    Column("taken_at", UtcDateTime),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
)
Index("ix_swaps_state", swaps.c.office, swaps.c.state, swaps.c.ends_at)

rosters = Table(
    "rosters",
    metadata,
    Column("id", RowId, primary_key=True),
    office_key(),
    Column("segment", Text, nullable=False),
    Column("week", Text, nullable=False),  # ISO date of its Monday
    Column("plan", Text, nullable=False),
    Column("state", Text, nullable=False),
    *person_key("proposed_by", nullable=False),
    *person_key("settled_by"),
    Column("shifts", Json, nullable=False),
    Column("figures", Json, nullable=False),  # what the head looks at before they approve
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
)
Index("ix_rosters_week", rosters.c.office, rosters.c.state, rosters.c.week)

draws = Table(
    "draws",
    metadata,
    office_key(primary_key=True),
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
    Column("thrower", Text),  # throws the dice when the lots are closed
    Column("throw_until", UtcDateTime),
    Column("asked_at", UtcDateTime),
    Column("throw", Text),  # what it was, as it is hashed
    Column(
        "seals", Json, nullable=False, server_default="{}"
    ),  # of the lots, as the ledger has them before the draw
    Column("salts", Json, nullable=False, server_default="{}"),  # nobody is shown them before it is opened
    Column("times", Json, nullable=False, server_default="{}"),
    ForeignKeyConstraint(["office", "segment"], ["segments.office", "segments.id"]),
)
