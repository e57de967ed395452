"""Updates that were handled, so that handling one twice changes nothing, and those that could not be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import upsert
from storage.tables import set_aside, updates

KEPT = timedelta(days=2)  # Telegram keeps an unconfirmed update for a day


async def first_time(conn: AsyncConnection, update: int, now: datetime) -> bool:
    """Notes that this update is handled in this transaction; False if it was handled before."""
    done = await conn.execute(upsert(conn, updates).values(id=update, at=now).on_conflict_do_nothing())
    return done.rowcount == 1


async def forget_old(conn: AsyncConnection, now: datetime) -> None:
    await conn.execute(delete(updates).where(updates.c.at < now - KEPT))


async def put_aside(
    conn: AsyncConnection, update: int, body: Mapping[str, Any], error: str, now: datetime
) -> None:
    """Keeps an update that fails again and again where the administrator can see it."""
    row = upsert(conn, set_aside).values(id=update, at=now, error=error, body=dict(body))
    await conn.execute(row.on_conflict_do_nothing())


async def count_aside(conn: AsyncConnection) -> int:
    return len((await conn.execute(select(set_aside.c.id))).all())
