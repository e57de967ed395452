"""What the past says of a segment: who closed how many leads how, and when leads come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from leads.rates import Record
from leads.scene import Outcome, State
from storage.offices import FIRST
from storage.tables import leads


async def closed_records(conn: AsyncConnection, segment: str, office: int = FIRST) -> dict[str, Record]:
    """Won and lost of everybody who ever closed a lead of this segment; bad ones count for nothing."""
    rows = await conn.execute(
        select(leads.c.holder, leads.c.outcome, func.count())
        .where(
            leads.c.office == office,
            leads.c.state == State.CLOSED,
            leads.c.holder.is_not(None),
            leads.c.segment == segment,
            leads.c.outcome.in_([Outcome.WON, Outcome.LOST]),
        )
        .group_by(leads.c.holder, leads.c.outcome)
    )
    counts = {(holder, outcome): count for holder, outcome, count in rows}
    holders = sorted({holder for holder, _ in counts})
    return {
        who: Record(counts.get((who, Outcome.WON), 0), counts.get((who, Outcome.LOST), 0)) for who in holders
    }


async def handed_since(
    conn: AsyncConnection, segment: str, since: datetime, office: int = FIRST
) -> Sequence[datetime]:
    """When each lead of this segment was handed over."""
    found = await conn.scalars(
        select(leads.c.handed_at).where(
            leads.c.office == office, leads.c.handed_at >= since, leads.c.segment == segment
        )
    )
    return [at for at in found if at]
