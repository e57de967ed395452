"""Which cards another set-up of the office makes untrue: of whoever sees more or less now, draws, lists, rosters."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from leads.draws import week_of
from leads.office import Office, Role
from leads.scene import OWNED
from storage import cards, draws, personal, swaps
from storage.cards import Urgency
from storage.offices import FIRST
from storage.tables import leads, people


async def redraw_what_changed(
    conn: AsyncConnection, before: Office, after: Office, now: datetime, office: int = FIRST
) -> None:
    """`after` is stored already. What is about one lead and stays as it was is left alone: there may be thousands."""
    for person in before.people:
        if _sees(before, person.id) != _sees(after, person.id):
            await cards.redraw(conn, person.id, office)
        if _roles(before, person.id) - _roles(after, person.id):
            await personal.take_workbooks(conn, person.id, office)
    for who in {person.id for person in after.people} - {person.id for person in before.people}:
        await _show_what_he_holds(conn, who, office)
    for segment in after.segments:
        await cards.touch_lists(conn, segment.id, office)
        for draw in await draws.from_week(conn, segment.id, week_of(now, after.timezone), office):
            await cards.touch(conn, "draw", f"{segment.id}:{draw.monday.isoformat()}", office)
        for swap in await swaps.open_in(conn, segment.id, office):
            await cards.touch(conn, "swap", str(swap.id), office)
    await cards.touch_all(conn, "roster", "week", office=office)


async def _show_what_he_holds(conn: AsyncConnection, who: str, office: int) -> None:
    """Whoever comes back finds the leads that are still his; his cards were taken away when he left."""
    chat = await conn.scalar(
        select(people.c.telegram_id).where(people.c.office == office, people.c.id == who)
    )
    if chat is None:
        return
    his = (leads.c.office == office, leads.c.holder == who, leads.c.state.in_(OWNED))
    for lead in await conn.scalars(select(leads.c.id).where(*his).order_by(leads.c.number)):
        await cards.want(conn, chat, "lead", str(lead), who, Urgency.NEWS, office=office)


def _roles(office: Office, who: str) -> set[Role]:
    return next((set(p.roles) for p in office.people if p.id == who), set())


def _sees(office: Office, who: str) -> object:
    """What decides what somebody sees: his roles, his language and his teams; nothing for whoever has left."""
    shown = next(((set(p.roles), p.locale) for p in office.people if p.id == who), None)
    return shown, {segment.id for segment in office.segments if who in segment.members}
