"""What the watchdog has told of and not yet taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from storage.offices import FIRST
from storage.tables import troubles


def known(conn: Connection, office: int = FIRST) -> Mapping[str, datetime]:
    """Each trouble that is going on, and since when."""
    rows = conn.execute(select(troubles.c.kind, troubles.c.since).where(troubles.c.office == office))
    return {row.kind: row.since for row in rows}


def begin(conn: Connection, kind: str, now: datetime, office: int = FIRST) -> None:
    conn.execute(insert(troubles).values(office=office, kind=kind, since=now))


def end(conn: Connection, kind: str, office: int = FIRST) -> None:
    conn.execute(delete(troubles).where(troubles.c.office == office, troubles.c.kind == kind))
