"""The report of a period, counted by the database: leads and offers that are alike come as one row with their number.

What a figure means stands in `leads.part` and `leads.report`; here is only what makes two leads alike.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Integer, RowMapping, Select, Text, cast, func, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from leads.part import Part
from leads.report import Report
from leads.scene import Lead, Offer, Outcome, Progress, Result, State, Step
from leads.turns import Turn
from storage.offices import FIRST
from storage.tables import leads, offers

QUARTER = 15 * 60  # seconds; every time zone there is differs from UTC by whole quarters of an hour
NEVER = datetime(1970, 1, 1, tzinfo=UTC)

WHERE = (leads.c.segment, leads.c.source, leads.c.known)
BECAME = (leads.c.state, leads.c.outcome, leads.c.progress, leads.c.holder, leads.c.taken_by)
ASKED = (offers.c.step, offers.c.people, offers.c.result, offers.c.answers)
CHOSEN = (offers.c.chosen_by, offers.c.fair)


async def report(
    conn: AsyncConnection, start: datetime, end: datetime, segment: str = "", office: int = FIRST
) -> Report:
    """Of the leads handed over from `start` on and before `end`, of one segment or of all; hours and weekdays apart."""
    found, period = Report(), _handed(start, end, segment, office)
    for row in (await conn.execute(_counted(*WHERE, *BECAME, amount=True).where(*period))).mappings():
        found.count(_lead(row), row["count"])
    of_claims = _counted(*WHERE, leads.c.taken_by, leads.c.taken_after)
    for row in (await conn.execute(of_claims.where(*period, leads.c.taken_after.is_not(None)))).mappings():
        found.count_claims(_lead(row), row["count"])
    payer, gained = _of_turn(conn, "payer"), _of_turn(conn, "gained")
    of_offers = _counted(*WHERE, *ASKED, *CHOSEN, payer.label("payer"), gained.label("gained"))
    for row in (
        await conn.execute(of_offers.join(offers, offers.c.lead == leads.c.id).where(*period))
    ).mappings():
        found.count_offers(_lead(row), _offer(row), row["count"])
    return found


async def by_the_clock(
    conn: AsyncConnection, start: datetime, end: datetime, zone: ZoneInfo, office: int = FIRST
) -> Report:
    """Hours and weekdays of the leads of a period, on the office's wall clock; nothing else is in this report."""
    found, period, quarter = Report(), _handed(start, end, "", office), _quarter(conn).label("quarter")
    for row in (await conn.execute(_counted(quarter, *BECAME, amount=True).where(*period))).mappings():
        for part in _parts(found, row, zone):
            part.add(_lead(row), row["count"])
    of_claims = _counted(quarter, leads.c.taken_after)
    for row in (await conn.execute(of_claims.where(*period, leads.c.taken_after.is_not(None)))).mappings():
        for part in _parts(found, row, zone):
            part.times.add(row["taken_after"], row["count"])
    of_offers = _counted(quarter, *ASKED).join(offers, offers.c.lead == leads.c.id)
    for row in (await conn.execute(of_offers.where(*period))).mappings():
        for part in _parts(found, row, zone):
            part.ask(_offer(row), row["count"])
    return found


def _handed(start: datetime, end: datetime, segment: str, office: int) -> Sequence[ColumnElement[bool]]:
    where = [leads.c.office == office, leads.c.handed_at >= start, leads.c.handed_at < end]
    return [*where, leads.c.segment == segment] if segment else where


def _counted(*alike: ColumnElement[Any], amount: bool = False) -> Select[Any]:
    figures = [func.count().label("count")]
    if amount:
        figures.append(func.coalesce(func.sum(leads.c.amount), 0).label("amount"))
    return select(*alike, *figures).select_from(leads).group_by(*alike)


def _of_turn(conn: AsyncConnection, key: str) -> ColumnElement[Any]:
    """Two turns are alike although they were charged at different times."""
    if conn.dialect.name == "sqlite":
        return func.json_extract(offers.c.turn, f"$.{key}")
    return func.json_extract_path_text(cast(offers.c.turn, postgresql.JSON()), key)


def _quarter(conn: AsyncConnection) -> ColumnElement[Any]:
    """The quarter of an hour of the hand-over, counted from the beginning of 1970."""
    if conn.dialect.name == "sqlite":
        since = cast(func.strftime("%s", cast(leads.c.handed_at, Text)), Integer)
        return since / QUARTER
    return func.floor(func.extract("epoch", leads.c.handed_at) / QUARTER)


def _parts(report: Report, row: RowMapping, zone: ZoneInfo) -> tuple[Part, Part]:
    return report.parts_at(datetime.fromtimestamp(int(row["quarter"]) * QUARTER, zone))


def _lead(row: RowMapping) -> Lead:
    """All that counts of leads that are alike; a row without a column says that it does not count there."""
    outcome, progress = row.get("outcome"), row.get("progress")
    return Lead(
        id=0,
        segment=row.get("segment", ""),
        source=row.get("source"),
        known=row.get("known", False),
        state=State(row.get("state", State.CLOSED)),
        outcome=Outcome(outcome) if outcome else None,
        progress=Progress(progress) if progress else None,
        holder=row.get("holder"),
        taken_by=row.get("taken_by"),
        taken_after=row.get("taken_after"),
        amount=int(row.get("amount", 0)),
    )


def _offer(row: RowMapping) -> Offer:
    payer = row.get("payer")
    return Offer(
        step=Step(row["step"]),
        scheme="",
        at=NEVER,
        people=tuple(row["people"]),
        result=Result(row["result"]),
        answers=row["answers"],
        turn=Turn(payer, json.loads(row["gained"])) if payer else None,
        by=row.get("chosen_by"),
        fair=row.get("fair"),
    )
