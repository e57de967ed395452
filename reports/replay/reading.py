"""Recorded events from CSV."""

from __future__ import annotations

from pathlib import Path

from files.csv_file.reading import Columns, read_rows
from leads.office import Office
from reports.replay.events import Event
from reports.replay.rows import Rows

COLUMNS = Columns(
    ("at", "event", "who", "lead", "segment", "phone", "source", "text", "value"), needed=("at", "event")
)


def read_events(path: Path, office: Office) -> list[Event]:
    """All events, in time order. Raises RowsError."""
    return read_rows(path, COLUMNS, Rows(office).event)
