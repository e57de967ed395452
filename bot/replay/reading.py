"""Recorded events from CSV."""

from __future__ import annotations

from pathlib import Path

from bot.csv_file.reading import Columns, read_rows
from bot.replay.events import Event
from bot.replay.rows import Rows
from leads.office import Office

COLUMNS = Columns(
    ("at", "event", "who", "lead", "segment", "phone", "source", "text", "value"), needed=("at", "event")
)


def read_events(path: Path, office: Office) -> list[Event]:
    """All events, in time order. Raises RowsError."""
    return read_rows(path, COLUMNS, Rows(office).event)
