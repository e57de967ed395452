"""Which cards another set-up of the office makes untrue: of whoever sees more or less now, draws, lists, rosters."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection

from leads.draws import week_of
from leads.office import Office, Role
from storage import cards, draws, people, personal, swaps
from storage.kinds import Change
from storage.moving import Move, deal, moved
from storage.offices import FIRST


def redraw_what_changed(
    conn: Connection,
    before: Office,
    after: Office,
    now: datetime,
    office: int = FIRST,
    admins: Collection[int] = (),
) -> None:
    """`after` is stored already. What is about one lead and stays as it was is left alone: there may be thousands."""
    for person in before.people:
        if _sees(before, person.id) != _sees(after, person.id):
            cards.redraw(conn, person.id, office)
        if _roles(before, person.id) - _roles(after, person.id):
            personal.take_workbooks(conn, person.id, office)
        if after.has(person.id):
            moved(conn, Move(person.id, person.telegram_id, now, admins), office)
        elif person.telegram_id is not None:
            cards.redraw_chat(conn, person.telegram_id, office)
    back = [person.id for person in after.people if not before.has(person.id)]
    for came in people.by_ids(conn, back, office).values():
        deal(conn, came, office)  # his cards were taken away when he left
    for segment in after.segments:
        cards.touch_lists(conn, segment.id, office)
        for draw in draws.from_week(conn, segment.id, week_of(now, after.timezone), office):
            cards.changed(conn, Change.DRAW, (segment.id, draw.monday), office=office)
        for swap in swaps.open_in(conn, segment.id, office):
            cards.changed(conn, Change.SWAP, swap.id, office=office)
    cards.changed(conn, Change.DUTY, office=office)


def _roles(office: Office, who: str) -> set[Role]:
    return next((set(p.roles) for p in office.people if p.id == who), set())


def _sees(office: Office, who: str) -> object:
    """What decides what somebody sees: his account, roles, language and teams; nothing for whoever has left."""
    shown = next(((p.telegram_id, set(p.roles), p.locale) for p in office.people if p.id == who), None)
    return shown, {segment.id for segment in office.segments if who in segment.members}
