"""What the watchdog has told of and not yet taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.offices import FIRST
from storage.tables import troubles


async def known(conn: AsyncConnection, office: int = FIRST) -> Mapping[str, datetime]:
    """Each trouble that is going on, and since when."""
    rows = await conn.execute(select(troubles.c.kind, troubles.c.since).where(troubles.c.office == office))
    return {row.kind: row.since for row in rows}


async def begin(conn: AsyncConnection, kind: str, now: datetime, office: int = FIRST) -> None:
    await conn.execute(insert(troubles).values(office=office, kind=kind, since=now))


async def end(conn: AsyncConnection, kind: str, office: int = FIRST) -> None:
    await conn.execute(delete(troubles).where(troubles.c.office == office, troubles.c.kind == kind))
